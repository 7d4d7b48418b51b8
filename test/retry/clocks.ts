import { vi } from "vitest";

/** Somebody sets the device's clock, forward or back. No time passes. Needs fake timers, as the rest here. */
export function setClock(byMs: number): void {
  vi.setSystemTime(Date.now() + byMs);
}

/** The page sleeps: time passes on both clocks, and no timer fires until it has woken. */
export function sleepPage(forMs: number): void {
  setClock(forMs);
  const { now } = performance;
  // A page that sleeps again goes on from where it was.
  const before = vi.isMockFunction(now) ? now.getMockImplementation() : now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => Number(before?.()) + forMs);
}
