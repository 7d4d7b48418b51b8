import { describe, expect, it, test } from "vitest";
import { parseBenchArguments } from "../../bench/run-bench.ts";

describe("the arguments of a bench", () => {
  it("may be left out: then all is measured, and printed", () => {
    expect(parseBenchArguments([])).toEqual({ write: false, quick: false });
  });

  test.for([[["--fast"]], [["toasts"]], [["--quick", "--write"]]] as const)(
    "are refused where they say nothing: %o",
    ([args]) => {
      expect(() => parseBenchArguments(args)).toThrow(TypeError);
    },
  );
});
