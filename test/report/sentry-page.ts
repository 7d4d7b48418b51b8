import * as Sentry from "@sentry/react";
import { onTestFinished } from "vitest";
import type { SentryFunctions } from "../../src/report/sentry-reporter.ts";

/** What of an event these tests look at. */
export interface SentEvent {
  level?: string;
  fingerprint?: string[];
  tags?: Record<string, string>;
  contexts: Record<string, Record<string, unknown>>;
  exception: {
    values: {
      type: string;
      value: string;
      mechanism: { type: string };
      stacktrace?: { frames: { filename: string; function: string }[] };
    }[];
  };
}

/**
 * The real SDK with its default integrations and the one that writes down what else an error has, on a transport that keeps
 * what would go over the network.
 */
export function startSentry(options: Partial<Sentry.BrowserOptions> = {}) {
  const envelopes: string[] = [];
  // Those of an earlier test tell of its events.
  Sentry.getIsolationScope().clearBreadcrumbs();
  Sentry.init({
    dsn: "https://public@sentry.example/1",
    integrations: [Sentry.extraErrorDataIntegration({ depth: 10 })],
    normalizeDepth: 20,
    transport: (transport) =>
      Sentry.createTransport(transport, async ({ body }) => {
        envelopes.push(typeof body === "string" ? body : new TextDecoder().decode(body));
        return { statusCode: 200 };
      }),
    ...options,
  });
  // Event processors cannot be taken out again: those of an earlier test have to be told that it is over.
  let isOver = false;
  onTestFinished(async () => {
    isOver = true;
    await Sentry.close();
  });
  const sdk: SentryFunctions = {
    captureException: (error, scope) => Sentry.captureException(error, scope),
    addEventProcessor(process) {
      Sentry.addEventProcessor((event, hint) => (isOver ? event : process(event, hint)));
    },
  };
  return {
    sdk,
    /** All that was sent, as it would go over the network. */
    async text() {
      await Sentry.flush();
      return envelopes.join("\n");
    },
    async events(): Promise<SentEvent[]> {
      await Sentry.flush();
      return envelopes.flatMap(eventsIn);
    },
  };
}

/** A line with the envelope's header, then for each item a line with its header and one with itself. */
function eventsIn(envelope: string): SentEvent[] {
  const [, ...lines] = envelope.trimEnd().split("\n");
  return lines.flatMap((line, index) => {
    const isEvent = index % 2 === 1 && JSON.parse(lines[index - 1] ?? "").type === "event";
    return isEvent ? [JSON.parse(line)] : [];
  });
}

/** As a browser tells of a rejection that nobody handles, which jsdom does not. */
export function rejectUnhandled(reason: unknown): void {
  const promise = Promise.resolve();
  const event = Object.assign(new Event("unhandledrejection"), { promise, reason });
  // The handler that the SDK has put there.
  globalThis.onunhandledrejection?.call(window, event);
}
