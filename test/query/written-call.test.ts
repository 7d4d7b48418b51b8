import { describe, expect, it } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import {
  describeWrite,
  isOvertaken,
  keyOfPlainWrite,
  keyOfWrite,
  type WrittenCall,
} from "../../src/query/written-call.ts";

let mutations = 0;

interface Written {
  route: string;
  variables?: unknown;
  /** What the hook was given for all its calls. */
  request?: { headers?: Record<string, string>; idempotencyKey?: string };
  name?: string;
}

/** A mutation of the kit's own, as it failed. */
function keyOf(written: Written): unknown {
  const described = describeWritten(written);
  return (described && keyOfWrite(described)) ?? {};
}

function describeWritten({ route, variables, request = {}, name = "api" }: Written) {
  const given = typeof variables === "object" ? variables : {};
  return describeWrite({ api: { name }, route, request: { ...request, ...given } });
}

/** A mutation that an app wrote itself. */
function keyOfPlain(
  variables: unknown,
  path: string | undefined,
  { mutationKey, mutationFn = () => {} }: { mutationKey?: unknown[]; mutationFn?: () => void } = {},
) {
  mutations += 1;
  const mutation = {
    mutationId: mutations,
    options: { mutationFn, mutationKey },
    state: { variables },
  };
  return keyOfPlainWrite(failed(path), mutation) ?? mutation;
}

const failed = (path: string | undefined) =>
  new ApiError({ code: "X", kind: "conflict", message: "m", method: "POST", path });

const form = (value: string | Blob) => {
  const body = new FormData();
  body.set("file", value);
  return { body };
};

const file = new File(["a"], "a.txt");

const post = (variables: unknown): Written => ({ route: "POST /v1/x", variables });
const item = (method: string, id: unknown, more: object = {}): Written => ({
  route: `${method} /v1/items/{id}`,
  variables: { params: { id }, ...more },
});

