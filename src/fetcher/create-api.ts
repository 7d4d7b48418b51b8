import { createErrorReader } from "../envelope/error-reader.ts";
import { requireHeaderNames } from "../envelope/request-id-headers.ts";
import { toApiError } from "../envelope/to-api-error.ts";
import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
import { givenOptions } from "../error/given-options.ts";
import { misuse } from "../error/misuse.ts";
import { watchPageExit } from "../error/page-exit.ts";
import { parseRoute, type Route, type WellFormed } from "../error/route-form.ts";
import { tellReporter } from "../error/tell-reporter.ts";
import type { RequestOutput } from "../openapi/settled-output.ts";
import type { NoSpec, RouteArg, RouteOf, UsableWith } from "../openapi/spec.ts";
import type { SpecOutput } from "../openapi/spec-output.ts";
import { AdmissionControl } from "../retry/admission-control.ts";
import type { ApiStatusStore } from "../retry/api-status.ts";
import { type CallOwner, type CallProgress, startProgress } from "../retry/call-progress.ts";
import { requireRetryOptions } from "../retry/retry-options.ts";
import { type RetryPolicy, retryPolicy } from "../retry/retry-policy.ts";
import { type ApiFetch, createFetch } from "./api-fetch.ts";
import type {
  ApiOptions,
  RequestArgs,
  RequestRetry,
  RequestSettings,
  SpecRequestArgs,
} from "./api-options.ts";
import { ApiSuccesses } from "./api-successes.ts";
import { parseBaseUrl } from "./base-url.ts";
import { credentialsFailure } from "./call-failure.ts";
import { requireApiOptions } from "./checked-options.ts";
import { startDeadline } from "./deadline.ts";
import { logToConsole } from "./default-log.ts";
import { failedCallOf, noteFailedCall } from "./failed-call.ts";
import { type PreparedRequest, prepareRequest } from "./prepared-request.ts";
import { attemptAdmitted, sendWithRetries } from "./retry-loop.ts";
import { SignOuts } from "./sign-outs.ts";
import { Signer } from "./signer.ts";
import { timeLimitMs } from "./time-limit.ts";

/** A client of one API. Where it has a spec, that is what its requests take and give; else any route goes. */
export interface Api<Paths = NoSpec> {
  readonly name: string;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Never there: it tells the compiler two APIs apart. */
  readonly "~paths"?: [Paths] extends [NoSpec] ? unknown : Paths;
  /**
   * Sends a request and retries it by the policy.
   * @throws ApiError for every failure of the call; TypeError, before anything is sent, for a misused option
   */
  request<R extends RouteOf<Paths>, Output = SpecOutput<Paths, R>>(
    route: RouteArg<Paths, R>,
    ...args: SpecRequestArgs<Paths, R, Output>
  ): Promise<RequestOutput<Paths, Output>>;
  /**
   * As `fetch`, for whatever takes one: axios (`env: { fetch }` with `adapter: "fetch"`), openapi-fetch, ky, ofetch, tRPC,
   * a download. Calls to the origin of `baseUrl` are signed, limited and retried as those of `request` are, so that the
   * client's own retries have to be off; any other origin's go as they are, without credentials and retries. It can be
   * handed on as it is, `this` plays no part.
   *
   * It gives the last answer, with its body unread, and rejects only as `fetch` would, with an ApiError as the `cause`.
   * `toApiError` finds the ApiError of an answer, and of the error that a library made of it. `timeoutMs` ends at the
   * answer's head. The body of a `Request` is read into memory, and a stream in `init.body` is never sent twice.
   */
  readonly fetch: ApiFetch;
  /** As `toApiError`, by this API's own `readError` and `requestIdHeaders` where an error holds an answer. */
  toApiError(thrown: unknown): ApiError;
}

/** What the kit's own layers do with an API, and an app has no use for. */
export interface ApiInternals extends Api {
  /**
   * One attempt and no report, for callers with a retry loop of their own, as TanStack Query has. With the same
   * `progress` for all attempts of a call, its retries share the API's evidence and budget.
   */
  attempt<R extends Route, Output = unknown>(
    route: WellFormed<R>,
    ...args: RequestArgs<R, Output, { progress?: CallProgress }>
  ): Promise<Output>;
  /**
   * Who a call of this route belongs to that is begun now and sent later, as its `progress.owner`. One that is sent
   * unsigned is nobody's.
   * @throws ApiError where the credentials fail
   */
  findOwner(route: Route, settings: Pick<RequestSettings, "credentials">): Promise<CallOwner>;
  /** Looks who is signed in, so that another person is noticed before anything is sent. Never throws. */
  lookWhoIsSignedIn(): Promise<void>;
  /** The API's policy with a request's own settings over it. */
  policyFor(retry?: RequestRetry): RetryPolicy;
  /** A call has failed for good: tells `onError`, as {@link ApiInternals.report} does. */
  end(error: ApiError, progress: CallProgress): void;
  /** Tells `onError` of a final failure: once an error, and never of an abort. */
  report(error: ApiError): void;
  /** A retry has failed that somebody else sent, by this API's policy: it costs what one of the API's own does. */
  chargeRetry(route: string): void;
  /** How the API stands by what its calls were answered. */
  readonly status: ApiStatusStore;
  /** Of a request's headers, those that tell two queries apart. */
  readonly keyHeaders: readonly string[];
  /** What callbacks threw after their call had succeeded, so that it must not be sent once more. */
  readonly afterSuccess: WeakSet<ApiError>;
  /** The app's `select` functions, and what takes their places. */
  readonly selections: WeakMap<object, unknown>;
  /** The clients whose failures a provider watches. */
  readonly watchers: Set<object>;
  /** Whether the person has signed out since this was asked for. */
  sinceNow(): () => boolean;
  /** Whether a call failed with this whose person has signed out since, or has been followed by another one. */
  isOfAnotherPerson(error: ApiError): boolean;
  /** Calls back when a call finds another person signed in than the last who was. */
  onOtherPerson(listener: () => void): () => void;
  /** Calls back with each call that succeeds. */
  onSuccess(listener: (success: ApiSuccess) => void): () => void;
  /** The person has signed out: nothing that they began is sent any more, and a token that `refresh` gave is forgotten. */
  forget(): void;
}

