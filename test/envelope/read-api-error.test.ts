import { describe, expect, it } from "vitest";
import { noteKnownError } from "../../src/envelope/known-errors.ts";
import { readApiError } from "../../src/envelope/read-api-error.ts";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";

const envelope = (requestId: string) =>
  JSON.stringify({ error: { code: "SESSION_EXPIRED", message: "Gone.", requestId } });

const answer = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Response(body, { status: 404, headers });

describe("readApiError", () => {
  it("reads body and head, and leaves the body to the caller", async () => {
    const response = answer(envelope("req_body"), { "x-request-id": "req_head" });
    expect(await readApiError(response)).toMatchObject({
      code: "SESSION_EXPIRED",
      kind: "notFound",
      status: 404,
      message: "Gone.",
      requestId: "req_body",
      cause: response,
    });
    expect(await response.text()).toBe(envelope("req_body"));
  });

  it("gives the same error each time, as toApiError then does", async () => {
    const response = answer(envelope("req_same"));
    const [one, other] = await Promise.all([readApiError(response), readApiError(response)]);
    expect(other).toBe(one);
    expect(toApiError(response)).toBe(one);
    expect(toApiError(Object.assign(new Error("HTTPError"), { response }))).toBe(one);
  });

  it("gives the error that is known of an answer, and reads nothing", async () => {
    const error = new ApiError({ code: "X", kind: "conflict", message: "m" });
    const response = answer(envelope("req_known"));
    response.clone = () => expect.unreachable("it was read");
    noteKnownError(response, error);
    expect(await readApiError(response)).toBe(error);
  });

  it.each<[string, () => Promise<Response>]>([
    [
      "has been read",
      async () => {
        const response = answer(envelope("req_read"), { "x-request-id": "req_head" });
        await response.text();
        return response;
      },
    ],
    [
      "is being read",
      async () => {
        const response = answer(envelope("req_read"), { "x-request-id": "req_head" });
        response.body?.getReader();
        return response;
      },
    ],
    ["is empty", async () => answer(null, { "x-request-id": "req_head" })],
  ])("tells what the head says where the body %s", async (_, make) => {
    expect(await readApiError(await make())).toMatchObject({
      code: "UNKNOWN",
      kind: "notFound",
      requestId: "req_head",
    });
  });

  it("reads no more than 64 KiB", async () => {
    const response = answer(`{"message":"${"x".repeat(70_000)}"}`);
    expect((await readApiError(response)).message).toBe("The server answered with status 404.");
  });

  it.each([null, "text", { status: 404, headers: {} }])(
    "takes %j, which is no answer of the platform's, as toApiError does",
    async (value) => {
      const error: ApiError = await Reflect.apply(readApiError, undefined, [value]);
      expect(error).toBeInstanceOf(ApiError);
      expect(error.code).toBe(toApiError(value).code);
    },
  );
});
