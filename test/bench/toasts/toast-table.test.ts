import { describe, expect, it } from "vitest";
import { floods, trickles } from "../../../bench/toasts/flood.ts";
import { toastTable } from "../../../bench/toasts/measure-toasts.ts";

describe("the table of toasters", () => {
  const cost = (ms: number) => ({ scriptMs: ms, threadMs: 2 * ms, elements: 10 * ms });
  const table = toastTable([
    { name: "kit", figures: [cost(10), cost(20), cost(30)] },
    { name: "react-hot-toast", figures: [cost(20), cost(40), cost(60)] },
    { name: "sonner", figures: [cost(20), undefined, undefined] },
  ]);
  const [kit, other, slow] = table.split("\n").slice(2);

  it("compares each with the kit, round by round", () => {
    expect(kit).toContain("| **`ErrorToaster`** | 20 ms | 1.00x (1.00 to 1.00) | 40 ms |");
    expect(other).toBe(
      "| react-hot-toast | 40 ms | 2.00x (2.00 to 2.00) | 80 ms | 2.00x (2.00 to 2.00) | 400 |",
    );
  });

  it("has no figures of one that took too long, though it was measured once", () => {
    expect(slow).toBe("| sonner | over 60 s |  |  |  |  |");
  });
});

it("has floods of as many causes as their titles say, also a hundredth of them", () => {
  expect(floods.map(({ failures, causes }) => `${failures}/${causes}`)).toEqual([
    "1000/1000",
    "1000/1000",
    "10000/20",
    "10000/20",
  ]);
  expect(trickles.map(({ failures, causes }) => `${failures}/${causes}`)).toEqual([
    "10/10",
    "10/10",
    "100/2",
    "100/2",
  ]);
});
