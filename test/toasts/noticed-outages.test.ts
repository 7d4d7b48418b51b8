/** A failed read of an API whose state a notice on the page would show: told of by the notice, or else by a toast. */

import { beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { ToastStore } from "../../src/toasts/toast-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const success = { path: "/v1/x", route: "GET /v1/other", isSigned: true };

/** A page with a notice that has nothing to tell of. */
function page() {
  const toasts = new ToastStore();
  const told = vi.fn();
  toasts.onAdded(told);
  const stop = toasts.noticed.mount("agents");
  function read(key: string, api = "agents") {
    const kind = "unavailable";
    const error = new ApiError({ code: "DOWN", kind, message: "", api, route: `GET /v1/${key}` });
    toasts.addFailed(error, { send: async () => {}, key, isRead: true });
    return error;
  }
  const counts = () => toasts.open().map(({ count }) => count);
  return { toasts, told, stop, read, counts };
}

it("A read that fails has its toast a second later, with what failed meanwhile", () => {
  const { read, counts, told } = page();
  read("a");
  const error = read("b");
  vi.advanceTimersByTime(999);
  expect(counts()).toEqual([]);
  expect(told).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(counts()).toEqual([2]);
  expect(told.mock.calls).toEqual([[error]]);
  read("c");
  expect(counts()).toEqual([3]);
});

it("A toast that was kept back is newer than those that were not", () => {
  const { read, toasts } = page();
  read("a");
  read("b", "billing");
  vi.advanceTimersByTime(1_000);
  const [newest, ...others] = toasts.newest().toasts;
  expect(newest?.error.api).toBe("agents");
  expect(newest?.number).toBeGreaterThan(others[0]?.number ?? Number.POSITIVE_INFINITY);
  expect(newest?.key).not.toBe(others[0]?.key);
});

it.each<[string, (opened: ReturnType<typeof page>) => void]>([
  ["the API works", ({ toasts }) => toasts.causes.apiWorked("agents", success)],
  ["the read works", ({ toasts }) => toasts.causes.readWorked("a")],
  ["a notice tells of it", ({ toasts }) => toasts.noticed.tell("agents")],
  ["the person signs out", ({ toasts }) => toasts.forget()],
])("There is none where meanwhile %s", (_, happen) => {
  const opened = page();
  opened.read("a");
  vi.advanceTimersByTime(500);
  happen(opened);
  vi.advanceTimersByTime(10_000);
  expect(opened.counts()).toEqual([]);
  expect(opened.toasts.recoveries()).toBe(0);
});

it("What a notice has taken over has a toast again once the notice has gone, or tells of it no more", () => {
  const { toasts, read, counts, stop } = page();
  read("a");
  vi.advanceTimersByTime(1_000);
  const stopTelling = toasts.noticed.tell("agents");
  expect(counts()).toEqual([]);
  read("a");
  vi.advanceTimersByTime(1_000);
  expect(counts()).toEqual([]);
  stopTelling();
  read("a");
  vi.advanceTimersByTime(1_000);
  expect(counts()).toEqual([1]);
  toasts.clear();
  toasts.causes.readWorked("a");
  stop();
  read("a");
  expect(counts()).toEqual([1]);
});

it("Of an API without a notice the toast comes at once", () => {
  const { read, counts } = page();
  read("a", "billing");
  expect(counts()).toEqual([1]);
});
