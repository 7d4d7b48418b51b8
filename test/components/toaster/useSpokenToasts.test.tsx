import { act, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useSpokenToasts } from "../../../src/components/toaster/useSpokenToasts.ts";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";
import { fingerprintOf } from "../../../src/error/fingerprint.ts";
import { ja } from "../../../src/guidance/locales/ja.ts";
import { createErrorToasts } from "../../../src/toasts/create-error-toasts.ts";
import type { ErrorToasts } from "../../../src/toasts/error-toasts.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({ code: "GENERIC_ERROR", kind: "serverError", message: "m", ...fields });

const region = () => document.querySelector("[aria-live]");

/** What a screen reader hears: the nodes that are put into the live region. */
async function listen(toasts: ErrorToasts, { strict = false } = {}) {
  renderHook(() => useSpokenToasts(toasts), strict ? { wrapper: StrictMode } : {});
  const heard: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) heard.push(node.textContent ?? "");
  });
  observer.observe(region() ?? document, { childList: true, subtree: true, characterData: true });
  await act(() => vi.advanceTimersByTimeAsync(200));
  return heard;
}

const raise = (toasts: ErrorToasts, error: ApiError) => act(async () => toasts.add(error));

describe("A toast", () => {
  it("is said with title and fix, once, however often it repeats", async () => {
    const toasts = createErrorToasts();
    const heard = await listen(toasts);
    for (const _time of [1, 2, 3]) await raise(toasts, failed());
    expect(heard).toEqual([expect.stringMatching(/^That didn’t work\. .*contact support\.$/)]);
  });

  it("is said with what the language puts between sentences", async () => {
    const toasts = createErrorToasts();
    const api = quietApi(fakeFetch(json({})).fetch);
    renderHook(() => useSpokenToasts(toasts), underProvider({ api, catalog: ja }));
    await act(() => vi.advanceTimersByTimeAsync(200));
    await raise(toasts, failed());
    const { title, fixWithoutId: fix } = ja.entries.GENERIC_ERROR;
    expect(region()).toHaveTextContent(`${title}。${fix}`);
  });

  it("is said again in the same words where another has them, and where it comes back", async () => {
    const toasts = createErrorToasts();
    const heard = await listen(toasts);
    await raise(toasts, failed({ route: "GET /v1/x" }));
    await raise(toasts, failed({ route: "GET /v1/y" }));
    await act(async () => toasts.close(fingerprintOf(failed({ route: "GET /v1/x" }))));
    await raise(toasts, failed({ route: "GET /v1/x" }));
    expect(heard).toHaveLength(3);
  });

  it("is not said when it comes into sight because another one was dismissed", async () => {
    const toasts = createErrorToasts();
    const heard = await listen(toasts);
    for (const route of ["a", "b", "c", "d"]) await raise(toasts, failed({ route }));
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    const before = heard.length;
    await act(async () => toasts.close(fingerprintOf(failed({ route: "d" }))));
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(heard).toHaveLength(before);
  });

  it("leaves no words behind that nobody sees", async () => {
    const toasts = createErrorToasts();
    const heard = await listen(toasts);
    await raise(toasts, failed());
    await act(async () => toasts.clear());
    expect(heard).toHaveLength(1);
    expect(region()).toBeEmptyDOMElement();
  });

  it("that was there before the toaster is said, and the others are counted", async () => {
    const toasts = createErrorToasts();
    for (const route of ["a", "b", "c", "d", "e"]) toasts.add(failed({ route }));
    const heard = await listen(toasts);
    expect(heard).toHaveLength(3);
    await act(() => vi.advanceTimersByTimeAsync(4_000));
    expect(heard[3]).toBe("2 more");
  });

  it("is said once under StrictMode", async () => {
    const toasts = createErrorToasts();
    const heard = await listen(toasts, { strict: true });
    await raise(toasts, failed());
    expect(heard).toHaveLength(1);
  });

  it("is said again, once for each press, where trying it again fails", async () => {
    const toasts = createErrorToasts();
    const heard = await listen(toasts);
    await act(async () => toasts.add(failed(), () => Promise.reject(failed())));
    await act(async () =>
      toasts
        .open()[0]
        ?.retry?.()
        .catch(() => {}),
    );
    await act(async () =>
      toasts
        .open()[0]
        ?.retry?.()
        .catch(() => {}),
    );
    expect(heard).toHaveLength(3);
    expect(new Set(heard).size).toBe(1);
  });
});
