import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { mutationRetryKey } from "../../src/query/mutation-retry-key.ts";

let mutations = 0;

function keyOf(method: string | undefined, variables: unknown, path = "/v1/x/1"): string {
  mutations += 1;
  const error = new ApiError({ code: "X", kind: "conflict", message: "m", method, path });
  return mutationRetryKey(error, { mutationId: mutations, state: { variables } });
}

const form = (name: string) => {
  const body = new FormData();
  body.set("file", name);
  return { body };
};

describe("What is sent again", () => {
  it.each<[string, string | undefined, unknown, unknown]>([
    ["a POST with the same variables", "POST", { body: { text: "a" } }, { body: { text: "a" } }],
    ["a POST without variables", "POST", undefined, undefined],
    ["a PUT to the same address", "PUT", { body: { name: "a" } }, { body: { name: "b" } }],
    ["a DELETE of the same address", "DELETE", { params: { id: 1 } }, { params: { id: 1 } }],
    ["the same variables of a call that names no method", undefined, { id: 1 }, { id: 1 }],
  ])("is one thing: %s", (_, method, some, others) => {
    expect(keyOf(method, some)).toBe(keyOf(method, others));
  });

  it.each<[string, string | undefined, unknown, unknown]>([
    ["POSTs with variables of their own", "POST", { body: { text: "a" } }, { body: { text: "b" } }],
    ["POSTs of files", "POST", form("a"), form("b")],
    ["POSTs of dates inside of lists", "POST", { body: [new Date(1)] }, { body: [new Date(2)] }],
    ["calls that name no method", undefined, { id: 1 }, { id: 2 }],
  ])("is two things: %s", (_, method, some, others) => {
    expect(keyOf(method, some)).not.toBe(keyOf(method, others));
  });

  it("is two things: PUTs to two addresses", () => {
    expect(keyOf("PUT", {}, "/v1/x/1")).not.toBe(keyOf("PUT", {}, "/v1/x/2"));
  });
});
