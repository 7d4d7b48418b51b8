import type { ApiError } from "../error/api-error.ts";
import { misuse } from "../error/misuse.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import type { RequestOutput } from "../openapi/settled-output.ts";
import type { NoSpec, RouteArg, RouteOf } from "../openapi/spec.ts";
import type { SpecOutput } from "../openapi/spec-output.ts";
import type { SeenApi } from "../retry/api-status.ts";
import type { CallProgress } from "../retry/call-progress.ts";
import type { RetryBudget } from "../retry/retry-budget.ts";
import type { RetryPolicy } from "../retry/retry-policy.ts";
import type { ApiFetch } from "./api-fetch.ts";
import type { RequestArgs, RequestRetry, SpecRequestArgs } from "./api-options.ts";
import type { ApiSuccesses } from "./api-successes.ts";
import type { SignOuts } from "./sign-outs.ts";
import type { Signer } from "./signer.ts";

/** A client for one API. With `Paths`, routes, inputs and results have its types; without, any route is accepted. */
export interface Api<Paths = NoSpec> {
  readonly name: string;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  /** Exists only for the compiler, which tells two APIs apart by it. */
  readonly "~paths"?: [Paths] extends [NoSpec] ? unknown : Paths;
  /**
   * Sends a request, and retries it under the API's retry policy.
   * @throws ApiError if the call fails; TypeError, before anything is sent, for an option that cannot be used
   */
  request<R extends RouteOf<Paths>, Output = SpecOutput<Paths, R>>(
    route: RouteArg<Paths, R>,
    ...args: SpecRequestArgs<Paths, R, Output>
  ): Promise<RequestOutput<Paths, Output>>;
  /**
   * A `fetch` for other clients: axios (`env: { fetch }` with `adapter: "fetch"`), openapi-fetch, ky, ofetch, tRPC, or
   * a download. It signs, limits and retries calls to the origin of `baseUrl` as `request` does, so turn the client's
   * own retries off. It sends calls to other origins unchanged, without credentials and retries. It does not need its
   * `this`.
   *
   * It resolves to the last answer, with its body unread, and rejects only if `fetch` would, with an `ApiError` as the
   * `cause`. `toApiError` finds the `ApiError` of such an answer, and of an error that a library made from it.
   * `timeoutMs` covers an attempt until its headers arrive. The body of a `Request` is read into memory; a stream in
   * `init.body` is never sent twice.
   */
  readonly fetch: ApiFetch;
  /** Like `toApiError`, but reads an answer with this API's `readError` and `requestIdHeaders`. */
  toApiError(thrown: unknown): ApiError;
}

/** What the kit's own layers need from an API, and apps do not. */
export interface ApiInternals extends Api {
  /**
   * Sends one attempt and reports nothing, for callers with their own retry loop, such as TanStack Query. If all
   * attempts of a call get the same `progress`, its retries share the API's evidence and budget.
   */
  attempt<R extends Route, Output = unknown>(
    route: WellFormed<R>,
    ...args: RequestArgs<R, Output, { progress?: CallProgress }>
  ): Promise<Output>;
  /** Asks who is signed in, so that another person is noticed before anything is sent. Never throws. */
  lookWhoIsSignedIn(): Promise<void>;
  /** The API's policy, with a request's own settings over it. */
  policyFor(retry?: RequestRetry): RetryPolicy;
  /** Call when a call has failed for good. Tells `onError`, as {@link ApiInternals.report} does. */
  end(error: ApiError, progress: CallProgress): void;
  /** Tells `onError` of a final failure: once per error, and never of an abort. */
  report(error: ApiError): void;
  /** Whether a call with this request ID has just failed for good: an app may have made its own error of it. */
  hasGivenUp(requestId: string | undefined): boolean;
  /** The budget that pays for retries, also those of an app's own queries; undefined means no limit. */
  readonly budget: RetryBudget | undefined;
  /** What its calls have seen of it, for its status. */
  readonly sightings: SeenApi;
  /** The request headers that tell two queries apart. */
  readonly keyHeaders: readonly string[];
  /** Errors of callbacks that threw after their call had succeeded, so that the call must not be sent again. */
  readonly afterSuccess: WeakSet<ApiError>;
  /** For each of the app's `select` functions, the guarded function that replaces it. */
  readonly selections: WeakMap<object, unknown>;
  /** The clients that a provider watches for failures. */
  readonly watchers: Set<object>;
  /** Knows who is signed in; undefined where the API has no credentials. */
  readonly signer: Signer | undefined;
  /** How often the person has signed out. */
  readonly signOuts: SignOuts;
  /** The person has signed out: sends nothing more that they began, and forgets a token that `refresh` gave. */
  forget(): void;
  /** Tells of each call that succeeds. */
  readonly successes: ApiSuccesses;
}

/**
 * An API as the kit's own layers see it.
 * @throws TypeError for anything that `createApi` did not make
 */
export function internalsOf(api: Api): ApiInternals {
  if (isApi(api)) return api;
  throw notAnApi(api);
}

export function notAnApi(given: unknown): TypeError {
  return misuse(
    "api",
    given,
    () => process.env.NODE_ENV !== "production" && "must be what createApi({ baseUrl }) gave",
  );
}

function isApi(api: Api): api is ApiInternals {
  return typeof api === "object" && api !== null && "attempt" in api;
}
