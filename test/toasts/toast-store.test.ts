import { describe, expect, it, vi } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { fingerprintOf } from "../../src/error/fingerprint.ts";
import type { ErrorToasts } from "../../src/toasts/error-toasts.ts";
import { ToastStore } from "../../src/toasts/toast-store.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({ code: "X", kind: "conflict", message: "m", route: "GET /v1/x", ...fields });

const entryOf = (toasts: Pick<ErrorToasts, "entryOf">, error = failed()) =>
  toasts.entryOf(fingerprintOf(error));

describe("The store of toasts", () => {
  it("counts failures of one fingerprint on one toast, and keeps the newest", () => {
    const toasts = new ToastStore();
    const errors = ["a", "b", "c"].map((requestId) => failed({ requestId }));
    for (const error of errors) toasts.add(error);
    expect(entryOf(toasts)).toMatchObject({ count: 3, error: { requestId: "c" } });
    expect(toasts.newest().toasts).toHaveLength(1);
    expect(toasts.open()).toMatchObject([{ key: expect.any(String), error: errors[2] }]);
  });

  it("has a toast for every fingerprint, and shows the newest 3", () => {
    const toasts = new ToastStore();
    for (const code of ["A", "B", "C", "D"]) toasts.add(failed({ code }));
    expect(toasts.open().map(({ error }) => error.code)).toEqual(["A", "B", "C", "D"]);
    expect(toasts.newest()).toMatchObject({
      toasts: [{ error: { code: "D" } }, { error: { code: "C" } }, { error: { code: "B" } }],
      others: 1,
    });
  });

  it("counts the same error object once, also after its toast was closed", () => {
    const toasts = new ToastStore();
    const error = failed();
    toasts.add(error);
    toasts.add(error);
    expect(entryOf(toasts)?.count).toBe(1);
    toasts.close(fingerprintOf(error));
    toasts.add(error);
    expect(toasts.open()).toEqual([]);
  });

  it("starts counting anew once a toast was closed, with a key of its own", () => {
    const toasts = new ToastStore();
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
    const toasts = new ToastStore();
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
    const toasts = new ToastStore();
    toasts.add(failed());
    expect(toasts.open()).toBe(toasts.open());
    expect(entryOf(toasts)).toBe(entryOf(toasts));
  });

  it("closes all, and nothing for a fingerprint it does not know", () => {
    const toasts = new ToastStore();
    for (const code of ["A", "B", "C", "D"]) toasts.add(failed({ code }));
    toasts.close("nobody's");
    toasts.clear();
    expect(toasts.open()).toEqual([]);
    expect(toasts.newest()).toEqual({ toasts: [], others: 0 });
  });

  it("shows an older one as soon as there is room, however many have come and gone", () => {
    const toasts = new ToastStore();
    for (const code of ["A", "B", "C", "D"]) toasts.add(failed({ code }));
    for (let index = 0; index < 100; index += 1) {
      toasts.add(failed({ code: `${index}` }));
      toasts.close(fingerprintOf(failed({ code: `${index}` })));
    }
    toasts.close(fingerprintOf(failed({ code: "C" })));
    expect(toasts.newest().toasts.map(({ error }) => error.code)).toEqual(["D", "B", "A"]);
  });

  it("tells of each failure that it adds, counted ones as well, and of none twice", () => {
    const toasts = new ToastStore();
    const added = vi.fn<(error: ApiError) => void>();
    toasts.onAdded(added);
    const [first, second] = [failed(), failed()];
    for (const error of [first, second, first]) toasts.add(error);
    toasts.add(new Error("e"));
    expect(added.mock.calls.map(([error]) => error)).toEqual([
      first,
      second,
      expect.objectContaining({ code: "UNEXPECTED_ERROR" }),
    ]);
  });

  it("hands over what is open, with its count and what is to be sent again", async () => {
    const [from, to] = [new ToastStore(), new ToastStore()];
    const sent: string[] = [];
    from.add(failed({ requestId: "a" }), () => sent.push("a"));
    from.add(failed({ requestId: "b" }), () => sent.push("b"));
    from.add(failed({ code: "Y" }));
    from.moveTo(to);
    expect(from.open()).toEqual([]);
    expect(to.open()).toMatchObject([
      { count: 2, error: { requestId: "b" }, earlierRequestIds: ["a"] },
      { count: 1, error: { code: "Y" } },
    ]);
    await to.open()[0]?.retry?.();
    expect(sent).toEqual(["a", "b"]);
    expect(to.open()).toHaveLength(1);
  });
});
