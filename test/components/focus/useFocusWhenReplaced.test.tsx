import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Fragment, StrictMode, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { ErrorCard, type ErrorCardProps } from "../../../src/components/card/ErrorCard.tsx";
import { useFocusWhenReplaced } from "../../../src/components/focus/useFocusWhenReplaced.ts";
import { useErrorGuidance } from "../../../src/components/remedies/useErrorGuidance.ts";
import { ApiError } from "../../../src/error/api-error.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const failed = () => new ApiError({ code: "SESSION_EXPIRED", kind: "notFound", message: "" });

const heading = () => screen.getByRole("heading", { name: "This session has expired" });

describe("a card outside of a boundary", () => {
  it("has the focus on its heading where it takes the place of what had it", () => {
    function Loader() {
      const [error, setError] = useState<ApiError>();
      if (error) return <ErrorCard error={error} />;
      return (
        <button type="button" onClick={() => setError(failed())}>
          Break
        </button>
      );
    }
    render(<Loader />);
    const button = screen.getByRole("button", { name: "Break" });
    button.focus();
    act(() => button.click());
    expect(heading()).toHaveFocus();
  });

  it("takes no focus where it comes beside what has it", () => {
    function Form() {
      const [error, setError] = useState<ApiError>();
      return (
        <>
          <button type="button" onClick={() => setError(failed())}>
            Break
          </button>
          {error && <ErrorCard variant="inline" error={error} />}
        </>
      );
    }
    render(<Form />);
    const button = screen.getByRole("button", { name: "Break" });
    button.focus();
    act(() => button.click());
    expect(heading()).toBeVisible();
    expect(button).toHaveFocus();
  });
});

describe("a card that goes while it is tried again", () => {
  /** As in the README: the query has no error while it runs, and so there is no card. */
  function Session({ Card = ErrorCard }: { Card?: typeof ErrorCard }) {
    const query = useApiQuery("GET /v1/x", { retry: false });
    return (
      <>
        {query.isPending && <p>Loading</p>}
        {query.isError && <Card error={query.error} onRetry={query.refetch} />}
        {query.isSuccess && <p>Ready</p>}
        <button type="button">Elsewhere</button>
      </>
    );
  }

  async function retry(ui = <Session />, Mode: typeof StrictMode = Fragment) {
    const { api, answer } = lateApi();
    const { wrapper: Provider } = underProvider({ api });
    const user = userEvent.setup();
    const view = render(
      <Mode>
        <Provider>{ui}</Provider>
      </Mode>,
    );
    await answer();
    act(() => screen.getByRole("button", { name: "Try again" }).focus());
    await user.keyboard("{Enter}");
    expect(screen.getByText("Loading")).toBeVisible();
    expect(document.body).toHaveFocus();
    return { ...view, user, answer };
  }

  it.each([
    ["", Fragment],
    [" in StrictMode", StrictMode],
  ])("has the focus on its heading when it comes back%s", async (_, Mode) => {
    const { answer } = await retry(<Session />, Mode);
    await answer();
    await waitFor(() => expect(screen.getByRole("heading")).toHaveFocus());
  });

  it("takes no focus from somebody who went elsewhere in between", async () => {
    const { user, answer } = await retry();
    await user.tab();
    await answer();
    expect(screen.getByRole("heading")).toBeVisible();
    expect(screen.getByRole("button", { name: "Elsewhere" })).toHaveFocus();
  });

  it("takes no focus where the person pressed on the page in between", async () => {
    const { user, answer } = await retry();
    await user.click(screen.getByText("Loading"));
    await answer();
    expect(screen.getByRole("heading")).toBeVisible();
    expect(document.body).toHaveFocus();
  });

  it("has it also as a card of the app’s own that names its outermost element", async () => {
    const { answer } = await retry(<Session Card={OwnCard} />);
    await answer();
    await waitFor(() => expect(screen.getByRole("heading")).toHaveFocus());
  });
});

/** Fails each call, when it is told to. */
function lateApi() {
  const answers: ((response: Response) => void)[] = [];
  const api = quietApi(() => new Promise((resolve) => answers.push(resolve)));
  /** Until the failure shows. */
  const answer = async () => {
    await waitFor(() => expect(answers).toHaveLength(1));
    answers.pop()?.(Response.json({}, { status: 500 }));
    await screen.findByRole("heading");
  };
  return { api, answer };
}

function OwnCard({ error, onRetry }: ErrorCardProps) {
  const { title, primary } = useErrorGuidance(error, { onRetry });
  const card = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenReplaced(heading, card);
  return (
    <div ref={card}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <button type="button" onClick={primary?.run}>
        {primary?.label}
      </button>
    </div>
  );
}

it("a card that StrictMode only rehearses to take away does not take the focus later", async () => {
  function Page({ isOver }: { isOver: boolean }) {
    // Has the focus as soon as it is there, and so while the end of the card is rehearsed.
    const focus = (input: HTMLInputElement | null) => input?.focus();
    return (
      <>
        {isOver ? (
          <ErrorCard key="next" error={failed()} />
        ) : (
          <ErrorCard key="first" error={failed()}>
            <input ref={focus} aria-label="Name" />
          </ErrorCard>
        )}
      </>
    );
  }
  const { rerender } = render(<Page isOver={false} />, { wrapper: StrictMode });
  const input = screen.getByRole("textbox", { name: "Name" });
  expect(input).toHaveFocus();
  // A script's doing: the person has pressed nothing.
  await act(async () => input.blur());
  rerender(<Page isOver={true} />);
  expect(heading()).toBeVisible();
  expect(document.body).toHaveFocus();
});

describe.each([
  ["a frame", inFrame],
  ["a shadow root", inShadowRoot],
])("a card that a portal puts into %s", (_, makePlace) => {
  it("has the focus on its heading where it replaces what had it, and when it comes back", () => {
    const { place, focused } = makePlace();
    const ui = (shown: "button" | "card" | "nothing") =>
      createPortal(
        <>
          {shown === "button" && <button type="button">Break</button>}
          {shown === "card" && (
            <ErrorCard error={failed()}>
              <button type="button">Again</button>
            </ErrorCard>
          )}
        </>,
        place,
      );
    const { rerender } = render(ui("button"));
    place.querySelector("button")?.focus();
    rerender(ui("card"));
    expect(focused()?.localName).toBe("h2");
    const again = [...place.querySelectorAll("button")].find((it) => it.textContent === "Again");
    again?.focus();
    expect(focused()).toBe(again);
    rerender(ui("nothing"));
    expect(focused()?.localName).not.toBe("button");
    rerender(ui("card"));
    expect(focused()?.localName).toBe("h2");
  });
});

function inFrame() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  const page = frame.contentDocument;
  if (!page) throw new Error("an empty frame has a document");
  return {
    place: page.body.appendChild(page.createElement("div")),
    focused: () => page.activeElement,
  };
}

function inShadowRoot() {
  const host = document.createElement("div");
  document.body.append(host);
  onTestFinished(() => host.remove());
  const root = host.attachShadow({ mode: "open" });
  return {
    place: root.appendChild(document.createElement("div")),
    focused: () => root.activeElement,
  };
}
