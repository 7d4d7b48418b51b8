/**
 * Every name that the package gives away, entry by entry. A change here is a change of the public API: it is to be meant,
 * and told of in the changelog.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namesOf } from "./entry-names.ts";

const manifest: { exports: Record<string, unknown> } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);

describe("the main entry", () => {
  it("exports these values, 42 at most", () => {
    const { values } = namesOf("index");
    expect(values).toEqual([
      "ApiError",
      "ErrorBoundary",
      "ErrorCard",
      "ErrorToast",
      "ErrorToaster",
      "OfflineNotice",
      "RecourseProvider",
      "RequestId",
      "RetryStatus",
      "ServiceNotice",
      "apiInfiniteQueryOptions",
      "apiKey",
      "apiMutationOptions",
      "apiQueryKey",
      "apiQueryOptions",
      "bearer",
      "createApi",
      "createErrorToasts",
      "defineCatalog",
      "en",
      "errorToasts",
      "guide",
      "isApiError",
      "matchError",
      "queryDefaults",
      "readApiError",
      "reportError",
      "toApiError",
      "toastError",
      "useApi",
      "useApiInfiniteQuery",
      "useApiMutation",
      "useApiQuery",
      "useApiStatus",
      "useApiSuspenseQuery",
      "useCatalog",
      "useCopy",
      "useErrorBoundary",
      "useErrorCard",
      "useErrorGuidance",
      "useErrorLog",
      "useRemedy",
    ]);
    expect(values.length).toBeLessThanOrEqual(42);
  });
});

describe("the other entries", () => {
  it.each([
    [
      "core",
      [
        "ApiError",
        "apiKey",
        "bearer",
        "catalogMessages",
        "createApi",
        "defineCatalog",
        "documentedCodes",
        "en",
        "errorKinds",
        "fillTemplate",
        "formatLogLine",
        "formatNumber",
        "guide",
        "isApiError",
        "kindFromStatus",
        "matchError",
        "ownCodes",
        "parseRetryAfter",
        "readApiError",
        "remedyIds",
        "reportError",
        "retryPolicy",
        "toApiError",
        "translateCatalog",
      ],
    ],
    ["forms", ["fieldErrors", "setFormErrors", "toFormErrors"]],
    ["reporters", ["createReporter", "sentryReporter"]],
    ["sonner", ["sonnerAdapter"]],
    [
      "msw",
      [
        "createRequestId",
        "documentedAnswers",
        "errorResponse",
        "failing",
        "failureResponse",
        "isFailure",
        "routeHandler",
        "transportFailures",
      ],
    ],
  ])("exports these values from %s", (entry, values) => {
    expect(namesOf(entry).values).toEqual(values);
  });

  it("are all that the package has, beside its languages and styles", () => {
    const entries = Object.keys(manifest.exports).filter(
      (path) => !/\.(?:css|json)$|\*/.test(path),
    );
    expect(entries).toEqual([
      ".",
      "./core",
      "./forms",
      "./reporters",
      "./sonner",
      "./register",
      "./msw",
    ]);
  });
});

describe("a type", () => {
  it("of the core is there from the main entry as well", () => {
    const [core, main] = [namesOf("core"), namesOf("index")];
    expect(core.types.filter((name) => !main.types.includes(name))).toEqual([]);
  });
});
