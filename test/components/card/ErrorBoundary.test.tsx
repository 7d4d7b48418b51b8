import { inspect } from "node:util";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Component, lazy, type ReactNode, StrictMode, Suspense } from "react";
import { useErrorBoundary } from "react-error-boundary";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  // React writes down what a render threw.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const api = quietApi(fakeFetch(json({})).fetch);
const expired = () => new ApiError({ code: "SESSION_EXPIRED", kind: "notFound", message: "m" });

function Throws({ value }: { value: unknown }): ReactNode {
  throw value;
}

/** Throws while the box holds something. */
function Box({ box }: { box: { value: unknown } }) {
  if ("value" in box) throw box.value;
  return <p>fine</p>;
}

describe("ErrorBoundary", () => {
  it("shows its children while all is well", () => {
    render(<ErrorBoundary>fine</ErrorBoundary>);
    expect(screen.getByText("fine")).toBeVisible();
  });

  it("shows an ErrorCard in place of what threw, also without a provider", () => {
    render(
      <ErrorBoundary>
        <Throws value={expired()} />
      </ErrorBoundary>,
    );
    expect(screen.getByRole("heading", { name: "This session has expired" })).toBeVisible();
  });

  it.each([null, undefined])("catches a thrown %s", (value) => {
    render(
      <ErrorBoundary>
        <Throws value={value} />
      </ErrorBoundary>,
    );
    expect(screen.getByRole("region")).toHaveTextContent("This didn’t work as it should");
  });

  it.each<[string, unknown]>([
    ["0", 0],
    ["an empty string", ""],
    ["false", false],
    ["a symbol", Symbol("s")],
    ["an Error", new Error("e")],
  ])("catches a thrown %s, and tells onError of it as it is", (_, value) => {
    const onError = vi.fn();
    render(
      <ErrorBoundary onError={onError}>
        <Throws value={value} />
      </ErrorBoundary>,
    );
    expect(screen.getByRole("region")).toHaveTextContent("This didn’t work as it should");
    expect(onError.mock.calls).toEqual([[value, expect.anything()]]);
  });

  it("shows an abort that was thrown, since nothing else is there to see", () => {
    render(
      <ErrorBoundary>
        <Throws value={new DOMException("left", "AbortError")} />
      </ErrorBoundary>,
    );
    expect(screen.getByRole("region")).toHaveTextContent("The request was cancelled");
  });

  it("renders anew when its button is pressed", async () => {
    const box: { value?: unknown } = { value: new Error("e") };
    const onReset = vi.fn();
    render(
      <ErrorBoundary onReset={onReset}>
        <Box box={Object.assign(box, { value: box.value })} />
      </ErrorBoundary>,
    );
    delete box.value;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByText("fine")).toBeVisible();
    expect(onReset.mock.calls).toEqual([[{ args: [], reason: "imperative-api" }]]);
  });

  it.each<[string, Parameters<typeof ErrorBoundary>[0]]>([
    ["fallback", { fallback: <p>own</p> }],
    ["fallbackRender", { fallbackRender: ({ error }) => <p>own{error === "x" ? "" : "?"}</p> }],
    [
      "FallbackComponent",
      { FallbackComponent: ({ error }) => <p>own{error === "x" ? "" : "?"}</p> },
    ],
  ])("takes a %s of your own", (_, props) => {
    render(
      <ErrorBoundary {...props}>
        <Throws value="x" />
      </ErrorBoundary>,
    );
    expect(screen.getByText("own")).toBeVisible();
    expect(screen.queryByRole("region")).toBeNull();
  });

  it("draws nothing for a fallback of null", () => {
    const { container } = render(
      <ErrorBoundary fallback={null}>
        <Throws value="x" />
      </ErrorBoundary>,
    );
    expect(container).toBeEmptyDOMElement();
  });

  it("sends an error in its fallback on to the boundary above", () => {
    const inner = vi.fn();
    const outer = vi.fn();
    render(
      <ErrorBoundary fallback="outer" onError={outer}>
        <ErrorBoundary fallbackRender={() => <Throws value="second" />} onError={inner}>
          <Throws value="first" />
        </ErrorBoundary>
      </ErrorBoundary>,
    );
    expect(screen.getByText("outer")).toBeVisible();
    expect(outer.mock.calls.map(([error]) => error)).toEqual(["second"]);
  });

  it("renders anew when a reset key changes, and says so", () => {
    const onReset = vi.fn();
    const boundary = (key: unknown, child: ReactNode) => (
      <ErrorBoundary resetKeys={[key]} onReset={onReset}>
        {child}
      </ErrorBoundary>
    );
    const { rerender } = render(boundary("a", <Throws value="x" />));
    rerender(boundary("a", <p>fine</p>));
    expect(screen.queryByText("fine")).toBeNull();
    rerender(boundary("b", <p>fine</p>));
    expect(screen.getByText("fine")).toBeVisible();
    expect(onReset.mock.calls).toEqual([[{ reason: "keys", prev: ["a"], next: ["b"] }]]);
  });

  it("does not loop when the change of a reset key is what makes its children throw", () => {
    const renders = vi.fn();
    function Picky({ id }: { id: string }) {
      renders();
      if (id === "bad") throw new Error("bad id");
      return <p>{id}</p>;
    }
    const boundary = (id: string) => (
      <ErrorBoundary resetKeys={[id]} fallback="caught">
        <Picky id={id} />
      </ErrorBoundary>
    );
    const { rerender } = render(boundary("good"));
    rerender(boundary("bad"));
    expect(screen.getByText("caught")).toBeVisible();
    expect(renders.mock.calls.length).toBeLessThan(10);
    rerender(boundary("good"));
    expect(screen.getByText("good")).toBeVisible();
  });

  it("keeps the children's state when it renders again", () => {
    const unmounted = vi.fn();
    class Child extends Component {
      override componentWillUnmount = unmounted;
      override render = () => <p>fine</p>;
    }
    const { rerender } = render(
      <ErrorBoundary fallback="a">
        <Child />
      </ErrorBoundary>,
    );
    rerender(
      <ErrorBoundary fallback="b" catches={["X"]}>
        <Child />
      </ErrorBoundary>,
    );
    expect(unmounted).not.toHaveBeenCalled();
  });

  it("shows what an event handler hands to useErrorBoundary", async () => {
    function Form() {
      const { showBoundary } = useErrorBoundary();
      return (
        <button type="button" onClick={() => showBoundary(expired())}>
          save
        </button>
      );
    }
    render(
      <ErrorBoundary>
        <Form />
      </ErrorBoundary>,
    );
    await userEvent.click(screen.getByRole("button", { name: "save" }));
    expect(screen.getByRole("region")).toHaveTextContent("This session has expired");
  });
});

