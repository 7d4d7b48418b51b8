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
    ["an object", {}],
    ["129 characters", "C".repeat(129)],
    ["a line break", "C\n[react-recourse] forged"],
    ["a bidirectional override", "C\u202e"],
    ["half a surrogate pair", "C\ud800"],
    ["the Hangul filler", "C\u3164"],
    ["combining marks", `E${"\u0301".repeat(126)}`],
    ["another script", "\u00c9"],
    ["a space", "X status=200 requestId=req_forged"],
    ["backticks", "`X`"],
    ["a command", "$(reboot)"],
    ["an escape sequence", "X\u001b[31m"],
    ["a leading dash", "-rf"],
    ["a prototype", "__proto__"],
  ])("takes no code that is, or holds, %s: it stays in the details", (_, code) => {
    const error = { code, message: "m", requestId: "r", field: "name" };
    expect(parseErrorEnvelope({ error })).toEqual({
      message: "m",
      requestId: "r",
      details: { code, field: "name" },
    });
  });

  it.each([[null], [undefined], [""]])("keeps nothing of a code that is %j", (code) => {
    expect(parseErrorEnvelope({ error: { code, message: "m" } })).toEqual({
      message: "m",
      details: {},
    });
  });

  it.each(["C", "C".repeat(128), "not_found", "a.b:c/d-e", "404", "constructor"])(
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
