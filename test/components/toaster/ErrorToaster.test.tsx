import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode, useEffect } from "react";
import { describe, expect, it, vi } from "vitest";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { createErrorToasts } from "../../../src/toasts/create-error-toasts.ts";
import { toastError } from "../../../src/toasts/mounted-toasts.ts";
import { envelope, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

const api = quietApi(fakeFetch(json({})).fetch);
const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "GENERIC_ERROR",
    kind: "serverError",
    message: "m",
    route: "GET /v1/x",
    requestId: "req_01",
    ...fields,
  });
const expired = () => failed({ code: "SESSION_EXPIRED", kind: "notFound" });

const show = (...errors: unknown[]) => {
  const view = render(<ErrorToaster />, underProvider({ api }));
  act(() => {
    for (const error of errors) toastError(error);
  });
  return view;
};
const toasts = () => screen.queryAllByRole("dialog");
const announcer = () => document.querySelector("[aria-live=assertive]");

describe("ErrorToaster", () => {
  it("draws an empty live region and no toasts while all is well", () => {
    show();
    expect(announcer()).toBeEmptyDOMElement();
    expect(screen.queryByRole("region")).toBeNull();
  });

  it("shows a failure with its words and its request id", () => {
    show(expired());
    const toast = screen.getByRole("dialog", { name: "This session has expired" });
    expect(toast).toHaveAccessibleDescription(/Open a new one to go on/);
    expect(within(toast).getByText("req_01", { selector: "code" })).toBeVisible();
    expect(screen.getByRole("region", { name: "Problems" })).toContainElement(toast);
  });

  it("leaves the direction of the words to the words", () => {
    show(expired());
    const toast = within(screen.getByRole("dialog"));
    for (const words of [/^This session has expired$/, /^Sessions end after a while/])
      expect(toast.getByText(words).tagName).toBe("BDI");
  });

  it("counts the same failure on its toast, in sight and in words", () => {
    show(failed({ requestId: "req_a" }), failed({ requestId: "req_b" }), failed());
    expect(toasts()).toHaveLength(1);
    expect(screen.getByText("×3")).toHaveAttribute("aria-hidden", "true");
    expect(screen.getByText("Happened 3 times")).toBeInTheDocument();
    expect(screen.getByText("req_01", { selector: "code" })).toBeVisible();
    expect(screen.queryByText("req_a", { selector: "code" })).toBeNull();
  });

  it("tells the ids of the failures before the newest in its details", () => {
    show(failed({ requestId: "req_a" }), failed({ requestId: "req_b" }), failed());
    const earlier = screen.getByText("Earlier request IDs").parentElement;
    const ids = within(earlier ?? document.body).getAllByRole("definition");
    expect(ids.map(({ textContent }) => textContent)).toEqual(["req_b", "req_a"]);
  });

  it("does not count the first one", () => {
    show(failed());
    expect(screen.queryByText(/×/)).toBeNull();
  });

  it("shows at most 3 toasts, and the next one when there is room", async () => {
    show(...["A", "B", "C", "D"].map((code) => failed({ code, requestId: code })));
    expect(toasts()).toHaveLength(3);
    expect(screen.getByText("1 more")).toBeVisible();
    expect(screen.queryByText("A", { selector: "code" })).toBeNull();
    const [dismiss] = screen.getAllByRole("button", { name: "Dismiss" });
    await userEvent.click(dismiss ?? document.body);
    expect(toasts()).toHaveLength(3);
    expect(screen.getByText("A", { selector: "code" })).toBeVisible();
    expect(screen.queryByText(/more/)).toBeNull();
  });

  it("dismisses all at once, and offers that only where there is more than one", async () => {
    show(failed());
    expect(screen.queryByRole("button", { name: "Dismiss all" })).toBeNull();
    act(() => {
      for (const code of ["A", "B", "C", "D"]) toastError(failed({ code }));
    });
    await userEvent.click(screen.getByRole("button", { name: "Dismiss all" }));
    expect(toasts()).toHaveLength(0);
    expect(screen.queryByRole("region")).toBeNull();
  });

  it("names a counted toast with a pause between its title and its count", () => {
    show(failed(), failed());
    expect(toasts()[0]).toHaveAccessibleName(/^That didn’t work\.\s*Happened 2 times$/);
  });

  it("goes from its region to the next one by F6, and after the last one back", async () => {
    const second = createErrorToasts();
    second.add(failed());
    render(<input aria-label="field" />);
    show(failed());
    render(<ErrorToaster toasts={second} label="More problems" />);
    const field = screen.getByRole("textbox", { name: "field" });
    field.focus();
    const [first, next] = screen.getAllByRole("region");
    for (const expected of [first, next, field, first]) {
      await userEvent.keyboard("{F6}");
      expect(expected).toHaveFocus();
    }
    await userEvent.keyboard("{Shift>}{F6}{/Shift}");
    expect(field).toHaveFocus();
  });

  it("shows what was raised before it mounted, and announces it", async () => {
    toastError(expired());
    show();
    expect(toasts()).toHaveLength(1);
    await waitFor(() => expect(announcer()).toHaveTextContent("This session has expired"));
  });

  it("shows what a child raises in its mount effect once, also under StrictMode", () => {
    const error = expired();
    function Child() {
      useEffect(() => toastError(error), []);
      return null;
    }
    const { wrapper: Wrapper } = underProvider({ api });
    render(
      <StrictMode>
        <Wrapper>
          <Child />
          <ErrorToaster />
        </Wrapper>
      </StrictMode>,
    );
    expect(toasts()).toHaveLength(1);
    expect(screen.queryByText(/×/)).toBeNull();
  });

  it("keeps its toasts when it is taken off and put back", () => {
    const { rerender } = show(expired());
    rerender(<p>elsewhere</p>);
    expect(toasts()).toHaveLength(0);
    rerender(<ErrorToaster />);
    expect(toasts()).toHaveLength(1);
  });

  it("keeps a toast until it is dismissed", () => {
    vi.useFakeTimers();
    show(expired());
    act(() => vi.advanceTimersByTime(24 * 3_600_000));
    expect(toasts()).toHaveLength(1);
  });

  it("dismisses a toast by its button and by Escape", async () => {
    show(expired(), failed());
    const [first, second] = toasts();
    await userEvent.click(within(first ?? document.body).getByRole("button", { name: "Dismiss" }));
    expect(toasts()).toEqual([second]);
    second?.focus();
    await userEvent.keyboard("{Escape}");
    expect(toasts()).toEqual([]);
  });

  it("keeps Escape from closing what is behind it", async () => {
    const behind = vi.fn();
    document.addEventListener("keydown", behind);
    show(expired());
    toasts()[0]?.focus();
    await userEvent.keyboard("{Escape}");
    document.removeEventListener("keydown", behind);
    expect(behind.mock.calls.every(([event]) => event.key !== "Escape")).toBe(true);
  });

  it("gives the focus to the next toast, then back to where it was", async () => {
    render(<input aria-label="field" />);
    show(expired(), failed());
    screen.getByRole("textbox", { name: "field" }).focus();
    await userEvent.keyboard("{F6}");
    expect(screen.getByRole("region", { name: "Problems" })).toHaveFocus();
    toasts()[0]?.focus();
    await userEvent.keyboard("{Escape}");
    expect(toasts()[0]).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("textbox", { name: "field" })).toHaveFocus();
  });

  it("has its text outside of every live region, whose buttons would be read out as well", () => {
    show(expired());
    expect(toasts()[0]?.closest("[aria-live],[role=alert],[role=status]")).toBeNull();
    expect(toasts()[0]?.querySelector("[role=alert],[aria-live]")).toBeNull();
  });

  it("shows toasts of its own, where it is told to, under a name of its own", () => {
    const own = createErrorToasts();
    own.add(expired());
    const container = document.body.appendChild(document.createElement("aside"));
    render(<ErrorToaster toasts={own} container={container} label="Upload problems" />);
    expect(container).toContainElement(screen.getByRole("region", { name: "Upload problems" }));
    container.remove();
  });

  it("comes to the page where its container is not in the page", () => {
    const container = document.createElement("aside");
    render(<ErrorToaster container={container} />, underProvider({ api }));
    act(() => toastError(expired()));
    expect(screen.getByRole("region", { name: "Problems" })).toBeVisible();
  });

  it("moves from its container to another as it is", () => {
    const first = document.body.appendChild(document.createElement("aside"));
    const second = document.body.appendChild(document.createElement("aside"));
    const { rerender } = render(<ErrorToaster container={first} />, underProvider({ api }));
    act(() => toastError(expired()));
    const [before] = toasts();
    before?.focus();
    rerender(<ErrorToaster container={second} />);
    expect(toasts()).toEqual([before]);
    expect(second).toContainElement(before ?? null);
    expect(before).toHaveFocus();
    first.remove();
    second.remove();
  });

  it("tells the language of its name, unless the name is not the catalog’s", () => {
    const { rerender } = show(expired());
    expect(screen.getByRole("region")).toHaveAttribute("lang", "en");
    rerender(<ErrorToaster label="Schwierigkeiten" />);
    expect(screen.getByRole("region")).not.toHaveAttribute("lang");
  });
});

