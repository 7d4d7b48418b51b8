import { inspect } from "node:util";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import type { RecourseProviderProps } from "../../../src/components/provider/RecourseProvider.tsx";
import { toApiError } from "../../../src/envelope/to-api-error.ts";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";
import { defineCatalog } from "../../../src/guidance/define-catalog.ts";
import { de } from "../../../src/guidance/locales/de.ts";
import { en } from "../../../src/guidance/locales/en.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

const api = quietApi(fakeFetch(json({})).fetch);
const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "GENERIC_ERROR",
    kind: "serverError",
    status: 500,
    message: "TypeError: x is not a function",
    requestId: "req_01",
    route: "GET /v1/x",
    ...fields,
  });
const expired = () => failed({ code: "SESSION_EXPIRED", kind: "notFound", status: 404 });

function show(
  props: Parameters<typeof ErrorCard>[0],
  provider: Omit<RecourseProviderProps, "api" | "children"> = {},
) {
  return render(<ErrorCard {...props} />, underProvider({ api, ...provider }));
}

const buttons = () => screen.getAllByRole("button").map(({ textContent }) => textContent);

describe("ErrorCard", () => {
  it("tells what did not happen and what to do, and announces both", async () => {
    show({ error: expired() });
    const alert = screen.getByRole("region");
    expect(within(alert).getByRole("heading", { level: 2 })).toHaveTextContent(
      "This session has expired",
    );
    expect(alert).toHaveTextContent("Open a new one to go on.");
    expect(alert.querySelector("[role=alert],[aria-live=assertive]")).toBeNull();
    await waitFor(() =>
      expect(document.querySelector("[aria-live=assertive]")).toHaveTextContent(
        "This session has expired. Sessions end after a while without activity. Open a new one to go on.",
      ),
    );
  });

  it("is a region with the title for a name", () => {
    show({ error: expired() });
    expect(screen.getByRole("region", { name: "This session has expired" })).toBeVisible();
  });

  it("never shows the server's own words", () => {
    const { container } = show({ error: failed() });
    expect(container).not.toHaveTextContent("TypeError");
  });

  it.each(["page", "section", "inline"] as const)("has a variant for a %s", (variant) => {
    show({ error: expired(), variant });
    expect(screen.getByRole("region")).toHaveAttribute("data-variant", variant);
  });

  it("is a section with a heading of level 2 unless it is told otherwise", () => {
    show({ error: expired() });
    expect(screen.getByRole("region")).toHaveAttribute("data-variant", "section");
  });

  it.each([1, 2, 3, 4, 5, 6] as const)("takes a heading of level %i", (headingLevel) => {
    show({ error: expired(), headingLevel });
    expect(screen.getByRole("heading", { level: headingLevel })).toBeVisible();
  });

  it("draws nothing for an abort, unless nothing else is there to see", () => {
    const abort = new DOMException("left", "AbortError");
    const { container, rerender } = show({ error: abort });
    expect(container).toBeEmptyDOMElement();
    rerender(<ErrorCard error={abort} showSilent />);
    expect(screen.getByRole("region")).toHaveTextContent("The request was cancelled");
  });

  it.each<[string, unknown]>([
    ["a string", "boom"],
    ["an Error", new Error("boom")],
  ])("has words for %s as well", (_, error) => {
    show({ error });
    expect(screen.getByRole("region")).toHaveTextContent("This didn’t work as it should");
  });

  it("has no request id line where there is no request id", () => {
    show({ error: failed({ requestId: undefined }) });
    expect(screen.queryByText("req_01")).toBeNull();
    expect(screen.queryByText("Request ID")).toBeNull();
  });

  it("shows the request id, left to right and untranslated", () => {
    show({ error: failed() });
    const [id] = screen.getAllByText("req_01");
    expect(id).toHaveAttribute("dir", "ltr");
    expect(id).toHaveAttribute("translate", "no");
  });

  it("folds the report away until it is asked for", async () => {
    show({ error: failed() }, { appVersion: "1.2.3" });
    expect(screen.getByText("App version")).not.toBeVisible();
    await userEvent.click(screen.getByText("Details for support"));
    expect(screen.getByText("App version")).toBeVisible();
    expect(screen.getByText("1.2.3")).toBeVisible();
  });

  it("puts children below the fix", () => {
    show({ error: failed(), children: <p>more</p> });
    const fix = screen.getByText(/problem is on our side/);
    const order = fix.compareDocumentPosition(screen.getByText("more"));
    expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("says which language it speaks", () => {
    show({ error: failed() }, { catalog: { ...defineCatalog({}), language: "de" } });
    expect(screen.getByRole("region")).toHaveAttribute("lang", "de");
  });

  it("speaks another language, in its buttons and its details too", () => {
    show({ error: failed(), onRetry: () => {} }, { catalog: de });
    expect(screen.getByRole("heading", { name: "Das hat nicht funktioniert" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Erneut versuchen" })).toBeVisible();
    expect(screen.getByText("Details für den Support")).toBeVisible();
    expect(screen.getByRole("region")).toHaveAttribute("lang", "de");
  });

  it("leaves the direction of the words to the words", () => {
    show({ error: expired() });
    for (const words of [/^This session has expired$/, /^Sessions end after a while/])
      expect(screen.getByText(words).tagName).toBe("BDI");
  });

  it("works without a provider", () => {
    render(<ErrorCard error={expired()} onRetry={() => {}} />);
    expect(screen.getByRole("region")).toBeVisible();
  });
});

describe("its buttons", () => {
  it("are none where there is nothing to call", () => {
    show({ error: expired() });
    expect(buttons()).toEqual(["Copy", "Copy report"]);
  });

  it("are none for a retry that nobody gave", () => {
    show({ error: failed() });
    expect(buttons()).toEqual(["Copy", "Copy report"]);
  });

  it("call the app's remedy with the error", async () => {
    const openSession = vi.fn();
    const error = expired();
    show({ error }, { remedies: { openSession } });
    await userEvent.click(screen.getByRole("button", { name: "Open a new session" }));
    expect(openSession.mock.calls).toEqual([[error]]);
  });

  it("offer no remedy that is not this failure's", () => {
    show({ error: expired(), onRetry: () => {} }, { remedies: { signIn: () => {} } });
    expect(buttons()).toEqual(["Copy", "Copy report"]);
  });

  it("hold the place and the focus while a retry is under way, and cannot be pressed twice", async () => {
    let finish = () => {};
    const onRetry = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    show({ error: failed(), onRetry });
    const button = screen.getByRole("button", { name: "Try again" });
    await userEvent.click(button);
    expect(button).toHaveTextContent("Working…");
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveAttribute("aria-busy", "true");
    expect(button).toHaveFocus();
    await userEvent.click(button);
    expect(onRetry).toHaveBeenCalledTimes(1);
    await act(async () => finish());
    expect(button).toHaveTextContent("Try again");
    expect(button).not.toHaveAttribute("aria-disabled");
  });

  it("become free again when a retry rejects", async () => {
    show({ error: failed(), onRetry: () => Promise.reject(new Error("again")) });
    const button = screen.getByRole("button", { name: "Try again" });
    await userEvent.click(button);
    expect(button).toHaveTextContent("Try again");
  });

  it("may take their card away", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    const { unmount } = show({ error: failed(), onRetry: () => unmount() });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(errors).not.toHaveBeenCalled();
  });

  it("link to support, with the report", () => {
    const supportUrl = vi.fn(() => "https://help.example/new");
    show({ error: failed({ kind: "clientError", code: "TEAPOT" }) }, { supportUrl });
    const link = screen.getByRole("link", { name: "Contact support" });
    expect(link).toHaveAttribute("href", "https://help.example/new");
    expect(link).toHaveAttribute("rel", expect.stringContaining("noreferrer"));
    expect(supportUrl).toHaveBeenCalledWith({
      markdown: expect.stringContaining("TEAPOT"),
      fields: expect.any(Array),
      earlierRequestIds: [],
    });
  });

  it.each([
    "",
    " ",
    "javascript:alert(1)",
    " JavaScript:alert(2)",
    "java\nscript:alert(3)",
    "data:text/html,x",
    "blob:https://help.example/1",
    "sms:112",
    "https://",
  ])("leave support out where its URL is %j, and say so once", (url) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const supportUrl = () => url;
    const teapot = () => failed({ kind: "clientError", code: "TEAPOT" });
    const { unmount } = show({ error: teapot() }, { supportUrl });
    expect(screen.queryByRole("link")).toBeNull();
    unmount();
    show({ error: teapot() }, { supportUrl });
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`got ${JSON.stringify(url)}`)]]);
  });

  it.each([
    "https://help.example/new",
    "http://localhost:3000/help",
    "//help.example/new",
    "mailto:help@example.com?subject=a%3Ab",
    "tel:+15550100",
    "/support?report=javascript:",
    "support/new",
    "?help",
    "#help",
  ])("link to support at %j", (url) => {
    show({ error: failed({ kind: "clientError", code: "TEAPOT" }) }, { supportUrl: () => url });
    expect(screen.getByRole("link", { name: "Contact support" })).toHaveAttribute("href", url);
  });

  it("call the app's contactSupport rather than the link", async () => {
    const contactSupport = vi.fn();
    const supportUrl = () => "https://help.example/new";
    show(
      { error: failed({ kind: "clientError", code: "TEAPOT" }) },
      { supportUrl, remedies: { contactSupport } },
    );
    expect(screen.queryByRole("link")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Contact support" }));
    expect(contactSupport).toHaveBeenCalledTimes(1);
  });

  it("leave support out where its URL cannot be made, and keep the card", () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const supportUrl = () => {
      throw Object.assign(new URIError("malformed"), { input: "hush_8c1f" });
    };
    show({ error: failed({ kind: "clientError", code: "TEAPOT" }) }, { supportUrl });
    expect(screen.getByRole("region")).toBeVisible();
    expect(screen.queryByRole("link")).toBeNull();
    const log = inspect(vi.mocked(console.error).mock.calls);
    expect(log).toContain("malformed");
    expect(log).not.toContain("hush_8c1f");
  });
});

