/** On Sentry's own SDK, with the integrations that follow causes and list what else an error has. */
import * as Sentry from "@sentry/react";
import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { sentryReporter } from "../../src/report/sentry-reporter.ts";
import { envelope, failureOf, fakeFetch, quietApi } from "../fetcher/fake-fetch.ts";
import { answers, request, secret, thrownWithSecrets } from "./planted-secrets.ts";
import { startSentry } from "./sentry-page.ts";

function start() {
  const { sdk, ...page } = startSentry();
  return { ...page, report: sentryReporter(sdk, { filter: () => true }) };
}

const failed = () => new ApiError({ code: "X", kind: "serverError", message: secret, status: 500 });

describe("nothing secret in what goes to Sentry", () => {
  it.each(answers)("after %s", async (_, fetch) => {
    const { report, text } = start();
    const api = quietApi(fetch, {
      credentials: bearer({ token: () => secret }),
      headers: { "x-app": secret },
      onError: report,
      retry: false,
    });
    const params = { token: secret };
    await failureOf(api.request("POST /v1/resets/{token}", { ...request, params }));
    expect(await text()).toContain("POST /v1/resets/{token}");
    expect(await text()).not.toContain(secret);
  });

  it.each(thrownWithSecrets)("where the app's own code throws %s", async (_, make) => {
    const { report, text, events } = start();
    const fail = () => Promise.reject(make());
    const { fetch } = fakeFetch(envelope(401, "UNAUTHORIZED"));
    for (const credentials of [
      bearer({ token: fail }),
      bearer({ token: () => "t", identity: fail }),
      bearer({ token: () => "t", refresh: fail }),
    ])
      await failureOf(
        quietApi(fetch, { credentials, onError: report, retry: false }).request("GET /v1/x"),
      );
    report(toApiError(make()));
    expect((await events()).length).toBeGreaterThan(0);
    expect(await text()).not.toContain(secret);
  });

  it.each<[string, () => unknown]>([
    [
      "an error whose JSON has it",
      () => Object.assign(new Error("no"), { toJSON: () => ({ secret }) }),
    ],
    ["an aggregate of errors", () => new AggregateError([new Error(secret)], "no")],
    [
      "an error suppressed by another",
      () =>
        Object.assign(new Error("no"), { error: new Error(secret), suppressed: new Error(secret) }),
    ],
    ["an error whose cause is an object", () => new Error("no", { cause: { token: secret } })],
    [
      "an error whose cause is an API's",
      () => new Error("no", { cause: new Error("x", { cause: failed() }) }),
    ],
    ["an error that has it in a URL", () => new TypeError(`Invalid URL: /x?token=${secret}`)],
    [
      "a class of its own",
      () => Object.assign(new (class Odd extends Error {})("no"), { [secret]: 1 }),
    ],
    ["an error whose cause is a text", () => new Error("no", { cause: `{"token":"${secret}"}` })],
    [
      "form data",
      () => {
        const data = new FormData();
        data.set("password", secret);
        return data;
      },
    ],
    [
      "a request",
      () => new Request("https://api.example/", { headers: { authorization: secret } }),
    ],
  ])("of %s", async (_, make) => {
    const { report, text, events } = start();
    report(toApiError(make()));
    expect(await events()).toHaveLength(1);
    expect(await text()).not.toContain(secret);
  });

  it("would be seen by these tests: the same error as Sentry itself sends it", async () => {
    const { text } = startSentry();
    Sentry.captureException(failed());
    expect(await text()).toContain(secret);
  });
});
