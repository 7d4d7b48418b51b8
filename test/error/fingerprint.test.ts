import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { fingerprintOf } from "../../src/error/fingerprint.ts";

const fingerprint = (fields: Partial<ApiErrorFields>) =>
  fingerprintOf(
    new ApiError({ code: "X", kind: "conflict", message: "m", route: "GET /v1/x", ...fields }),
  );

describe("a fingerprint", () => {
  it("is the same for the same code and route, whatever the request", () => {
    expect(fingerprint({ requestId: "a", path: "/v1/x/1", at: 1 })).toBe(
      fingerprint({ requestId: "b", path: "/v1/x/2", at: 2 }),
    );
  });

  it("tells codes, kinds and routes apart", () => {
    const all = [
      {},
      { code: "Y" },
      { route: "GET /v1/y" },
      { route: "POST /v1/x" },
      { route: undefined },
      { kind: "notFound" } as const,
    ];
    expect(new Set(all.map(fingerprint)).size).toBe(all.length);
  });

  it("has the message where no route is known, and else not", () => {
    const routeless = (message: string) => fingerprint({ route: undefined, message });
    expect(routeless("x is not a function")).not.toBe(routeless("y is not a function"));
    expect(routeless("x is not a function")).toBe(routeless("x is not a function"));
    expect(fingerprint({ message: "x" })).toBe(fingerprint({ message: "y" }));
  });

  it("is no longer than it must be", () => {
    expect(fingerprint({ route: undefined, message: "m".repeat(9_000) }).length).toBeLessThan(300);
  });
});
