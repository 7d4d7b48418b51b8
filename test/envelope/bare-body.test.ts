import { describe, expect, it } from "vitest";
import { parseBareBody } from "../../src/envelope/bare-body.ts";

describe("a bare body", () => {
  it.each<[unknown, object]>([
    [
      { message: "The given data was invalid.", errors: { name: ["is taken"] } },
      { message: "The given data was invalid.", details: { errors: { name: ["is taken"] } } },
    ],
    [
      { code: "FULL", message: "No room.", requestId: "req_1", room: 7 },
      { code: "FULL", message: "No room.", requestId: "req_1", details: { room: 7 } },
    ],
    [{ detail: [{ loc: ["body"] }] }, { details: { detail: [{ loc: ["body"] }] } }],
    [{ name: ["is taken"] }, { details: { name: ["is taken"] } }],
    [[{ property: "a" }], { details: { errors: [{ property: "a" }] } }],
    [{}, { details: {} }],
  ])("of %j tells %j", (body, told) => {
    expect(parseBareBody(body)).toEqual(told);
  });

  it.each([
    [{ code: 3 }],
    [{ code: "C\nforged" }],
    [{ code: ["This field is required."] }],
    [{ message: ["This field may not be blank."] }],
    [{ message: null }],
    [{ requestId: {} }],
  ])("keeps in its details what is of another type: %j", (body) => {
    expect(parseBareBody(body)).toEqual({ details: body });
  });

  it.each([[undefined], [null], [""], ["no"], [7], [true], [[]]])("is not seen in %j", (body) => {
    expect(parseBareBody(body)).toBeUndefined();
  });
});
