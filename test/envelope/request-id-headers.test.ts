import { describe, expect, it } from "vitest";
import { requestIdFromHeaders } from "../../src/envelope/request-id-headers.ts";
import { createApi } from "../../src/fetcher/create-api.ts";
import { failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

/** All that may name a request, the first that counts first. */
const names = [
  "x-request-id",
  "request-id",
  "x-correlation-id",
  "x-trace-id",
  "x-amzn-requestid",
  "x-ms-request-id",
];

describe("the request id of an answer's headers", () => {
  it.each(names)("is that of %s, unless one before it has one", (name) => {
    const fromHere = names.slice(names.indexOf(name));
    const headers = new Headers(fromHere.map((one) => [one, `id of ${one}`]));
    headers.set("traceresponse", `00-${traceId}-d75597dee50b0cac-01`);
    expect(requestIdFromHeaders(headers)).toBe(`id of ${name}`);
    expect(requestIdFromHeaders(new Headers({ [name]: "a" }))).toBe("a");
  });

  it.each([
    [{ "x-request-id": " ", "request-id": "b" }, "b"],
    [{ "x-request-id": "\u00ad", "x-trace-id": "b" }, "b"],
    [{ "cf-ray": "b" }, undefined],
    [{}, undefined],
  ])("in %j is %j", (headers, requestId) => {
    expect(requestIdFromHeaders(new Headers(headers))).toBe(requestId);
  });

  it.each([
    [`00-${traceId}-d75597dee50b0cac-01`, traceId],
    [`00-${traceId}-d75597dee50b0cac-01, 00-${traceId}-d75597dee50b0cac-01`, traceId],
    [`00-${traceId}--`, traceId],
    [`00-${"0".repeat(32)}-d75597dee50b0cac-01`, undefined],
    ["00---d75597dee50b0cac-01", undefined],
    [`00-${traceId}0-d75597dee50b0cac-01`, undefined],
    [traceId, undefined],
    ["", undefined],
  ])("of the traceresponse %j is %j", (traceresponse, requestId) => {
    expect(requestIdFromHeaders(new Headers({ traceresponse }))).toBe(requestId);
  });

  it.each([
    ["abc, abc", "abc"],
    ["abc,abc , abc", "abc"],
    ["81234567, 81234567", "81234567"],
    ["abc, def", "abc, def"],
    ["abc,", "abc,"],
  ])("that came twice, as %j, is %j", (value, requestId) => {
    expect(requestIdFromHeaders(new Headers({ "x-request-id": value }))).toBe(requestId);
    const twice = new Headers([
      ["request-id", "abc"],
      ["request-id", "abc"],
    ]);
    expect(requestIdFromHeaders(twice)).toBe("abc");
  });
});

describe("requestIdHeaders", () => {
  const headers = { "cf-ray": "8f0-FRA", "x-vercel-id": "fra1::x" };

  it.each([
    ["an error", 404],
    ["a success that cannot be read", 200],
  ])("names where else the id of %s may be", async (_, status) => {
    const { fetch } = fakeFetch(new Response("<html>", { status, headers }));
    const api = quietApi(fetch, { requestIdHeaders: ["x-mine", "CF-Ray"] });
    expect((await failureOf(api.request("GET /v1/x"))).requestId).toBe("8f0-FRA");
  });

  it("names it for an error that readError sees in a success", async () => {
    const { fetch } = fakeFetch(json({ ok: false }, { headers }));
    const readError = () => ({ code: "FULL" });
    const api = quietApi(fetch, { readError, requestIdHeaders: ["cf-ray"] });
    expect(await failureOf(api.request("GET /v1/x"))).toMatchObject({
      code: "FULL",
      requestId: "8f0-FRA",
    });
  });

  it("comes after the usual headers", async () => {
    const both = { ...headers, "x-ms-request-id": "ms" };
    const { fetch } = fakeFetch(new Response(null, { status: 404, headers: both }));
    const api = quietApi(fetch, { requestIdHeaders: ["cf-ray"] });
    expect((await failureOf(api.request("GET /v1/x"))).requestId).toBe("ms");
  });

  it.each([["cf-ray"], [[""]], [["cf ray"]], [["cf\nray"]], [[7]], [null], [{}]])(
    "that is %j is refused at once, with advice",
    (requestIdHeaders) => {
      // As plain JavaScript may give it.
      const create = () =>
        Reflect.apply(createApi, undefined, [{ baseUrl: "https://api.example", requestIdHeaders }]);
      expect(create).toThrow(TypeError);
      expect(create).toThrow('requestIdHeaders must be a list of header names, such as ["cf-ray"]');
    },
  );
});