describe("What is sent again", () => {
  it.each<[string, Written, Written]>([
    ["a POST with the same body", post({ body: { a: 1, b: 2 } }), post({ body: { b: 2, a: 1 } })],
    ["a POST without variables", post(undefined), post(undefined)],
    [
      "a POST with the same date in its body",
      post({ body: [new Date(1)] }),
      post({ body: [new Date(1)] }),
    ],
    ["a POST of the same fields", post(form("a")), post(form("a"))],
    [
      "a POST with the same headers",
      { ...post({ body: 1 }), request: { headers: { "X-Tenant": "a" } } },
      { ...post({ body: 1 }), request: { headers: { "x-tenant": "a" } } },
    ],
    ["a PUT to the same URL", item("PUT", 1, { body: "a" }), item("PUT", "1", { body: "b" })],
    [
      "a PUT to the same URL, its query in another order",
      item("PUT", 1, { query: { a: 1, b: 2 } }),
      item("PUT", 1, { query: { b: 2, a: 1 } }),
    ],
    ["a DELETE of the same URL", item("DELETE", 1), item("DELETE", 1)],
    [
      "a PATCH with the same body",
      item("PATCH", 1, { body: { name: "a" } }),
      item("PATCH", 1, { body: { name: "a" } }),
    ],
  ])("is one thing: %s", (_, some, others) => {
    expect(keyOf(some)).toBe(keyOf(others));
  });

  it.each<[string, Written, Written]>([
    [
      "POSTs with bodies of their own",
      post({ body: { text: "a" } }),
      post({ body: { text: "b" } }),
    ],
    ["POSTs to two queries", post({ query: { a: 1 } }), post({ query: { a: 2 } })],
    ["POSTs of files", post(form(new Blob(["a"]))), post(form(new Blob(["a"])))],
    [
      "POSTs of dates inside of lists",
      post({ body: [new Date(1)] }),
      post({ body: [new Date(2)] }),
    ],
    [
      "POSTs with idempotency keys of their own",
      post({ body: 1, idempotencyKey: "a" }),
      post({ body: 1, idempotencyKey: "b" }),
    ],
    [
      "POSTs of two hooks with idempotency keys of their own",
      { ...post({ body: 1 }), request: { idempotencyKey: "a" } },
      { ...post({ body: 1 }), request: { idempotencyKey: "b" } },
    ],
    [
      "POSTs of two hooks with headers of their own",
      { ...post({ body: 1 }), request: { headers: { "x-tenant": "a" } } },
      { ...post({ body: 1 }), request: { headers: { "x-tenant": "b" } } },
    ],
    [
      "PUTs of two hooks with headers of their own",
      { ...item("PUT", 1), request: { headers: { "x-tenant": "a" } } },
      { ...item("PUT", 1), request: { headers: { "x-tenant": "b" } } },
    ],
    ["a POST of null and one of nothing", post({ body: null }), post({})],
    [
      "a POST of a form and one of an object like it",
      post({ body: new URLSearchParams({ a: "1" }) }),
      post({ body: { search: "a=1", urlSearchParams: "a=1" } }),
    ],
    ["POSTs of two files", post({ body: file }), post({ body: new File(["a"], "a.txt") })],
    ["POSTs to two APIs", post({ body: 1 }), { ...post({ body: 1 }), name: "us" }],
    ["PUTs to two URLs", item("PUT", 1), item("PUT", 2)],
    [
      "PUTs to one path with two queries",
      item("PUT", 1, { query: { section: "a" } }),
      item("PUT", 1, { query: { section: "b" } }),
    ],
    ["PUTs to two APIs", item("PUT", 1), { ...item("PUT", 1), name: "us" }],
    [
      "DELETEs of one path with two queries",
      item("DELETE", 1, { query: { v: 1 } }),
      item("DELETE", 1, { query: { v: 2 } }),
    ],
    ["DELETEs with two bodies", item("DELETE", 1, { body: [1] }), item("DELETE", 1, { body: [2] })],
    [
      "PATCHes of two members",
      item("PATCH", 1, { body: { name: "a" } }),
      item("PATCH", 1, { body: { email: "b" } }),
    ],
    [
      "PATCHes of one member to two values",
      item("PATCH", 1, { body: { name: "a" } }),
      item("PATCH", 1, { body: { name: "b" } }),
    ],
    ["two calls that would be refused", item("PUT", ""), item("PUT", "")],
  ])("is two things: %s", (_, some, others) => {
    expect(keyOf(some)).not.toBe(keyOf(others));
  });
});

describe("What an app's own mutation sends again", () => {
  it("is one thing where all its variables are the same, and something says where they go", () => {
    expect(keyOfPlain({ id: 1 }, "/v1/x")).toBe(keyOfPlain({ id: 1 }, "/v1/x"));
    const named = { mutationKey: ["x"] };
    expect(keyOfPlain({ id: 1 }, undefined, named)).toBe(keyOfPlain({ id: 1 }, undefined, named));
  });

  it("is without variables what its function holds, which another render's may not", () => {
    const mutationFn = () => {};
    const same = () => keyOfPlain(undefined, "/v1/x", { mutationFn });
    expect(same()).toBe(same());
    expect(keyOfPlain(undefined, "/v1/x")).not.toBe(keyOfPlain(undefined, "/v1/x"));
  });

  const deep: { next?: unknown } = {};
  deep.next = deep;

  it.each<[string, unknown, unknown]>([
    ["other variables", keyOfPlain({ id: 1 }, "/v1/x"), keyOfPlain({ id: 2 }, "/v1/x")],
    ["another path", keyOfPlain({ id: 1 }, "/v1/x"), keyOfPlain({ id: 1 }, "/v1/y")],
    [
      "nothing to say where they go",
      keyOfPlain({ id: 1 }, undefined),
      keyOfPlain({ id: 1 }, undefined),
    ],
    ["a file", keyOfPlain(form("a"), "/v1/x"), keyOfPlain(form("a"), "/v1/x")],
    ["a cycle", keyOfPlain(deep, "/v1/x"), keyOfPlain(deep, "/v1/x")],
    ["numbers that JSON does not have", keyOfPlain([Number.NaN], "/x"), keyOfPlain([null], "/x")],
    ["a zero below zero", keyOfPlain([-0], "/x"), keyOfPlain([0], "/x")],
    ["nothing in a list", keyOfPlain([undefined], "/x"), keyOfPlain([null], "/x")],
    ["a symbol", keyOfPlain({ id: Symbol("a") }, "/x"), keyOfPlain({}, "/x")],
    ["a BigInt", keyOfPlain({ id: 1n }, "/v1/x"), keyOfPlain({ id: 1n }, "/v1/x")],
  ])("is two things with %s", (_, some, others) => {
    expect(some).not.toBe(others);
  });
});

