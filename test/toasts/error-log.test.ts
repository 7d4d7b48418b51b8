import { describe, expect, it } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { createErrorToasts } from "../../src/toasts/create-error-toasts.ts";
import { ErrorLog } from "../../src/toasts/error-log.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({ code: "X", kind: "conflict", message: "m", route: "GET /v1/x", ...fields });

const codes = (log: ErrorLog) => log.entries.map(({ error }) => error.code);

describe("the error log", () => {
  it("has the newest first, and equal failures once, counted, with their earlier ids", () => {
    const log = new ErrorLog();
    for (const requestId of ["a", "b", "c"]) log.add(failed({ requestId }));
    log.add(failed({ code: "Y" }));
    log.add(failed({ requestId: "d" }));
    expect(codes(log)).toEqual(["X", "Y"]);
    expect(log.entries[0]).toMatchObject({
      count: 4,
      error: { requestId: "d" },
      earlierRequestIds: ["c", "b", "a"],
    });
  });

  it("keeps the last 50, and of each the last 20 ids", () => {
    const log = new ErrorLog();
    for (let index = 1; index <= 60; index += 1) log.add(failed({ code: `C${index}` }));
    for (let index = 1; index <= 30; index += 1)
      log.add(failed({ code: "C60", requestId: `${index}` }));
    expect(log.entries).toHaveLength(50);
    expect(codes(log).at(-1)).toBe("C11");
    expect(log.entries[0]?.earlierRequestIds).toHaveLength(20);
  });

  it("names no id twice, and none that an answer did not have", () => {
    const log = new ErrorLog();
    for (const requestId of ["a", undefined, "a", "b", "a"]) log.add(failed({ requestId }));
    expect(log.entries[0]?.earlierRequestIds).toEqual(["b"]);
  });

  it("still has what was dismissed", () => {
    const toasts = createErrorToasts();
    toasts.add(failed());
    toasts.clear();
    expect(toasts.open()).toEqual([]);
    expect(toasts.logged().map(({ error }) => error.code)).toEqual(["X"]);
  });

  it("is empty once it was cleared", () => {
    const log = new ErrorLog();
    log.add(failed());
    log.clear();
    expect(log.entries).toEqual([]);
    log.add(failed());
    expect(log.entries[0]?.count).toBe(1);
  });
});
