import { describe, expect, it } from "vitest";
import { parseProblemDetails } from "../../src/envelope/problem-details.ts";

describe("problem details", () => {
  it("give the type's last segment as code, the detail as message and the rest as details", () => {
    const problem = {
      type: "https://example.com/probs/out-of-credit",
      title: "You do not have enough credit.",
      status: 403,
      detail: "Your balance is 30.",
      instance: "/account/12345",
      balance: 30,
    };
    expect(parseProblemDetails(problem)).toEqual({
      code: "out-of-credit",
      message: "Your balance is 30.",
      details: { instance: "/account/12345", balance: 30 },
    });
  });

  it.each([
    ["about:blank", undefined],
    ["https://example.com/probs/gone/", "gone"],
    ["urn:problem:gone", "gone"],
    ["https://example.com/probs#gone", "gone"],
    ["gone", "gone"],
    ["/", undefined],
    ["", undefined],
    [`https://example.com/${"x".repeat(129)}`, undefined],
    ["https://example.com/a\u202eb", undefined],
  ])("of type %j have the code %j", (type, code) => {
    expect(parseProblemDetails({ type, title: "t" })?.code).toBe(code);
  });

  it("use the title where there is no detail", () => {
    expect(parseProblemDetails({ title: "t" })?.message).toBe("t");
  });

  it("keep what is no text where a text should be", () => {
    const detail = [{ loc: ["body", "name"], msg: "Field required" }];
    expect(parseProblemDetails({ title: "Not valid.", detail, type: 7, status: 422 })).toEqual({
      code: undefined,
      message: "Not valid.",
      details: { detail, type: 7 },
    });
  });

  it.each([[undefined], [null], ["x"], [[]], [{}], [{ status: 500 }], [{ title: 1, detail: {} }]])(
    "are not seen in %j",
    (body) => {
      expect(parseProblemDetails(body)).toBeUndefined();
    },
  );
});
