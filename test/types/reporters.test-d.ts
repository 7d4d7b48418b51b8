/** What must compile and what must not, of reporters. Checked by `tsc`, never run. */
import * as Browser from "@sentry/browser";
import * as React from "@sentry/react";
import { expectTypeOf, test } from "vitest";
import type { RecourseProviderProps } from "../../src/components/provider/RecourseProvider.tsx";
import type { ApiError } from "../../src/error/api-error.ts";
import type { ApiOptions } from "../../src/fetcher/api-options.ts";
import type { Incident } from "../../src/report/incident.ts";
import { createReporter } from "../../src/report/reporter.ts";
import { sentryReporter } from "../../src/report/sentry-reporter.ts";

test("sentryReporter takes Sentry's own types, whole or in parts", () => {
  sentryReporter(Browser);
  sentryReporter(React);
  const { addEventProcessor, captureException } = React;
  sentryReporter({ addEventProcessor, captureException });
  // @ts-expect-error: Sentry's own handlers would tell of the same failure
  sentryReporter({ captureException });
});

test("a reporter is what an API and a provider hear with", () => {
  const report = createReporter(() => {});
  expectTypeOf(report).toExtend<NonNullable<ApiOptions["onError"]>>();
  expectTypeOf(report).toExtend<NonNullable<RecourseProviderProps["onError"]>>();
});

test("options know the error, and what would be done", () => {
  createReporter(
    (incident, error) => {
      expectTypeOf(incident).toEqualTypeOf<Incident>();
      expectTypeOf(error).toEqualTypeOf<ApiError>();
    },
    { filter: (error, isForDevelopers) => isForDevelopers || error.code === "SEAT_LIMIT" },
  );
  // @ts-expect-error: a filter decides
  createReporter(() => {}, { filter: () => "yes" });
});
