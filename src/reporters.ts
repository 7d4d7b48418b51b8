export type { Incident } from "./report/incident.ts";
export { createReporter, type Reporter, type ReporterOptions } from "./report/reporter.ts";
export { type SentryFunctions, sentryReporter } from "./report/sentry-reporter.ts";
