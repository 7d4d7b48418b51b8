import { describe, expect, it, test } from "vitest";
import { withResults } from "../../../bench/report/results-page.ts";

describe("the page of results", () => {
  const begin = "<!-- calls: written by npm run bench -->";
  const others = "<!-- fleet: written by npm run bench:fleet:all -->\n\nold\n<!-- fleet: end -->\n";
  const page = `before\n\n${begin}\n\nold\n<!-- calls: end -->\nafter\n${others}`;

  it("keeps what stands before and after a bench's results, those of others too", () => {
    const written = withResults(page, "calls", "new");
    expect(written).toBe(page.replace("old", "new"));
    expect(withResults(written, "calls", "new")).toBe(written);
  });

  it("takes results with the signs of a pattern as they are", () => {
    expect(withResults(page, "calls", "$& $1")).toContain("\n\n$& $1\n");
  });

  test.for(["", others, begin, "<!-- calls: end -->"])(
    "must have a place for them: %o has not",
    (broken) => {
      expect(() => withResults(broken, "calls", "new")).toThrow(TypeError);
    },
  );
});
