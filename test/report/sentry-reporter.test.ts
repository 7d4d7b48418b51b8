/** On Sentry's own SDK. */
import * as Sentry from "@sentry/react";
import axios from "axios";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { watchPageExit } from "../../src/error/page-exit.ts";
import { tellReporter } from "../../src/error/tell-reporter.ts";
import type { ReporterOptions } from "../../src/report/reporter.ts";
import { sentryReporter } from "../../src/report/sentry-reporter.ts";
import { envelope, failureOf, fakeFetch, quietApi, thrownBy } from "../fetcher/fake-fetch.ts";
import { secret } from "./planted-secrets.ts";
import { rejectUnhandled, startSentry } from "./sentry-page.ts";

const everything = { filter: () => true };

function start(options?: ReporterOptions) {
  const { sdk, ...page } = startSentry();
  return { ...page, sdk, report: sentryReporter(sdk, options) };
}

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "GENERIC_ERROR",
    kind: "serverError",
    message: secret,
    status: 500,
    ...fields,
  });

const expired = () => failed({ code: "SESSION_EXPIRED", kind: "notFound", status: 404 });

/** What an event is about, and which handler made it. */
async function told(page: ReturnType<typeof startSentry> | ReturnType<typeof start>) {
  const events = await page.events();
  return events.map(({ exception }) => {
    const last = exception.values[0];
    return `${last?.type} by ${last?.mechanism.type}`;
  });
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

describe("a call's failure in Sentry", () => {
  it("has its request id, route, code and status to search by, and attempts to read", async () => {
    const { report, events } = start();
    const { fetch } = fakeFetch(envelope(500, "GENERIC_ERROR"));
    const api = quietApi(fetch, { name: "billing", onError: report, retry: false });
    await failureOf(api.request("GET /v1/bills/{id}", { params: { id: secret } }));
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      level: "error",
      fingerprint: ["GENERIC_ERROR serverError billing GET /v1/bills/{id}"],
      tags: {
        code: "GENERIC_ERROR",
        kind: "serverError",
        status: "500",
        route: "GET /v1/bills/{id}",
        api: "billing",
        request_id: "req_01",
      },
      exception: { values: [{ type: "GENERIC_ERROR", value: "GET /v1/bills/{id} (500)" }] },
    });
    expect(event?.contexts["API call"]).toEqual({ attempts: 1, retryStopped: "disabled" });
    const frames = event?.exception.values[0]?.stacktrace?.frames ?? [];
    expect(frames.map(({ filename }) => filename)).toContainEqual(
      expect.stringContaining("sentry-reporter.test.ts"),
    );
  });

  it("says for what it was held back, where the app wants to hear of that", async () => {
    const { report, events } = start(everything);
    const heldBy = { kind: "rateLimited", status: 429, route: "GET /v1/x" } as const;
    report(failed({ code: "HELD_BACK", kind: "rateLimited", status: undefined, heldBy }));
    const [event] = await events();
    expect(event?.level).toBe("warning");
    expect(event?.contexts["API call"]).toEqual({ attempts: 1, heldBy });
  });

  it("is nothing where the person can mend it, nor do Sentry's own handlers tell of it then", async () => {
    const page = start();
    const error = expired();
    page.report(error);
    rejectUnhandled(error);
    rejectUnhandled(new Error("The note was not saved.", { cause: expired() }));
    expect(await page.events()).toEqual([]);
  });
});

describe("a fault of the app's own code in Sentry", () => {
  it("is the error that was thrown, with its stack and causes, grouped by Sentry itself", async () => {
    const { report, events } = start();
    report(toApiError(new TypeError("x is undefined", { cause: new RangeError("no") })));
    const [event] = await events();
    expect(event?.fingerprint).toBeUndefined();
    expect(event?.exception.values.map(({ type, value }) => `${type}: ${value}`).sort()).toEqual([
      "RangeError: no",
      "TypeError: x is undefined",
    ]);
    for (const { stacktrace } of event?.exception.values ?? [])
      expect(stacktrace?.frames.at(-1)?.filename).toContain("sentry-reporter.test.ts");
  });
});

