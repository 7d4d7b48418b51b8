import { describe, expect, it } from "vitest";
import { ManualRetries } from "../../../src/components/provider/manual-retries.ts";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "X",
    kind: "serverError",
    message: "m",
    api: "api",
    route: "GET /v1/x",
    ...fields,
  });

describe("ManualRetries", () => {
  it("counts a retry once the same failure comes back", () => {
    const retries = new ManualRetries();
    const first = failed();
    retries.noteRetry(first);
    expect(retries.failuresOf(first)).toBe(0);
    const second = failed();
    expect(retries.failuresOf(second)).toBe(1);
    retries.noteRetry(second);
    expect(retries.failuresOf(failed())).toBe(2);
  });

  it("counts a button that is pressed twice for one failure once", () => {
    const retries = new ManualRetries();
    const error = failed();
    retries.noteRetry(error);
    retries.noteRetry(error);
    expect(retries.failuresOf(failed())).toBe(1);
  });

  it("keeps an error's count when it is asked again, also after a success", () => {
    const retries = new ManualRetries();
    retries.noteRetry(failed());
    const error = failed();
    expect(retries.failuresOf(error)).toBe(1);
    retries.clear("api", "GET /v1/x");
    expect(retries.failuresOf(error)).toBe(1);
    expect(retries.failuresOf(failed())).toBe(0);
  });

  it("forgets every code of the route that worked, and no other route or API", () => {
    const retries = new ManualRetries();
    const errors = [
      {},
      { code: "Y" },
      { route: "POST /v1/x" },
      { route: "GET /v1/xx" },
      { api: "other" },
    ];
    for (const fields of errors) retries.noteRetry(failed(fields));
    retries.clear("api", "GET /v1/x");
    expect(errors.map((fields) => retries.failuresOf(failed(fields)))).toEqual([0, 0, 1, 1, 1]);
  });
});
