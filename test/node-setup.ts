import { afterEach, vi } from "vitest";

// Files share a worker: no test may leave its clock or its globals to the next.
afterEach(() => {
  // First: a spy on a fake clock's function would put that back.
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
