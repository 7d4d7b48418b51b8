/** What the recipes of the Storybook page Reporting hand to services whose SDKs are not installed here. */
import { expect, it, vi } from "vitest";
import { toApiError } from "../../../src/envelope/to-api-error.ts";
import { ApiError } from "../../../src/error/api-error.ts";
import {
  reportToBugsnag,
  reportToDatadog,
  reportToLogRocket,
  reportToPostHog,
} from "../../../stories/patterns/reporting/services.ts";

const failed = () =>
  new ApiError({ code: "GENERIC_ERROR", kind: "serverError", message: "m", requestId: "req_01" });
const slip = () => toApiError(new TypeError("slip"));

const issue = "GENERIC_ERROR serverError";
const tags = { code: "GENERIC_ERROR", kind: "serverError", request_id: "req_01" };
const bare = expect.objectContaining({ name: "GENERIC_ERROR" });

it("Datadog is given the fingerprint with the error, and none where it goes by the stack", () => {
  const addError = vi.fn();
  const report = reportToDatadog({ addError });
  report(failed());
  report(slip());
  expect(addError.mock.calls).toEqual([
    [expect.objectContaining({ dd_fingerprint: issue }), { ...tags, attempts: 1 }],
    [expect.not.objectContaining({ dd_fingerprint: expect.anything() }), expect.anything()],
  ]);
  expect(Object.keys(addError.mock.calls[1]?.[0])).toEqual([]);
});

it("Bugsnag is given severity, group and metadata with the event", () => {
  const addMetadata = vi.fn();
  const event = { severity: "error" as const, addMetadata };
  const notify = vi.fn((_: Error, onError: (changed: typeof event) => void) => onError(event));
  reportToBugsnag({ notify })(failed());
  expect(notify.mock.calls[0]?.[0]).toEqual(bare);
  expect(event).toMatchObject({ severity: "error", groupingHash: issue });
  expect(addMetadata.mock.calls).toEqual([["API call", { ...tags, attempts: 1 }]]);
});

it("PostHog is given level and fingerprint as properties of its own", () => {
  const captureException = vi.fn();
  const report = reportToPostHog({ captureException });
  report(failed());
  report(slip());
  expect(captureException.mock.calls).toEqual([
    [bare, { ...tags, attempts: 1, $exception_level: "error", $exception_fingerprint: issue }],
    [expect.anything(), expect.not.objectContaining({ $exception_fingerprint: undefined })],
  ]);
});

it("LogRocket is given texts", () => {
  const captureException = vi.fn();
  reportToLogRocket({ captureException })(failed());
  expect(captureException.mock.calls).toEqual([[bare, { tags }]]);
});
