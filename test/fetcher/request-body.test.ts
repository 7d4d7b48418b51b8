import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { toRequestBody } from "../../src/fetcher/request-body.ts";

describe("a request body", () => {
  it.each([
    ["FormData", new FormData()],
    ["a Blob", new Blob(["x"])],
    ["a File", new File(["x"], "x.txt")],
    ["URLSearchParams", new URLSearchParams("a=1")],
    ["an ArrayBuffer", new ArrayBuffer(1)],
    ["a Uint8Array", new Uint8Array(1)],
    ["a DataView", new DataView(new ArrayBuffer(1))],
  ])("that is %s goes as it is, without a content type of ours", (_, body) => {
    expect(toRequestBody(body)).toEqual({ body });
  });

  it("of another realm is recognised too", () => {
    const body: unknown = runInNewContext("new ArrayBuffer(3)");
    expect(body instanceof ArrayBuffer).toBe(false);
    expect(toRequestBody(body).body).toBe(body);
  });

  it.each([
    ["an object", { a: 1 }, '{"a":1}'],
    ["an array", [1], "[1]"],
    ["a string", "x", '"x"'],
    ["null", null, "null"],
    ["false", false, "false"],
    ["a Date", new Date(0), '"1970-01-01T00:00:00.000Z"'],
  ])("that is %s goes as JSON", (_, body, expected) => {
    expect(toRequestBody(body)).toEqual({ body: expected, contentType: "application/json" });
  });

  it("that is a string goes as it is where the call names its type, and nothing else does", () => {
    expect(toRequestBody("a,b\n", "a/b")).toEqual({ body: "a,b\n" });
    expect(toRequestBody("", "a/b")).toEqual({ body: "" });
    expect(toRequestBody({ a: "b" }, "a/b").body).toBe('{"a":"b"}');
    expect(toRequestBody(["a"], "a/b").body).toBe('["a"]');
  });

  it("that is undefined is none", () => {
    expect(toRequestBody(undefined)).toEqual({});
  });

  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;

  it.each([
    ["a cycle", cycle, "circular"],
    ["a BigInt", 1n, "BigInt"],
    ["a function", () => 1, "got function"],
    ["a symbol", Symbol("s"), "got symbol"],
  ])("without a JSON form is refused: %s", (_, body, reason) => {
    expect(() => toRequestBody(body)).toThrow(TypeError);
    expect(() => toRequestBody(body)).toThrow(
      "body must be FormData, Blob, URLSearchParams, a buffer or a value with a JSON form",
    );
    expect(() => toRequestBody(body)).toThrow(reason);
  });

  it.each([
    ["a web stream", new ReadableStream()],
    ["a web stream without an iterator, as Safari's", { getReader: () => undefined }],
    ["a Node stream", Readable.from(["x"])],
    ["an async generator", (async function* () {})()],
  ])("that could not be sent twice is refused: %s", (_, body) => {
    expect(() => toRequestBody(body)).toThrow(
      new TypeError(
        "body must be something that a retry can send again: got a stream; read it into a Blob or a buffer first",
      ),
    );
  });
});
