import { createReporter } from "react-recourse/reporters";

/** `reportToDatadog(datadogRum)` */
export const reportToDatadog = (rum: { addError(error: unknown, context?: object): void }) =>
  createReporter(({ error, fingerprint, tags, context }) =>
    rum.addError(
      Object.assign(error, fingerprint !== undefined && { dd_fingerprint: fingerprint }),
      { ...tags, ...context },
    ),
  );

interface BugsnagEvent {
  severity: "info" | "warning" | "error";
  groupingHash?: string;
  addMetadata(section: string, values: object): void;
}

/** `reportToBugsnag(Bugsnag)` */
export const reportToBugsnag = (bugsnag: {
  notify(error: Error, onError: (event: BugsnagEvent) => void): void;
}) =>
  createReporter(({ error, level, fingerprint, tags, context }) =>
    bugsnag.notify(error, (event) => {
      event.severity = level;
      if (fingerprint !== undefined) event.groupingHash = fingerprint;
      event.addMetadata("API call", { ...tags, ...context });
    }),
  );

/** `reportToPostHog(posthog)` */
export const reportToPostHog = (posthog: {
  captureException(error: unknown, properties?: Record<string, unknown>): unknown;
}) =>
  createReporter(({ error, level, fingerprint, tags, context }) =>
    posthog.captureException(error, {
      ...tags,
      ...context,
      $exception_level: level,
      ...(fingerprint !== undefined && { $exception_fingerprint: fingerprint }),
    }),
  );

/** `reportToLogRocket(LogRocket)`. It takes tags only. */
export const reportToLogRocket = (logRocket: {
  captureException(error: Error, options: { tags: Record<string, string> }): void;
}) => createReporter(({ error, tags }) => logRocket.captureException(error, { tags: { ...tags } }));