describe("a retry that is refused until later", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 100_000 });
  });
  const limited = () =>
    failed({ code: "SLOW_DOWN", kind: "rateLimited", status: 429, retryAt: 102_500 });

  it("counts down outside of every live region, then is free", async () => {
    const onRetry = vi.fn();
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    show({ error: limited(), onRetry });
    const button = screen.getByRole("button", { name: "Try again in 3 sec" });
    expect(button.closest("[role=alert],[role=status],[aria-live]")).toBeNull();
    await user.click(button);
    expect(onRetry).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(button).toHaveTextContent("Try again in 2 sec");
    await act(() => vi.advanceTimersByTimeAsync(1_500));
    expect(button).toHaveTextContent(/^Try again$/);
    await user.click(button);
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["longer than a day", 100_000 + 25 * 60 * 60_000],
    ["for ever", Number.POSITIVE_INFINITY],
    ["until no time at all", Number.NaN],
  ])("is not locked %s by a server that is broken", (_, retryAt) => {
    show({ error: failed({ kind: "rateLimited", status: 429, retryAt }), onRetry: () => {} });
    expect(screen.getByRole("button", { name: "Try again" })).not.toHaveAttribute("aria-disabled");
  });

  it("does not hold another remedy up", () => {
    const catalog = defineCatalog({
      SLOW_DOWN: { title: "That was a lot", fix: "Ask for more.", remedy: "requestAccess" },
    });
    show({ error: limited() }, { catalog, remedies: { requestAccess: () => {} } });
    expect(screen.getByRole("button", { name: "Request access" })).not.toHaveAttribute(
      "aria-disabled",
    );
  });
});

