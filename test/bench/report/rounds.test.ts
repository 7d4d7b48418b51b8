import { expect, it } from "vitest";
import { inRounds, orderOf } from "../../../bench/report/rounds.ts";

it("lets each contestant be first in one round, and turns the order once all have been", () => {
  const orders = Array.from({ length: 6 }, (_, round) => orderOf(["a", "b", "c"], round).join(""));
  expect(orders).toEqual(["abc", "bca", "cab", "cba", "acb", "bac"]);
});

it("keeps each contestant's figures in the order of the rounds, whoever was first", async () => {
  let measured = 0;
  const found = await inRounds(["a", "b"], 3, async (name) => {
    measured += 1;
    return `${name}${measured}`;
  });
  expect(found).toEqual([
    { name: "a", figures: ["a1", "a4", "a6"] },
    { name: "b", figures: ["b2", "b3", "b5"] },
  ]);
});
