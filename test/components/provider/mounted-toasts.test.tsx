import { act, render } from "@testing-library/react";
import { useEffect } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RecourseProvider } from "../../../src/components/provider/RecourseProvider.tsx";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";
import { createErrorToasts } from "../../../src/toasts/create-error-toasts.ts";
import { errorToasts, toastError } from "../../../src/toasts/mounted-toasts.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";

afterEach(() => errorToasts.clear());

const api = quietApi(fakeFetch(json({})).fetch);

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({ code: "X", kind: "conflict", message: "m", route: "GET /v1/x", ...fields });

const shown = () => errorToasts.open().map(({ error }) => error.code);

describe("toastError", () => {
  it.each<[string, unknown]>([
    ["an ApiError", failed({ code: "UNEXPECTED_ERROR" })],
    ["an Error", new Error("e")],
    ["null", null],
    ["undefined", undefined],
    ["a string", "boom"],
  ])("shows %s", (_, thrown) => {
    toastError(thrown);
    expect(shown()).toEqual(["UNEXPECTED_ERROR"]);
  });

  it.each<[string, unknown]>([
    ["the browser's abort", new DOMException("left", "AbortError")],
    ["the kit's abort", failed({ code: "ABORT_ERROR", kind: "aborted" })],
  ])("does not show %s", (_, thrown) => {
    toastError(thrown);
    expect(shown()).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["a server's ABORT_ERROR", failed({ code: "ABORT_ERROR", kind: "clientError", status: 499 })],
    ["one in JSON", failed({ code: "ABORT_ERROR", kind: "serverError", status: 500 }).toJSON()],
    [
      "an abort in JSON that has a status",
      { "~recourse": "ApiError", code: "C", kind: "aborted", status: 500 },
    ],
  ])("shows %s, since the page did not abort what was answered", (_, thrown) => {
    toastError(thrown);
    expect(errorToasts.open()).toHaveLength(1);
  });

  it.each<[string, object]>([
    ["an ApiError", failed()],
    ["an Error", new Error("e")],
  ])("shows the same object, %s, once", (_, thrown) => {
    toastError(thrown);
    toastError(thrown);
    expect(errorToasts.open().map(({ count }) => count)).toEqual([1]);
  });

  it("speaks to the provider's store, and tells its onError, once", () => {
    const onError = vi.fn();
    const toasts = createErrorToasts();
    render(<RecourseProvider api={api} toasts={toasts} onError={onError} />);
    const thrown = new TypeError("slip");
    act(() => {
      toastError(thrown);
      toastError(thrown);
    });
    expect(toasts.open()).toHaveLength(1);
    expect(shown()).toEqual(["UNEXPECTED_ERROR"]);
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ cause: thrown })]]);
  });

  it("before there is a provider waits for one, also in a child's mount effect", () => {
    const onError = vi.fn();
    const Child = () => {
      useEffect(() => toastError(failed({ code: "LATER" })), []);
      return null;
    };
    toastError(failed({ code: "EARLY" }));
    render(
      <RecourseProvider api={api} onError={onError}>
        <Child />
      </RecourseProvider>,
    );
    expect(shown()).toEqual(["EARLY", "LATER"]);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it("keeps two pages of two providers apart, and goes to the last that was mounted", () => {
    const [first, second] = [createErrorToasts(), createErrorToasts()];
    render(<RecourseProvider api={api} toasts={first} />);
    const { unmount } = render(<RecourseProvider api={api} toasts={second} />);
    act(() => toastError(failed({ code: "A" })));
    unmount();
    act(() => toastError(failed({ code: "B" })));
    expect([first, second].map((toasts) => toasts.open().map(({ error }) => error.code))).toEqual([
      ["B"],
      ["A"],
    ]);
  });

  it("tells who listens to the page's toasts of every store that becomes them", () => {
    const listener = vi.fn();
    const stop = errorToasts.subscribe(listener);
    const { unmount } = render(<RecourseProvider api={api} />);
    listener.mockClear();
    act(() => toastError(failed()));
    expect(listener).toHaveBeenCalledTimes(1);
    unmount();
    expect(shown()).toEqual([]);
    stop();
    listener.mockClear();
    toastError(failed());
    expect(listener).not.toHaveBeenCalled();
  });

  it("does nothing on a server, where every visitor would see it", () => {
    const { document: page } = globalThis;
    vi.stubGlobal("document", undefined);
    toastError(failed());
    errorToasts.add(failed({ code: "Y" }));
    vi.stubGlobal("document", page);
    expect(shown()).toEqual([]);
  });
});