interface Run {
  send: typeof sendWithRetries;
  /** Of the call that an attempt belongs to. */
  progress?: CallProgress | undefined;
  onFailed?: (error: ApiError, progress: CallProgress) => void;
}

/**
 * Creates a client for one API. `createApi<paths>({ … })`, with what openapi-typescript wrote, types its routes, what they
 * are given and what they answer.
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
  const totalTimeoutMs = timeLimitMs("totalTimeoutMs", given.totalTimeoutMs, 120_000);
  const timeoutMs = timeLimitMs("timeoutMs", given.timeoutMs, 30_000);
  const name = given.name ?? base.href;
  const signer = given.credentials && new Signer(given.credentials);
  const reading = {
    readError: given.readError,
    requestIdHeaders: requireHeaderNames("requestIdHeaders", given.requestIdHeaders),
  };
  const { headers, fetch, redirect } = given;
  const retryStatuses = retries.statuses ?? [];
  const defaults = { name, timeoutMs, signer, reading, retryStatuses, headers, fetch, redirect };

  function policyFor(retry?: RequestRetry): RetryPolicy {
    requireRetryOptions(retry);
    const policy = retryPolicy(retry ?? (given.retry === false ? false : {}), retries);
    return {
      ...policy,
      decide: (subject) => policy.decide({ budget: control.budget, ...subject }),
    };
  }

  function report(error: ApiError): void {
    if (error.kind !== "aborted") tellReporter(given.onError ?? logToConsole, error);
  }

  function end(error: ApiError, progress: CallProgress): void {
    control.noteEnd(progress, error);
    report(error);
  }

  function isOfAnotherPerson(error: ApiError): boolean {
    const failed = failedCallOf(error);
    if (failed?.api !== api) return false;
    const { owner, isForgotten } = failed.progress;
    if (isForgotten?.()) return true;
    return signer?.isOfAnotherPerson(owner?.identity) ?? false;
  }

  async function run<Output>(
    route: Route,
    settings: Parameters<typeof prepareRequest<Output>>[3],
    how: Run,
  ): Promise<Output> {
    const request = prepareRequest(base, defaults, route, settings);
    return sendPrepared(request, policyFor(settings?.retry), how);
  }

  /** Sends a call, or one attempt of it, and tells of what came of it whoever has to know. */
  async function sendPrepared<Output>(
    request: PreparedRequest<Output>,
    policy: RetryPolicy,
    { send, progress: known, onFailed }: Run,
  ): Promise<Output> {
    const progress = known ?? startProgress(policy.maxAttempts);
    progress.isForgotten ??= signOuts.sinceNow();
    const outcome = await send(request, { control, policy, totalTimeoutMs }, progress);
    if ("value" in outcome) {
      successes.note(request.route, progress);
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
    chargeRetry: (route) => control.chargeRetry(route),
    status: control.status,
    keyHeaders: given.keyHeaders ?? [],
    afterSuccess: new WeakSet(),
    selections: new WeakMap(),
    watchers: new Set(),
    sinceNow: signOuts.sinceNow,
    isOfAnotherPerson,
    onOtherPerson: (listener) => signer?.onOtherPerson(listener) ?? (() => {}),
    onSuccess: (listener) => successes.add(listener),
    forget() {
      signOuts.note();
      signer?.forget();
    },
    async lookWhoIsSignedIn() {
      const deadline = startDeadline(timeoutMs, undefined);
      try {
        await deadline.race(async () => signer?.sign());
      } catch {
        // The next call fails with it, and tells.
      } finally {
        deadline.release();
      }
    },
    async findOwner(route, { credentials }) {
      if (!signer || credentials === false) return undefined;
      const { method } = parseRoute(route);
      try {
        return { identity: (await signer.sign()).identity };
      } catch (thrown) {
        throw credentialsFailure({ api: name, route, method }, thrown);
      }
    },
    toApiError: Object.values(reading).some(Boolean) ? createErrorReader(reading) : toApiError,
    fetch: createFetch({
      base,
      defaults,
      toRoute: given.route,
      send: (request) =>
        sendPrepared(request, policyFor(), { send: sendWithRetries, onFailed: end }),
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

/**
 * An API as the kit's own layers see it.
 * @throws TypeError for anything that `createApi` did not make
 */
export function internalsOf(api: Api): ApiInternals {
  if (isApi(api)) return api;
  throw misuse("api must be what createApi({ baseUrl }) gave", api);
}

function isApi(api: Api): api is ApiInternals {
  return typeof api === "object" && api !== null && "attempt" in api;
}