describe("one failure that Sentry's own handlers meet as well", () => {
  it("is one event where a call's rejection is handled by nobody", async () => {
    const page = start();
    const error = failed();
    page.report(error);
    rejectUnhandled(error);
    expect(await told(page)).toEqual(["GENERIC_ERROR by generic"]);
  });

  it("is the reporter's event where Sentry's handler meets it first", async () => {
    const page = start();
    const error = failed();
    rejectUnhandled(error);
    page.report(error);
    expect(await told(page)).toEqual(["GENERIC_ERROR by generic"]);
    expect(await page.text()).not.toContain(secret);
  });

  it.each([
    ["an answer", envelope(500, "GENERIC_ERROR"), "GENERIC_ERROR"],
    ["no answer", new TypeError("Failed to fetch"), "NETWORK_ERROR"],
  ])("is one event where axios made an error of its own of %s", async (_, answer, code) => {
    const page = start();
    const { fetch } = fakeFetch(answer);
    const api = quietApi(fetch, { onError: page.report, retry: false });
    const client = axios.create({ adapter: "fetch", env: { fetch: api.fetch } });
    const thrown = await thrownBy(client.get("https://api.example/v1/x"));
    expect(thrown).toMatchObject({ name: "AxiosError" });
    rejectUnhandled(thrown);
    expect(await told(page)).toEqual([`${code} by generic`]);
  });

  it("is Sentry's event where that told of what is no API's error, and of nothing else", async () => {
    const page = start();
    const slip = new TypeError("slip");
    rejectUnhandled(slip);
    page.report(toApiError(slip));
    page.report(toApiError(new RangeError("another")));
    expect(await told(page)).toEqual([
      "TypeError by auto.browser.global_handlers.onunhandledrejection",
      "RangeError by generic",
    ]);
  });

  it("is the reporter's event where Sentry's handler meets later what the error was made of", async () => {
    const page = start();
    const slip = new TypeError("slip");
    page.report(toApiError(slip));
    rejectUnhandled(slip);
    expect(await told(page)).toEqual(["TypeError by generic"]);
  });

  it("is one event where the app captures it by hand, before or after", async () => {
    const page = start();
    const [first, second] = [failed({ code: "FIRST" }), failed({ code: "SECOND" })];
    Sentry.captureException(first);
    page.report(first);
    page.report(second);
    Sentry.captureException(second);
    expect(await told(page)).toEqual(["ApiError by generic", "SECOND by generic"]);
  });

  it("goes out where the app captures by hand what the reporter left out", async () => {
    const page = start();
    const error = expired();
    page.report(error);
    Sentry.captureException(error, { tags: { checkout: true } });
    const [event] = await page.events();
    expect(event?.tags).toEqual({ checkout: true });
  });

  it("is one event of two reporters, an API's and a provider's", async () => {
    const page = start();
    const other = sentryReporter(page.sdk);
    const [error, unheard] = [failed(), failed({ code: "OTHER" })];
    page.report(error);
    other(error);
    other(unheard);
    rejectUnhandled(unheard);
    rejectUnhandled(new Error("no API's"));
    expect(await told(page)).toEqual([
      "GENERIC_ERROR by generic",
      "OTHER by generic",
      "Error by auto.browser.global_handlers.onunhandledrejection",
    ]);
  });

  it("is none while the person leaves the page, and one when they come back", async () => {
    watchPageExit();
    const page = start();
    const error = failed({ code: "NETWORK_ERROR", kind: "network", status: undefined });
    window.dispatchEvent(new Event("pagehide"));
    tellReporter(page.report, error);
    rejectUnhandled(error);
    expect(await page.events()).toEqual([]);
    window.dispatchEvent(new Event("pageshow"));
    expect(await told(page)).toEqual(["NETWORK_ERROR by generic"]);
  });

  it("leaves messages, and what is not thrown as an object, alone", async () => {
    const page = start();
    Sentry.captureMessage("hello");
    rejectUnhandled("a text");
    expect(await page.events()).toHaveLength(2);
  });
});

describe("sentryReporter", () => {
  it.each<[unknown, string]>([
    [
      undefined,
      "sentryReporter needs Sentry's captureException: got undefined; pass { addEventProcessor, captureException } from @sentry/react or @sentry/browser",
    ],
    [{ captureException() {} }, "sentryReporter needs Sentry's addEventProcessor: got undefined"],
  ])("refuses %j", (sdk, said) => {
    expect(() => Reflect.apply(sentryReporter, undefined, [sdk])).toThrow(said);
  });

  it("takes the SDK's whole namespace", async () => {
    const { events } = startSentry();
    sentryReporter(Sentry)(failed());
    expect(await events()).toHaveLength(1);
  });
});