function write(written: Written): WrittenCall {
  const described = describeWritten(written);
  if (!described) throw new Error("the call would be refused");
  return described;
}

describe("A write that failed", () => {
  const patch = (body: unknown) => item("PATCH", 1, { body });
  const search = (fields: Record<string, string>) => patch(new URLSearchParams(fields));

  it.each<[string, Written, Written]>([
    ["a PUT, by any PUT of its URL", item("PUT", 1, { body: 1 }), item("PUT", 1, { body: 2 })],
    ["a PATCH, by one that set its member", patch({ name: "a" }), patch({ name: "b" })],
    ["a PATCH, by one that set more", patch({ name: "a" }), patch({ name: "b", email: "c" })],
    ["a PATCH deep inside", patch({ a: { b: 1 } }), patch({ a: { b: 2, c: 3 } })],
    ["a PATCH deep inside, by one of the whole", patch({ a: { b: 1 } }), patch({ a: null })],
    ["a PATCH of the whole, by one deep inside", patch({ a: null }), patch({ a: { b: 1 } })],
    ["a PATCH of a form, by one of its field", search({ a: "1" }), search({ a: "2", b: "3" })],
    ["a PATCH, by a PUT of the whole", patch({ name: "a" }), item("PUT", 1, { body: {} })],
    ["a list of operations, by its equal", patch([{ op: "add" }]), patch([{ op: "add" }])],
    ["a POST, by its equal", post({ body: 1 }), post({ body: 1 })],
    ["a DELETE, by its equal", item("DELETE", 1), item("DELETE", "1")],
  ])("is out of date: %s", (_, failure, success) => {
    expect(isOvertaken(write(failure), write(success))).toBe(true);
  });

  it.each<[string, Written, Written]>([
    ["a PUT of another URL", item("PUT", 1), item("PUT", 2)],
    ["a PUT of another API", item("PUT", 1), { ...item("PUT", 1), name: "us" }],
    ["a PUT, by a PATCH", item("PUT", 1, { body: { a: 1 } }), patch({ a: 1 })],
    ["a PATCH, by one of another member", patch({ name: "a" }), patch({ email: "b" })],
    ["a PATCH of a form, by another field", search({ a: "1" }), search({ b: "1" })],
    ["a PATCH with an empty object, by the rest", patch({ a: {}, b: 1 }), patch({ b: 2 })],
    ["a PATCH of a name's beginning", patch({ a: 1 }), patch({ ab: 1 })],
    [
      "a PUT of another tenant's",
      { ...item("PUT", 1), request: { headers: { "x-tenant": "a" } } },
      { ...item("PUT", 1), request: { headers: { "x-tenant": "b" } } },
    ],
    ["a PATCH, by one of some members", patch({ name: "a", email: "b" }), patch({ name: "c" })],
    ["a PATCH deep inside, by a neighbour", patch({ a: { b: 1 } }), patch({ a: { c: 1 } })],
    ["a list of operations, by another", patch([{ op: "add" }]), patch([{ op: "remove" }])],
    ["a POST with another body", post({ body: 1 }), post({ body: 2 })],
    ["a POST of a file", post(form(new Blob())), post(form(new Blob()))],
    ["a POST, by a DELETE", item("POST", 1), item("DELETE", 1)],
  ])("is still to be sent: %s", (_, failure, success) => {
    expect(isOvertaken(write(failure), write(success))).toBe(false);
  });
});
