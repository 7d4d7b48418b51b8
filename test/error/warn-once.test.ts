import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { warnOnce } from "../../src/error/warn-once.ts";

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it("tells a key's first message, under the kit's name and with what came", () => {
  const thrown = new Error("no");
  warnOnce(() => ["once a", "a was wanted:", thrown]);
  warnOnce(() => ["once a", "a was wanted:", thrown]);
  warnOnce(() => ["once b", "b was wanted"]);

  expect(vi.mocked(console.warn).mock.calls).toEqual([
    ["[react-recourse] a was wanted:", thrown],
    ["[react-recourse] b was wanted"],
  ]);
});

it("is silent in production", () => {
  vi.stubEnv("NODE_ENV", "production");
  warnOnce(() => process.env.NODE_ENV !== "production" && ["in production", "a was wanted"]);

  expect(console.warn).not.toHaveBeenCalled();
});

it("is silent, and not in the way, where there is no process", () => {
  vi.stubGlobal("process", undefined);
  warnOnce(() => process.env.NODE_ENV !== "production" && ["without a process", "a was wanted"]);

  expect(console.warn).not.toHaveBeenCalled();
});
