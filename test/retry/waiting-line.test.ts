import { beforeEach, describe, expect, it, vi } from "vitest";
import { WaitingLine } from "../../src/retry/waiting-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

describe("a wait in line", () => {
  it.each<[string, (line: WaitingLine, controller: AbortController) => void]>([
    ["a call", (line) => line.callAll()],
    ["an abort", (_, controller) => controller.abort()],
    ["its time", () => vi.advanceTimersByTime(1_000)],
  ])("that %s has ended is forgotten: later calls find nobody", async (_, end) => {
    const line = new WaitingLine();
    const controller = new AbortController();
    const released = vi.spyOn(controller.signal, "removeEventListener");
    const wait = line.wait(1_000, controller.signal);
    end(line, controller);
    await wait;
    line.callAll();
    line.callFirst();
    expect(released).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("never begins with a signal that is aborted already", async () => {
    await new WaitingLine().wait(1_000, AbortSignal.abort());
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** Four who wait, of whom some leave before they are called: who has gone, in which order. */
function four(patienceEndsMs: readonly number[] = []) {
  const line = new WaitingLine();
  const controllers = [0, 1, 2, 3].map(() => new AbortController());
  const gone: string[] = [];
  for (const [index, name] of ["A", "B", "C", "D"].entries())
    line
      .wait(60_000, controllers[index]?.signal, patienceEndsMs[index])
      .then(() => gone.push(name));
  const leave = (...names: number[]) => {
    for (const name of names) controllers[name]?.abort();
  };
  return { line, gone, leave };
}

describe("a line", () => {
  it("calls one after the other, in the order in which they came", async () => {
    const { line, gone } = four();
    for (const expected of [["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]]) {
      line.callFirst();
      await vi.advanceTimersByTimeAsync(0);
      expect(gone).toEqual(expected);
    }
  });

  it.each([
    ["the first", [0], ["A", "B"]],
    ["the last", [3], ["D", "A"]],
    ["one in the middle", [1], ["B", "A"]],
    ["neighbours", [1, 2], ["B", "C", "A"]],
    ["all but the last", [0, 1, 2], ["A", "B", "C", "D"]],
    ["all", [0, 1, 2, 3], ["A", "B", "C", "D"]],
  ])("closes up behind %s who left", async (_, left, expected) => {
    const { line, gone, leave } = four();
    leave(...left);
    line.callFirst();
    await vi.advanceTimersByTimeAsync(0);
    expect(gone).toEqual(expected);
    line.callAll();
    await vi.advanceTimersByTimeAsync(0);
    expect(gone.toSorted()).toEqual(["A", "B", "C", "D"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("calls those alone whose patience ends before a time", async () => {
    const { line, gone } = four([10, 30, 20, 30]);
    line.callImpatient(30);
    await vi.advanceTimersByTimeAsync(0);
    expect(gone).toEqual(["A", "C"]);
  });
});