describe("a card that stays while another failure comes", () => {
  /** What a screen reader hears from now on. */
  async function listen() {
    const region = await waitFor(() => {
      const there = document.querySelector("[aria-live]");
      if (!there) throw new Error("nothing can be said");
      return there;
    });
    const heard: string[] = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) heard.push(node.textContent ?? "");
    }).observe(region, { childList: true, subtree: true, characterData: true });
    return heard;
  }

  it("reads the same words out again, and not because it is drawn again", async () => {
    const again = (requestId: string) => failed({ requestId, at: 1 });
    const first = again("req_1");
    const { rerender } = render(<ErrorCard error={first} />);
    const heard = await listen();
    await waitFor(() => expect(heard).toHaveLength(1));
    rerender(<ErrorCard error={first} onRetry={() => {}} />);
    rerender(<ErrorCard error={again("req_2")} />);
    await waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[1]).toBe(heard[0]);
  });

  it("reads out once what a parent makes anew at each render", async () => {
    const thrown = new TypeError("slip");
    const { rerender } = render(<ErrorCard error={toApiError(thrown)} />);
    const heard = await listen();
    for (let times = 1; times <= 3; times += 1) rerender(<ErrorCard error={toApiError(thrown)} />);
    await waitFor(() => expect(heard).toHaveLength(1));
    rerender(<ErrorCard error={toApiError(new TypeError("slip"))} />);
    await waitFor(() => expect(heard).toHaveLength(2));
  });

  it("reads them out also where the failure is equal in all that is known of it", async () => {
    const again = () => failed({ at: 1, requestId: undefined });
    const { rerender } = render(<ErrorCard error={again()} />);
    const heard = await listen();
    rerender(<ErrorCard error={again()} />);
    await waitFor(() => expect(heard).toHaveLength(2));
  });

  it("keeps the focus that its heading has", () => {
    const { rerender } = render(<ErrorCard error={failed({ requestId: "req_1" })} />);
    const heading = screen.getByRole("heading");
    heading.focus();
    rerender(<ErrorCard error={failed({ requestId: "req_2" })} />);
    expect(heading).toHaveFocus();
    expect(heading).toBe(screen.getByRole("heading"));
  });
});