describe("a toast's retry", () => {
  const withRetry = (retry: () => unknown) => {
    show();
    act(() => toastError(failed(), { retry }));
    return userEvent.click(screen.getByRole("button", { name: "Try again" }));
  };

  it("closes the toast when it works", async () => {
    const retry = vi.fn();
    await withRetry(retry);
    expect(retry).toHaveBeenCalledTimes(1);
    expect(toasts()).toEqual([]);
  });

  it("leaves the toast there when it fails", async () => {
    await withRetry(() => Promise.reject(failed()));
    expect(toasts()).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Try again" })).not.toHaveAttribute("aria-disabled");
  });

  it("is not offered where there is none", () => {
    show(failed());
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  it("of a mutation sends it again, counts on the same toast, and escalates to support", async () => {
    const { fetch } = fakeFetch(envelope(500, "GENERIC_ERROR"));
    function Save() {
      const { mutate } = useApiMutation("POST /v1/x", { retry: false });
      return (
        <button type="button" onClick={() => mutate()}>
          save
        </button>
      );
    }
    render(
      <>
        <Save />
        <ErrorToaster />
      </>,
      underProvider({ api: quietApi(fetch), supportUrl: () => "https://help.example" }),
    );
    await userEvent.click(screen.getByRole("button", { name: "save" }));
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    await screen.findByText("×2");
    expect(screen.queryByRole("link")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText("×3");
    expect(screen.getByRole("link", { name: "Contact support" })).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});
