import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { createApi } from "../../src/fetcher/create-api.ts";
import { formatIssues } from "../../src/fetcher/format-issues.ts";
import type { SchemaIssue, StandardSchema } from "../../src/fetcher/standard-schema.ts";
import { failureOf, fakeFetch, json, quietApi } from "./fake-fetch.ts";

const User = z.object({ id: z.string(), age: z.number() });
const Order = z.object({ order: z.object({ total: z.number() }) });

afterEach(() => {
  vi.unstubAllEnvs();
});
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

describe("an answer that is not what the schema says names its fields", () => {
  it.each<[string, StandardSchema, unknown, string[]]>([
    ["a field", User, { id: 1, age: 1 }, ["id"]],
    ["a missing field", User, { id: "a" }, ["age"]],
    ["a field in a list", z.array(User), [{ id: "a", age: "b" }], ["0.age"]],
    ["three of four", z.array(z.string()), [1, 2, 3, 4], ["0", "1", "2"]],
    ["the whole answer", User, [], ["the answer"]],
    ["nothing", User, null, ["the answer"]],
    [
      "the option of a union that got furthest",
      z.union([User, Order]),
      { order: { total: "7" } },
      ["order.total"],
    ],
    [
      "all options that got as far",
      z.object({ who: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]) }),
      { who: {} },
      ["who.a", "who.b"],
    ],
    [
      "a union in a union",
      z.union([z.string(), z.array(z.union([z.string(), User]))]),
      [{ id: "a", age: null }],
      ["0.age"],
    ],
    ["a key that is too much", z.strictObject({ a: z.string() }), { a: "", b: 1 }, ["b"]],
    [
      "a discriminator",
      z.discriminatedUnion("type", [z.object({ type: z.literal("x") })]),
      { type: "y" },
      ["type"],
    ],
  ])("%s", async (_, schema, answer, names) => {
    const { fetch } = fakeFetch(json(answer));
    const error = await failureOf(quietApi(fetch).request("GET /v1/x", { schema }));
    expect(error).toMatchObject({ code: "INVALID_RESPONSE", status: 200 });
    // The words are the locale's, which is zod's own to set.
    const [, words = ""] = error.message.split("The answer is not what the schema says: ");
    expect(words.split("; ").map((place) => place.split(": ")[0])).toEqual(names);
  });

  it.each([
    ["Invalid input", "string", "a: Invalid input, expected string"],
    ["Invalid input: expected string", "string", "a: Invalid input: expected string"],
    ["Invalid input", undefined, "a: Invalid input"],
    ["Invalid input", ["string"], "a: Invalid input"],
  ])("with the type, where the words %j leave %j out", (message, expected, words) => {
    const issue = { message, path: ["a"], expected };
    expect(formatIssues([issue])).toBe(words);
  });

  it("as valibot and ArkType write them", () => {
    const issue = (fields: object): SchemaIssue => ({ message: "m", ...fields });
    expect(
      formatIssues([
        issue({
          path: [{ key: "user" }],
          message: "Invalid type: Expected Object but received Object",
          expected: "Object",
          issues: [
            issue({ path: undefined, message: "Expected string" }),
            issue({ path: [{ key: "id" }], message: "Expected string but received 1" }),
          ],
        }),
        issue({ path: ["tags", 0, Symbol("s")], message: "must be a string (was 1)" }),
      ]),
    ).toBe("user.id: Expected string but received 1; tags.0.Symbol(s): must be a string (was 1)");
  });

  it.each<[string, object]>([
    ["errors that are none", { errors: [1, null, [{}, "x"]] }],
    ["issues without words", { issues: [{ path: [] }] }],
    ["issues in a text", { issues: "x" }],
    ["no path", {}],
  ])("also where a library adds %s", (_, fields) => {
    expect(formatIssues([{ message: "m", ...fields }])).toBe("the answer: m");
  });
});

describe("the default log of such an answer", () => {
  const logged = async () => {
    const { fetch } = fakeFetch(json({ id: "a" }));
    const api = createApi({ baseUrl: "https://api.example", fetch });
    await failureOf(api.request("GET /v1/x", { schema: User }));
    return vi.mocked(console.error).mock.calls;
  };
  const line =
    "[react-recourse] GET /v1/x INVALID_RESPONSE status=200 attempts=1 retryStopped=notRetryable";

  it("names the fields in development", async () => {
    const words = expect.stringContaining("The answer is not what the schema says: age: Invalid");
    expect(await logged()).toEqual([[line, words]]);
  });

  it("names none in production, as a schema may quote the answer", async () => {
    vi.stubEnv("NODE_ENV", "production");
    expect(await logged()).toEqual([[line]]);
  });
});