it.each([
  ["code", 42],
  ["route", { path: "/v1" }],
  ["path", ["/v1"]],
  ["requestId", 7],
  ["method", null],
])("draws an ApiError of plain JavaScript whose %s is %j", (field, value) => {
  const error = new ApiError({ code: "X", kind: "conflict", message: "m", ...{ [field]: value } });
  show({ error, onRetry: () => {} });
  expect(screen.getByRole("region")).toBeVisible();
  expect(screen.getByRole("button", { name: "Copy report" })).toBeInTheDocument();
});

/** As plain JavaScript gives them. */
const loosely = (props: Record<string, unknown>) => ({ ...props });

describe("a card of plain JavaScript", () => {
  it.each([null, undefined])("draws nothing for %s", (error) => {
    const { container } = show({ error });
    expect(container.querySelector("section")).toBeNull();
  });

  it.each([null, 0, 7, "2"])("is headed by h2 where its level is %j", (level) => {
    show({ error: failed(), ...loosely({ headingLevel: level }) });
    expect(screen.getByRole("heading", { level: 2 })).toBeVisible();
  });

  it("shows an app version that is a number", () => {
    show({ error: failed() }, loosely({ appVersion: 42 }));
    expect(screen.getByText("42")).toBeInTheDocument();
  });

  it.each<[string, object]>([
    ["no entries", { ...en, entries: undefined }],
    ["nothing at all", {}],
    ["no strings", { ...en, strings: null }],
  ])("shows with a catalog that has %s, and says in one line what is wrong", (_, catalog) => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    show({ error: failed() }, loosely({ catalog }));
    expect(screen.getByRole("heading")).toHaveTextContent("That didn’t work");
    expect(warned.mock.calls.flat().join()).toMatch(
      /catalog must be what defineCatalog\(.*: got one without/,
    );
  });

  it("tries again by the provider’s own remedy where it is given none", async () => {
    const retry = vi.fn();
    show({ error: failed() }, { remedies: { retry } });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
