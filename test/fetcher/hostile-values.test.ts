import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../../src/envelope/parse-retry-after.ts";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { isErrorKind } from "../../src/error/error-kind.ts";
import { expectHarmless } from "./expect-harmless.ts";
import { hostileRuns, hostileTimeoutMs } from "./hostile-runs.ts";
import { forgedBrand } from "./hostile-text.ts";
import { hostileThrown, toThrown } from "./hostile-thrown.ts";
import { retryAfterHeader, startMs } from "./retry-after-header.ts";

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
    const ways = fc.constantFrom<(value: unknown) => unknown>(
      (value) => value,
      (value) => structuredClone(value),
      (value) => new Error("m", { cause: value }),
      (value) => ({ status: 500, statusText: "", internal: false, data: value }),
    );
    const property = fc.property(forgedBrand, ways, (json, through) => {
      const error = toApiError(through(JSON.parse(json)));
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
