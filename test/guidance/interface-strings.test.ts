import { describe, expect, it } from "vitest";
import { fillTemplate, placeholdersIn } from "../../src/guidance/interface-strings.ts";

describe("fillTemplate", () => {
  it("fills every name, also twice, and numbers", () => {
    expect(fillTemplate("{a} of {b}, {a}", { a: 2, b: "five" })).toBe("2 of five, 2");
  });

  it("shows a name without a value, so that the gap is seen", () => {
    expect(fillTemplate("in {time}", {})).toBe("in {time}");
    expect(fillTemplate("{constructor} {__proto__}", {})).toBe("{constructor} {__proto__}");
  });

  it("does not fill what a value brings along", () => {
    expect(fillTemplate("{a}", { a: "{b}", b: "no" })).toBe("{b}");
    expect(fillTemplate("{a}", { a: "$& $1" })).toBe("$& $1");
  });
});

describe("placeholdersIn", () => {
  it("gives each name for itself, so that filling in changes nothing", () => {
    const template = "{a} of {b}, {a}";
    expect(placeholdersIn(template)).toEqual({ a: "{a}", b: "{b}" });
    expect(fillTemplate(template, placeholdersIn(template))).toBe(template);
    expect(placeholdersIn("no gap { here }")).toEqual({});
  });
});
