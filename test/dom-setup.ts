import { act, cleanup } from "@testing-library/react";
import "@testing-library/jest-dom/vitest";
import { focusManager, onlineManager } from "@tanstack/react-query";
import { afterEach, vi } from "vitest";
import { errorToasts } from "../src/toasts/mounted-toasts.ts";

// Testing Library lets a fake clock run only where it finds Jest's, and waits for ever in Vitest's.
Object.assign(globalThis, {
  jest: { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) },
});

afterEach(() => {
  act(() => errorToasts.clear());
  cleanup();
  // First: a spy on a fake clock's function would put that back.
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
  focusManager.setFocused(undefined);
});