describe("catches", () => {
  const nested = (catches: Parameters<typeof ErrorBoundary>[0]["catches"], value: unknown) => {
    const inner = vi.fn();
    const outer = vi.fn();
    render(
      <ErrorBoundary fallback="outer" onError={outer}>
        <ErrorBoundary fallback="inner" onError={inner} {...(catches && { catches })}>
          <Throws value={value} />
        </ErrorBoundary>
      </ErrorBoundary>,
    );
    return { inner, outer };
  };

  it.each<[string, Parameters<typeof nested>[0]]>([
    ["nothing", undefined],
    ["its code", ["SESSION_NOT_FOUND", "SESSION_EXPIRED"]],
    ["its kind", ["notFound"]],
    ["a predicate that says so", ({ code }) => code === "SESSION_EXPIRED"],
  ])("of %s keeps an error", (_, catches) => {
    const { inner, outer } = nested(catches, expired());
    expect(screen.getByText("inner")).toBeVisible();
    expect(inner).toHaveBeenCalledTimes(1);
    expect(outer).not.toHaveBeenCalled();
  });

  it.each<[string, Parameters<typeof nested>[0]]>([
    ["another code", ["UNAUTHORIZED"]],
    ["another kind", ["conflict"]],
    ["nothing at all", []],
    ["a predicate that says no", () => false],
  ])("of %s sends an error on, and only the boundary that keeps it tells of it", (_, catches) => {
    const error = expired();
    const { inner, outer } = nested(catches, error);
    expect(screen.getByText("outer")).toBeVisible();
    expect(inner).not.toHaveBeenCalled();
    expect(outer.mock.calls.map(([thrown]) => thrown)).toEqual([error]);
  });

  it.each([null, undefined, 0, ""])("sends a thrown %j on as well", (value) => {
    nested(["notFound"], value);
    expect(screen.getByText("outer")).toBeVisible();
  });

  it("takes what is no API error as unexpected", () => {
    nested(["unexpected"], new Error("e"));
    expect(screen.getByText("inner")).toBeVisible();
  });

  it("sends the error itself on where the predicate throws", () => {
    const error = expired();
    const { outer } = nested(() => {
      throw Object.assign(new Error("predicate"), { config: "hush_8c1f" });
    }, error);
    expect(screen.getByText("outer")).toBeVisible();
    const log = inspect(vi.mocked(console.error).mock.calls);
    expect(log).toContain("predicate");
    expect(log).not.toContain("hush_8c1f");
    expect(outer.mock.calls.map(([thrown]) => thrown)).toEqual([error]);
  });
});

describe("the provider's onError", () => {
  it("hears once of what a boundary caught, as an ApiError", () => {
    const onError = vi.fn();
    render(
      <ErrorBoundary fallback="outer">
        <ErrorBoundary fallback="inner" catches={["notFound"]}>
          <Throws value="x" />
        </ErrorBoundary>
      </ErrorBoundary>,
      underProvider({ api, onError }),
    );
    expect(onError.mock.calls).toEqual([[expect.any(ApiError)]]);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: "UNEXPECTED_ERROR", message: "x" });
  });

  it("hears once under StrictMode", () => {
    const onError = vi.fn();
    const { wrapper: Wrapper } = underProvider({ api, onError });
    render(
      <StrictMode>
        <Wrapper>
          <ErrorBoundary fallback="caught">
            <Throws value={expired()} />
          </ErrorBoundary>
        </Wrapper>
      </StrictMode>,
    );
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it("that throws takes neither the fallback nor the boundary's own onError away", () => {
    const own = vi.fn();
    const onError = () => {
      throw new Error("reporter");
    };
    render(
      <ErrorBoundary fallback="caught" onError={own}>
        <Throws value={expired()} />
      </ErrorBoundary>,
      underProvider({ api, onError }),
    );
    expect(screen.getByText("caught")).toBeVisible();
    expect(own).toHaveBeenCalledTimes(1);
  });
});

it.each([
  [
    "Chromium",
    new TypeError("Failed to fetch dynamically imported module: https://a.example/b.js"),
  ],
  ["Firefox", new TypeError("error loading dynamically imported module: https://a.example/b.js")],
  ["Safari", new TypeError("Importing a module script failed.")],
  ["webpack", Object.assign(new Error("Loading chunk 7 failed."), { name: "ChunkLoadError" })],
])("offers “Reload” where a lazy part of the page is gone, as %s says it", async (_, gone) => {
  const Part = lazy(() => Promise.reject(gone));
  render(
    <ErrorBoundary>
      <Suspense>
        <Part />
      </Suspense>
    </ErrorBoundary>,
  );
  expect(await screen.findByRole("button", { name: "Reload" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect(screen.getByRole("heading")).toHaveTextContent("This part of the page couldn’t load");
});
