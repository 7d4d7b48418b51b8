import { afterEach, vi } from "vitest";

// Files share a worker: no test may leave its clock or its globals to the next.
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
