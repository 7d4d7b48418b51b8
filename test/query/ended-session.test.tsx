import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../src/query/useApiQuery.ts";
import { signedApi } from "../fetcher/signed-api.ts";
import { pass, underProvider } from "./under-provider.tsx";

/** What a person has pressed just now, in a document that has none of it. */
function press() {
  Object.defineProperty(navigator, "userActivation", {
    configurable: true,
    value: { isActive: true },
  });
}

afterEach(() => {
  Reflect.deleteProperty(navigator, "userActivation");
});

const hooks: [string, () => { data: unknown; error: unknown; again: () => void }][] = [
  [
    "query that is fetched again",
    () => {
      const { data, error, refetch } = useApiQuery("GET /v1/x");
      return { data, error, again: () => void refetch() };
    },
  ],
  [
    "mutation that is sent again",
    () => {
      const { data, error, mutate } = useApiMutation("POST /v1/x");
      return { data, error, again: () => mutate() };
    },
  ],
];

describe("an ended session", () => {
  it.each(hooks)("is asked for again by a press: a %s", async (_, useHook) => {
    vi.useFakeTimers();
    const { api, refresh } = signedApi({ identity: () => "ada" });
    refresh.mockRejectedValueOnce(new Response(null, { status: 401 }));
    const { result } = renderHook(useHook, underProvider({ api }));
    for (const times of [1, 2]) {
      act(() => result.current.again());
      await pass(10);
      expect(result.current.error, `time ${times}`).toMatchObject({ status: 401 });
    }
    expect(refresh).toHaveBeenCalledTimes(1);
    press();
    act(() => result.current.again());
    await pass(10);
    expect(result.current.data).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});
