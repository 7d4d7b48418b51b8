import { CancelledError } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { fingerprintOf } from "../../src/error/fingerprint.ts";
import { createErrorToasts } from "../../src/toasts/create-error-toasts.ts";
import type { ErrorToasts } from "../../src/toasts/error-toasts.ts";
import { pending } from "../fetcher/fake-fetch.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({ code: "X", kind: "conflict", message: "m", route: "POST /v1/x", ...fields });

const entryOf = (toasts: ErrorToasts) => toasts.entryOf(fingerprintOf(failed()));
const press = (toasts: ErrorToasts) => entryOf(toasts)?.retry?.();

/** Two things failed in the same way. */
function twoFailed(first: () => unknown, second: () => unknown) {
  const toasts = createErrorToasts();
  toasts.add(failed(), first, "first");
  toasts.add(failed(), second, "second");
  return toasts;
}

describe("a toast's retry", () => {
  it("sends again all that failed, in the order in which it failed, and closes the toast", async () => {
    const sent: string[] = [];
    const firstIsDone = pending<void>();
    const toasts = twoFailed(
      () => {
        sent.push("first");
        return firstIsDone.promise;
      },
      () => sent.push("second"),
    );
    const pressed = press(toasts);
    expect(sent).toEqual(["first"]);
    firstIsDone.resolve();
    await pressed;
    expect(sent).toEqual(["first", "second"]);
    expect(toasts.open()).toEqual([]);
  });

  it("sends what failed twice once, as it was last", async () => {
    const toasts = createErrorToasts();
    const [older, newer] = [vi.fn(), vi.fn()];
    toasts.add(failed(), older, "same");
    toasts.add(failed(), newer, "same");
    await press(toasts);
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([0, 1]);
  });

  it("is kept by a later failure that brings none", async () => {
    const toasts = createErrorToasts();
    const retry = vi.fn();
    toasts.add(failed(), retry);
    toasts.add(failed());
    await press(toasts);
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it("stops at the first that fails again, and the next press goes on from there", async () => {
    const second = vi.fn();
    const first = vi.fn().mockRejectedValueOnce(failed());
    const toasts = twoFailed(first, second);
    await expect(press(toasts)).rejects.toMatchObject({ code: "X" });
    expect(second).not.toHaveBeenCalled();
    expect(entryOf(toasts)?.count).toBe(3);
    await press(toasts);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([2, 1]);
    expect(toasts.open()).toEqual([]);
  });

  it("counts a failure once that somebody has told of already", async () => {
    const toasts = createErrorToasts();
    const retry = () => {
      const again = failed();
      toasts.add(again, retry);
      return Promise.reject(again);
    };
    toasts.add(failed(), retry);
    await expect(press(toasts)).rejects.toThrow();
    expect(entryOf(toasts)?.count).toBe(2);
  });

  it("leaves what failed while it worked to the next press", async () => {
    const toasts = createErrorToasts();
    const later = vi.fn();
    toasts.add(failed(), () => toasts.add(failed(), later, "later"), "first");
    await press(toasts);
    expect(later).not.toHaveBeenCalled();
    await press(toasts);
    expect(later).toHaveBeenCalledTimes(1);
    expect(toasts.open()).toEqual([]);
  });

  it("leaves it to another toast where it fails in another way", async () => {
    const toasts = createErrorToasts();
    toasts.add(failed(), () => Promise.reject(failed({ code: "Y" })));
    await expect(press(toasts)).rejects.toThrow();
    expect(toasts.open().map(({ error }) => error.code)).toEqual(["Y"]);
  });

  it("stays, uncounted, where it is called off", async () => {
    const toasts = createErrorToasts();
    toasts.add(failed(), () => Promise.reject(new CancelledError()));
    await expect(press(toasts)).rejects.toThrow(CancelledError);
    expect(entryOf(toasts)?.count).toBe(1);
    expect(toasts.open()).toHaveLength(1);
  });

  it("sends nothing more once the toast is dismissed", async () => {
    const second = vi.fn();
    const firstIsDone = pending<void>();
    const toasts = twoFailed(() => firstIsDone.promise, second);
    const pressed = press(toasts);
    toasts.clear();
    firstIsDone.resolve();
    await pressed;
    expect(second).not.toHaveBeenCalled();
  });
});
