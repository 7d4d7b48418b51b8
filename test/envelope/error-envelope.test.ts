import { describe, expect, it } from "vitest";
import { parseErrorEnvelope } from "../../src/envelope/error-envelope.ts";

describe("the error envelope", () => {
  it("gives code, message, request id and what else it held", () => {
    const error = { code: "C", message: "m", requestId: "req_1", field: "name" };
    expect(parseErrorEnvelope({ error })).toEqual({
      code: "C",
      message: "m",
      requestId: "req_1",
      details: { field: "name" },
    });
  });

  it.each([
    ["a number", 42],
    ["null", null],
    ["an object", {}],
    ["empty", ""],
    ["129 characters", "C".repeat(129)],
    ["a line break", "C\n[react-recourse] forged"],
    ["a bidirectional override", "C\u202e"],
    ["half a surrogate pair", "C\ud800"],
  ])("ignores a code that is, or holds, %s, and keeps the rest", (_, code) => {
    expect(parseErrorEnvelope({ error: { code, message: "m", requestId: "r" } })).toMatchObject({
      code: undefined,
      message: "m",
      requestId: "r",
    });
  });

  it.each(["C", "C".repeat(128), "with space", "\u00c9", "constructor", "__proto__"])(
    "takes the code %j",
    (code) => {
      expect(parseErrorEnvelope({ error: { code } })?.code).toBe(code);
    },
  );

  it.each([
    ["message", 42],
    ["message", ["m"]],
    ["requestId", 4.2],
    ["requestId", null],
  ])("ignores a %s that is %j", (field, value) => {
    expect(parseErrorEnvelope({ error: { code: "C", [field]: value } })).toMatchObject({
      code: "C",
      [field]: undefined,
    });
  });

  it.each([
    [undefined],
    [null],
    [42],
    ["error"],
    [[]],
    [{}],
    [{ error: null }],
    [{ error: "bad" }],
    [{ error: ["bad"] }],
    [{ errors: [{ code: "C" }] }],
  ])("is not seen in %j", (body) => {
    expect(parseErrorEnvelope(body)).toBeUndefined();
  });
});
