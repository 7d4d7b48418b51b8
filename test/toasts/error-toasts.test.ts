import { describe, expect, it, vi } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { fingerprintOf } from "../../src/error/fingerprint.ts";
import { ErrorToasts, errorToasts, toastError } from "../../src/toasts/error-toasts.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({ code: "X", kind: "conflict", message: "m", route: "GET /v1/x", ...fields });

const entryOf = (toasts: ErrorToasts, error = failed()) => toasts.entryOf(fingerprintOf(error));

describe("ErrorToasts", () => {
  it("counts failures of one fingerprint on one toast, and keeps the newest", () => {
    const toasts = new ErrorToasts();
    const errors = ["a", "b", "c"].map((requestId) => failed({ requestId }));
    for (const error of errors) toasts.add(error);
    expect(entryOf(toasts)).toMatchObject({ count: 3, error: { requestId: "c" } });
    expect(toasts.queue.visibleToasts).toHaveLength(1);
    expect(toasts.open()).toMatchObject([{ key: expect.any(String), error: errors[0] }]);
  });

  it("has a toast for every fingerprint, and shows the newest 3", () => {
    const toasts = new ErrorToasts();
    for (const code of ["A", "B", "C", "D"]) toasts.add(failed({ code }));
    expect(toasts.open().map(({ error }) => error.code)).toEqual(["A", "B", "C", "D"]);
    expect(toasts.queue.visibleToasts).toHaveLength(3);
  });

  it("counts the same error object once, also after its toast was closed", () => {
    const toasts = new ErrorToasts();
    const error = failed();
    toasts.add(error);
    toasts.add(error);
    expect(entryOf(toasts)?.count).toBe(1);
    toasts.close(fingerprintOf(error));
    toasts.add(error);
    expect(toasts.open()).toEqual([]);
  });

  it("starts counting anew once a toast was closed, with a key of its own", () => {
    const toasts = new ErrorToasts();
    toasts.add(failed());
    toasts.add(failed());
    const [before] = toasts.open();
    toasts.close(fingerprintOf(failed()));
    expect(entryOf(toasts)).toBeUndefined();
    toasts.add(failed());
    expect(entryOf(toasts)?.count).toBe(1);
    expect(toasts.open()[0]?.key).not.toBe(before?.key);
  });

  it("tells its listeners of every change, and none that has gone", () => {
    const toasts = new ErrorToasts();
    const listener = vi.fn();
    const stop = toasts.subscribe(listener);
    toasts.add(failed());
    toasts.add(failed());
    toasts.clear();
    expect(listener).toHaveBeenCalledTimes(3);
    stop();
    toasts.add(failed());
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it("keeps its snapshots until something changes, as React demands", () => {
    const toasts = new ErrorToasts();
    toasts.add(failed());
    expect(toasts.open()).toBe(toasts.open());
    expect(entryOf(toasts)).toBe(entryOf(toasts));
  });

  it("closes all, and nothing for a fingerprint it does not know", () => {
    const toasts = new ErrorToasts();
    for (const code of ["A", "B", "C", "D"]) toasts.add(failed({ code }));
    toasts.close("nobody's");
    toasts.clear();
    expect(toasts.open()).toEqual([]);
    expect(toasts.queue.visibleToasts).toEqual([]);
  });
});

describe("toastError", () => {
  const shown = () => errorToasts.open().map(({ error }) => error.code);

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
    ["an abort that the server tells of", failed({ code: "ABORT_ERROR", kind: "clientError" })],
  ])("does not show %s", (_, thrown) => {
    toastError(thrown);
    expect(shown()).toEqual([]);
  });

  it.each<[string, object]>([
    ["an ApiError", failed()],
    ["an Error", new Error("e")],
  ])("shows the same object, %s, once", (_, thrown) => {
    toastError(thrown);
    toastError(thrown);
    const [toast] = errorToasts.open();
    expect(toast && entryOf(errorToasts, toast.error)?.count).toBe(1);
  });
});
