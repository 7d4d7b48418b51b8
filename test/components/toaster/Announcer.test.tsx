import { act, render } from "@testing-library/react";
import { StrictMode } from "react";
import { describe, expect, it, vi } from "vitest";
import { Announcer } from "../../../src/components/toaster/Announcer.tsx";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";
import { fingerprintOf } from "../../../src/error/fingerprint.ts";
import { ja } from "../../../src/guidance/locales/ja.ts";
import { ErrorToasts } from "../../../src/toasts/error-toasts.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({ code: "GENERIC_ERROR", kind: "serverError", message: "m", ...fields });

/** What a screen reader hears: the nodes that are put into the live region. */
function listen(toasts: ErrorToasts, { strict = false } = {}) {
  const { container } = render(
    <Announcer toasts={toasts} />,
    strict ? { wrapper: StrictMode } : {},
  );
  const region = container.querySelector("[aria-live]");
  const heard: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) heard.push(node.textContent ?? "");
  });
  if (region) observer.observe(region, { childList: true, subtree: true, characterData: true });
  return { region, heard };
}

const raise = (toasts: ErrorToasts, error: ApiError) => act(async () => toasts.add(error));

describe("Announcer", () => {
  it("is there, empty, before anything is said", () => {
    const { region } = listen(new ErrorToasts());
    expect(region).toBeEmptyDOMElement();
    expect(region).toHaveAttribute("aria-live", "assertive");
    expect(region).not.toHaveAttribute("role");
  });

  it("says title and fix of a new toast, once, however often it repeats", async () => {
    const toasts = new ErrorToasts();
    const { heard } = listen(toasts);
    for (const _time of [1, 2, 3]) await raise(toasts, failed());
    expect(heard).toEqual([expect.stringMatching(/^That didn’t work\. .*request ID\.$/)]);
  });

  it("puts between title and fix what the language does", async () => {
    const toasts = new ErrorToasts();
    const api = quietApi(fakeFetch(json({})).fetch);
    const { container } = render(
      <Announcer toasts={toasts} />,
      underProvider({ api, catalog: ja }),
    );
    await raise(toasts, failed());
    const { title, fix } = ja.entries.GENERIC_ERROR;
    expect(container.querySelector("[aria-live]")).toHaveTextContent(`${title}。${fix}`);
  });

  it("says the same words again for another toast that has them, and for one that comes back", async () => {
    const toasts = new ErrorToasts();
    const { heard } = listen(toasts);
    await raise(toasts, failed({ route: "GET /v1/x" }));
    await raise(toasts, failed({ route: "GET /v1/y" }));
    await act(async () => toasts.close(fingerprintOf(failed({ route: "GET /v1/x" }))));
    await raise(toasts, failed({ route: "GET /v1/x" }));
    expect(heard).toHaveLength(3);
  });

  it("says nothing when a toast is dismissed, and keeps no words that nobody sees", async () => {
    const toasts = new ErrorToasts();
    const { heard, region } = listen(toasts);
    await raise(toasts, failed());
    await act(async () => toasts.clear());
    expect(heard).toHaveLength(1);
    expect(region).toBeEmptyDOMElement();
  });

  it("keeps its words for as long as they take to be read, and says none of them again", async () => {
    vi.useFakeTimers();
    const toasts = new ErrorToasts();
    const { heard, region } = listen(toasts);
    await raise(toasts, failed({ route: "GET /v1/x" }));
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(region).not.toBeEmptyDOMElement();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(region).toBeEmptyDOMElement();
    await raise(toasts, failed({ route: "GET /v1/y" }));
    expect(region?.children).toHaveLength(1);
    expect(heard).toHaveLength(2);
  });

  it("says it once under StrictMode", async () => {
    const toasts = new ErrorToasts();
    const { heard } = listen(toasts, { strict: true });
    await raise(toasts, failed());
    expect(heard).toHaveLength(1);
  });
});
