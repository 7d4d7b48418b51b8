import { createErrorReader } from "../envelope/error-reader.ts";
import { requireHeaderNames } from "../envelope/request-id-headers.ts";
import { toApiError } from "../envelope/to-api-error.ts";
import type { ApiError } from "../error/api-error.ts";
import { givenOptions } from "../error/given-options.ts";
import { watchPageExit } from "../error/page-exit.ts";
import type { Route } from "../error/route-form.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import type { NoSpec, UsableWith } from "../openapi/spec.ts";
import { AdmissionControl } from "../retry/admission-control.ts";
import { type CallProgress, startProgress } from "../retry/call-progress.ts";
import { requireRetryOptions } from "../retry/retry-options.ts";
import { type RetryPolicy, retryPolicy } from "../retry/retry-policy.ts";
import type { Api, ApiInternals } from "./api.ts";
import { createFetch } from "./api-fetch.ts";
import type { ApiOptions, RequestRetry } from "./api-options.ts";
import { ApiSuccesses } from "./api-successes.ts";
import { parseBaseUrl } from "./base-url.ts";
import { requireApiOptions } from "./checked-options.ts";
import { startDeadline } from "./deadline.ts";
import { logToConsole } from "./default-log.ts";
import { noteFailedCall } from "./failed-call.ts";
import { limitOf } from "./limit.ts";
import { type PreparedRequest, prepareRequest } from "./prepared-request.ts";
import { RecentKeys } from "./recent-keys.ts";
import { attemptAdmitted, sendWithRetries } from "./retry-loop.ts";
import { SignOuts } from "./sign-outs.ts";
import { Signer } from "./signer.ts";

/** How long request IDs of failed calls are kept: longer than apps take to throw their own error of the answer. */
const givenUpMs = 60_000;

interface Run {
  send: typeof sendWithRetries;
  /** The progress of the call that the attempt belongs to. */
  progress?: CallProgress | undefined;
  onFailed?: (error: ApiError, progress: CallProgress) => void;
}

/**
 * Creates a client for one API. With the `paths` that openapi-typescript generates, `createApi<paths>({ … })` types its
 * routes, inputs and results.
 * @throws TypeError for an option that cannot be used
 */
export function createApi<Paths = NoSpec>(options: ApiOptions & UsableWith<Paths>): Api<Paths>;
export function createApi(options: ApiOptions): Api {
  const given = requireApiOptions(options);
  const base = parseBaseUrl(given.baseUrl);
  watchPageExit();
  const retries = givenOptions(given.retry || {});
  const { budget = {} } = retries;
  const control = new AdmissionControl(budget && givenOptions(budget), retries.gate);
  const successes = new ApiSuccesses();
  const signOuts = new SignOuts();
  const givenUp = new RecentKeys(givenUpMs);
  const totalTimeoutMs = limitOf("totalTimeoutMs", given.totalTimeoutMs, 120_000);
  const timeoutMs = limitOf("timeoutMs", given.timeoutMs, 30_000);
  const maxBytes = limitOf("maxBytes", given.maxBytes, 32 * 1024 * 1024, "bytes");
  const name = given.name ?? base.href;
  const signer = given.credentials && new Signer(given.credentials);
  const reading = {
    readError: given.readError,
    requestIdHeaders: requireHeaderNames("requestIdHeaders", given.requestIdHeaders),
    retryStatuses: retries.statuses,
  };
  const { headers, fetch, redirect } = given;
  const defaults = {
    name,
    timeoutMs,
    maxBytes,
    signer,
    reading,
    retryStatuses: retries.statuses ?? [],
    headers,
    fetch,
    redirect,
  };

  function policyFor(retry?: RequestRetry): RetryPolicy {
    requireRetryOptions(retry);
    const policy = retryPolicy(retry ?? (given.retry === false ? false : {}), retries);
    return {
      ...policy,
      decide: (subject) => policy.decide({ budget: control.budget, ...subject }),
    };
  }

  const policy = policyFor();

  function report(error: ApiError): void {
    if (error.kind !== "aborted") tellReporter(given.onError ?? logToConsole, error);
  }

  function end(error: ApiError, progress: CallProgress): void {
    control.noteEnd(progress, error);
    if (error.requestId !== undefined) givenUp.note(error.requestId);
    report(error);
  }

  /** Asks the credentials; undefined if they fail. The next call that they sign then fails too, and reports it. */
  async function ask<T>(question: () => Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
    const deadline = startDeadline(timeoutMs, signal);
    try {
      return await deadline.race(question);
    } catch {
      return undefined;
    } finally {
      deadline.release();
    }
  }

  async function run<Output>(
    route: Route,
    settings: Parameters<typeof prepareRequest<Output>>[3],
    how: Run,
  ): Promise<Output> {
    const request = prepareRequest(base, defaults, route, settings);
    const { retry } = settings ?? {};
    return sendPrepared(request, retry === undefined ? policy : policyFor(retry), how);
  }

  /** Sends a call, or one attempt of it, and notes what came of it. */
  async function sendPrepared<Output>(
    request: PreparedRequest<Output>,
    policy: RetryPolicy,
    { send, progress: known, onFailed }: Run,
  ): Promise<Output> {
    const progress = known ?? startProgress(policy.maxAttempts);
    progress.isForgotten ??= signOuts.sinceNow();
    const outcome = await send(request, { control, policy, totalTimeoutMs }, progress);
    if ("value" in outcome) {
      successes.note(request, progress);
      return outcome.value;
    }
    noteFailedCall(outcome.error, { api, progress });
    onFailed?.(outcome.error, progress);
    throw outcome.error;
  }

  const api: ApiInternals = {
    name,
    baseUrl: base.href,
    timeoutMs,
    totalTimeoutMs,
    policyFor,
    end,
    report,
    hasGivenUp: (requestId) => requestId !== undefined && givenUp.has(requestId),
    budget: control.budget,
    sightings: control,
    keyHeaders: given.keyHeaders ?? [],
    afterSuccess: new WeakSet(),
    selections: new WeakMap(),
    watchers: new Set(),
    signer,
    signOuts,
    successes,
    forget() {
      signOuts.note();
      signer?.forget();
    },
    async lookWhoIsSignedIn() {
      await ask(async () => signer?.sign());
    },
    toApiError: Object.values(reading).some(Boolean) ? createErrorReader(reading) : toApiError,
    fetch: createFetch({
      base,
      defaults,
      toRoute: given.route,
      begin: () => ({
        ...startProgress(policy.maxAttempts),
        isForgotten: signOuts.sinceNow(),
      }),
      async findOwner(progress, signal) {
        const identity = await ask(
          async () => (await signer?.person()) ?? (await signer?.sign())?.identity,
          signal,
        );
        if (identity !== undefined) progress.owner = { identity };
      },
      send: (request, progress) =>
        sendPrepared(request, policy, { send: sendWithRetries, progress, onFailed: end }),
    }),
    async request(route, ...[asked]) {
      return run(route, asked && givenOptions(asked), { send: sendWithRetries, onFailed: end });
    },
    async attempt(route, ...[asked]) {
      const settings = asked && givenOptions(asked);
      return run(route, settings, { send: attemptAdmitted, progress: settings?.progress });
    },
  };
  return api;
}
