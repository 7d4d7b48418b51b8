import { describe, expect, it } from "vitest";
import { ManualRetries } from "../../../src/components/provider/manual-retries.ts";
import { ApiError, type ApiErrorFields } from "../../../src/error/api-error.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "X",
    kind: "serverError",
    message: "m",
    api: "api",
    route: "GET /v1/x/{id}",
    path: "/v1/x/1",
    ...fields,
  });

const worked = { route: "GET /v1/x/{id}", path: "/v1/x/1", isSigned: false };

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
    retries.clear("api", worked);
    expect(retries.failuresOf(error)).toBe(1);
    expect(retries.failuresOf(failed())).toBe(0);
  });

  it("counts what is another thing of the same route by itself", () => {
    const retries = new ManualRetries();
    retries.noteRetry(failed());
    retries.noteRetry(failed());
    expect(retries.failuresOf(failed({ path: "/v1/x/2" }))).toBe(0);
  });

  it("forgets every code of what worked, and no other thing, route or API", () => {
    const retries = new ManualRetries();
    const errors = [
      {},
      { code: "Y" },
      { path: "/v1/x/11" },
      { path: undefined },
      { route: "POST /v1/x/{id}" },
      { route: "GET /v1/xx/{id}" },
      { api: "other" },
    ];
    for (const fields of errors) retries.noteRetry(failed(fields));
    retries.clear("api", worked);
    const counts = errors.map((fields) => retries.failuresOf(failed(fields)));
    expect(counts).toEqual([0, 0, 1, 1, 1, 1, 1]);
  });
});
