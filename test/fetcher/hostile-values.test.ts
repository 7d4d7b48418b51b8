import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../../src/envelope/parse-retry-after.ts";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { isErrorKind } from "../../src/error/error-kind.ts";
import { expectHarmless } from "./expect-harmless.ts";
import { anyStatus } from "./hostile-answer.ts";
import { hostileRuns, hostileTimeoutMs } from "./hostile-runs.ts";
import { bodyText, forgedBrand, nastyText } from "./hostile-text.ts";
import { hostileThrown, toThrown } from "./hostile-thrown.ts";
import { retryAfterHeader, startMs } from "./retry-after-header.ts";

interface HeldAnswer {
  text: string;
  status: number;
  headers: Record<string, string>;
}

const heldAnswer: fc.Arbitrary<HeldAnswer> = fc.record({
  text: bodyText,
  status: fc.oneof(anyStatus, fc.constantFrom(0, -1, 99, 1_000, 404.5, Number.NaN)),
  headers: fc.dictionary(
    fc.constantFrom("x-request-id", "Retry-After", "retry-after-ms", "traceresponse", "a b"),
    nastyText,
  ),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const thrownWith = (members: object) => Object.assign(new Error("m"), members);

/** How libraries hold an answer; the address is the server's too, after a redirect. */
const ways = fc.constantFrom<(answer: HeldAnswer) => unknown>(
  ({ text, status, headers }) =>
    thrownWith({ response: { status, headers, data: parsed(text), config: { url: text } } }),
  ({ text, status, headers }) => ({
    status,
    headers,
    data: text,
    config: { method: text, url: "/" },
  }),
  ({ text, status }) => thrownWith({ status, data: parsed(text), defined: true, code: text }),
  ({ text, status }) =>
    thrownWith({ statusCode: status, code: text, requestId: text, details: text }),
  ({ text, status }) =>
    thrownWith({ data: { httpStatus: status, code: text, path: text }, shape: {} }),
  ({ text, headers }) => thrownWith({ graphQLErrors: [{ message: text, extensions: headers }] }),
  ({ text, status }) => thrownWith({ networkError: { statusCode: status, bodyText: text } }),
  ({ text, status }) => ({ status, statusText: "", internal: false, data: parsed(text) }),
  ({ text }) => parsed(text),
  ({ text }) => [parsed(text)],
);

describe("whatever comes", { timeout: hostileTimeoutMs }, () => {
  it("toApiError makes an ApiError of a thrown value, and throws nothing", () => {
    const property = fc.property(hostileThrown, (thrown) => {
      const error = toApiError(toThrown(thrown));
      expect(error.kind).toSatisfy(isErrorKind);
      expect(typeof error.code).toBe("string");
      expect(typeof error.message).toBe("string");
    });
    fc.assert(property, hostileRuns(0.08));
  });

  it("toApiError checks JSON that plays an error of the kit's own like an answer", () => {
    const copies = fc.constantFrom<(value: unknown) => unknown>(
      (value) => value,
      (value) => structuredClone(value),
      (value) => new Error("m", { cause: value }),
      (value) => ({ status: 500, statusText: "", internal: false, data: value }),
    );
    const property = fc.property(forgedBrand, copies, (json, through) => {
      const error = toApiError(through(JSON.parse(json)));
      expectHarmless(error);
      if (error.status !== undefined) expect(error.kind).not.toBe("aborted");
    });
    fc.assert(property, hostileRuns(0.08));
  });

  it("toApiError checks what libraries hold like an answer", () => {
    const property = fc.property(heldAnswer, ways, ({ text, status, headers }, hold) => {
      const error = toApiError(hold({ text, status, headers }));
      expectHarmless(error);
      if (error.status !== undefined) expect(error.kind).not.toBe("aborted");
    });
    fc.assert(property, hostileRuns(0.08));
  });

  it("parseRetryAfter gives what the header means, or nothing", () => {
    const property = fc.property(retryAfterHeader, ({ text, waitMs }) => {
      expect(parseRetryAfter(text, startMs)).toBe(waitMs);
    });
    fc.assert(property, hostileRuns(0.04));
  });

  it("parseRetryAfter gives no number that is negative or not finite, at any time", () => {
    const text = fc.oneof(
      retryAfterHeader.map(({ text }) => text),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^\d+$/),
      fc.stringMatching(/^(Mon|Tue|Sun), \d\d (Jan|Feb|Dec|Xyz) \d{4} \d\d:\d\d:\d\d GMT$/),
    );
    const nowMs = fc.oneof(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.constant(startMs));
    const property = fc.property(text, nowMs, (text, nowMs) => {
      const waitMs = parseRetryAfter(text, nowMs) ?? 0;
      expect(Number.isFinite(waitMs)).toBe(true);
      expect(waitMs).toBeGreaterThanOrEqual(0);
    });
    fc.assert(property, hostileRuns(0.03));
  });
});
