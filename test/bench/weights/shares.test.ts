import { expect, it, test } from "vitest";
import { originOf, sharesOf } from "../../../bench/weights/shares.ts";
import { weigh } from "../../../bench/weights/weigh.ts";

test.for([
  ["../.cache/bench/library/fetcher/attempt.js", "src/fetcher"],
  ["../.cache/bench/library/components/card/ErrorCard.js", "src/components/card"],
  ["../.cache/bench/library/guidance/locales/en.js", "src/guidance"],
  ["../node_modules/@scope/name/dist/index.js", "@scope/name"],
  ["../node_modules/one/node_modules/two/index.js", "two"],
  ["../bench/weights/app/app.js", "the app"],
] as const)("%s is of %s", ([source, from]) => {
  expect(originOf(source)).toBe(from);
});

it("counts each part of a bundle for the folder that it comes from", () => {
  const library = "../.cache/bench/library";
  const map = JSON.stringify({
    version: 3,
    sources: [`${library}/error/a.js`, `${library}/retry/b.js`],
    names: [],
    // The first six columns are of the first source, the rest of the second.
    mappings: "AAAA,MCAA",
  });
  const code = `let a;let b="${"é".repeat(40)}";`;
  const shares = sharesOf([{ code, map, isFirst: true }]);
  expect(shares).toEqual([
    { from: "src/retry", minifiedBytes: 89, brotliBytes: expect.any(Number) },
    { from: "src/error", minifiedBytes: 6, brotliBytes: expect.any(Number) },
  ]);
});

it("tells what a page loads at first from what comes later", () => {
  const first = { code: "first", map: "", isFirst: true };
  const later = { code: "later and longer", map: "", isFirst: false };
  const weight = weigh([first, later]);
  expect(weight.minifiedBytes).toBe(21);
  expect(weight.firstBytes).toBe(weigh([first]).firstBytes);
  expect(weight.laterBytes).toBe(weigh([later]).laterBytes);
});
