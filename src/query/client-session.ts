import type { QueryClient } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
import { isApiError } from "../error/is-api-error.ts";
import { Listeners } from "../error/listeners.ts";
import { misuse } from "../error/misuse.ts";
import { type Api, type ApiInternals, internalsOf } from "../fetcher/api.ts";
import { failedCallOf } from "../fetcher/failed-call.ts";
import { SignOuts } from "../fetcher/sign-outs.ts";
import { ApiArrivals } from "./api-arrivals.ts";
import { BegunMutations } from "./begun-mutations.ts";
import { isOfAnotherPerson } from "./call-person.ts";
import { type CallRecord, noteStop, pauseCall } from "./call-record.ts";
import { HeldQueries } from "./held-queries.ts";
import { MutationHandling } from "./mutation-handling.ts";
import { MutationOrder } from "./mutation-order.ts";
import { policysApi } from "./query-defaults.ts";
import { warnOfSecondRetries } from "./second-retries.ts";

/**
 * What the calls of one client share about the person who uses it. The person leaves when the client is cleared, when
 * the app says so, or when a call finds another person signed in. After that, nothing of theirs may be shown or sent.
 */
export class ClientSession {
  readonly #client: QueryClient;
  readonly #apis = new Set<ApiInternals>();
  readonly #arrivals = new ApiArrivals();
  readonly #calls = new WeakMap<object, CallRecord>();
  /** The route with which each of the app's own queries and mutations failed last: a success names no route. */
  readonly #failedRoutes = new WeakMap<object, string | undefined>();
  /** What this client's mutations began with. */
  readonly begun: BegunMutations;
  /** This client's queries that wait for the end of an outage. */
  readonly held: HeldQueries;
  /** What handles the failures of this client's mutations. */
  readonly handling: MutationHandling;
  /** The order in which this client's mutations began. */
  readonly order = new MutationOrder();
  /** The hash of each query that somebody has pressed for, so that it yields to no outage. */
  readonly pressed = new Set<string>();
  readonly #goodbyes = new Listeners<[isSignOut: boolean]>();
  readonly #signOuts = new SignOuts();
  readonly #successes = new Listeners<[api: string, success: ApiSuccess]>();
  #isReviving = false;
  #isForgetting = false;
  /** How many watches need to know of `clear()`. */
  #watchers = 0;

  constructor(client: QueryClient) {
    this.#client = client;
    this.begun = new BegunMutations(client, this.sinceNow);
    this.held = new HeldQueries(client);
    this.handling = new MutationHandling(client);
    client.getQueryCache().subscribe((event) => {
      if (event.type !== "updated") return;
      const { query, action } = event;
      note(action, query.state.fetchFailureReason);
      this.#noteOthers(action, query);
    });
    client.getMutationCache().subscribe((event) => {
      if (event.type !== "updated") return;
      const { mutation, action } = event;
      note(action, mutation.state.failureReason);
      this.#noteOthers(action, mutation);
    });
  }

  /** Tells the retry budget how calls end that another client sent by the API's policy. */
  #noteOthers(
    { type, error, manual }: CacheAction,
    of: { options: { retryDelay?: unknown } },
  ): void {
    const api = policysApi(of.options.retryDelay);
    if (!api) return;
    if (type === "error") this.#failedRoutes.set(of, api.toApiError(error).route);
    // Data that the app itself put into the cache is no answer.
    if (type !== "success" || manual) return;
    api.budget?.refundOthers();
    const route = this.#failedRoutes.get(of);
    if (route !== undefined) api.budget?.noteWell(route);
  }

  /** Listens to an API's calls: which succeed, and whether another person has come. */
  join(api: Api): void {
    const internals = internalsOf(api);
    if (this.#apis.has(internals)) return;
    this.#apis.add(internals);
    this.#arrivals.note(api.name);
    internals.signer?.onOtherPerson(() => this.#tell(false));
    internals.successes.add((success) => this.#successes.tell(api.name, success));
  }

  /** Joins the API of a failure, even one called without hooks: else nobody would hear that it works again. */
  joinApiOf(error: ApiError): void {
    const failed = failedCallOf(error);
    if (failed) this.join(failed.api);
  }

  /** The call of a token of TanStack Query's; a new one if there is none. */
  callOf(token: object, begin: () => CallRecord): CallRecord {
    const call = this.#calls.get(token) ?? begin();
    this.#calls.set(token, call);
    return call;
  }

  /** The next attempt with this token is another call: in an infinite query, the next page's. */
  endCall(token: object): void {
    this.#calls.delete(token);
  }

  /** True once: whoever asks first must watch the caches for copies of errors. */
  startReviving(): boolean {
    const isFirst = !this.#isReviving;
    this.#isReviving = true;
    return isFirst;
  }

  /** Returns a function that says whether the person has signed out since. */
  readonly sinceNow = this.#signOuts.sinceNow;

  /** Whether the person of a failed call has signed out since, or another person has come. */
  isOfAnotherPerson(error: ApiError): boolean {
    return [...this.#apis].some((api) => isOfAnotherPerson(api, error));
  }

  /** Asks whether another person is signed in to the API of a failure by now. */
  async look({ api: name }: ApiError): Promise<void> {
    const apis = [...this.#apis].filter((api) => api.name === name);
    await Promise.all(apis.map((api) => api.lookWhoIsSignedIn()));
  }

  /** Whether a mutation failed with this error in the app's own code, after its call had succeeded. */
  isDone(mutation: Parameters<BegunMutations["of"]>[0], thrown: unknown): boolean {
    if (this.begun.of(mutation)?.isDone) return true;
    return isApiError(thrown) && [...this.#apis].some((api) => api.afterSuccess.has(thrown));
  }

  /** The person has signed out: nothing that began before is sent any more. */
  forget(): void {
    if (this.#isForgetting) return;
    this.#signOuts.note();
    for (const api of this.#apis) api.forget();
    this.#tell(true);
  }

  /** Calls back at a sign-out, which ends all that is under way. The arrival of another person does not. */
  onSignOut(listener: () => void): () => void {
    return this.#signOuts.add(listener);
  }

  /** Calls back when the person has left: by a sign-out, or because another person makes calls. */
  onForget(listener: (isSignOut: boolean) => void): () => void {
    return this.#goodbyes.add(listener);
  }

  /** Calls back with each call that succeeds, whoever made it. */
  onSuccess(listener: (api: string, success: ApiSuccess) => void): () => void {
    return this.#successes.add(listener);
  }

  /** Takes `clear()` for a sign-out until the returned function is called. Wrapped, since Query tells nobody of it. */
  hearClear(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#wrapClear();
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#unwrapClear();
    };
  }

  #unwrapClear = () => {};

  #wrapClear(): void {
    const client = this.#client;
    const own = Object.getOwnPropertyDescriptor(client, "clear");
    const { clear } = client;
    const wrapped = () => {
      // First, while what is pending is still in the caches.
      if (this.#watchers > 0) this.forget();
      clear.call(client);
    };
    client.clear = wrapped;
    this.#unwrapClear = () => {
      // If somebody has wrapped it since, this wrapper stays below theirs and only passes calls on.
      if (client.clear !== wrapped) return;
      if (own) Object.defineProperty(client, "clear", own);
      else Reflect.deleteProperty(client, "clear");
    };
  }

  #tell(isSignOut: boolean): void {
    if (this.#isForgetting) return;
    this.#isForgetting = true;
    try {
      this.#goodbyes.tell(isSignOut);
    } finally {
      this.#isForgetting = false;
    }
  }
}

const sessions = new WeakMap<QueryClient, ClientSession>();

/**
 * The session of a client. One for each client, since hooks, and options made outside of React, know only the client.
 * @throws TypeError if it is no client
 */
export function sessionOf(client: QueryClient): ClientSession {
  if (typeof client?.getMutationCache !== "function")
    throw misuse(
      "QueryClientProvider's client",
      client,
      () => process.env.NODE_ENV !== "production" && "must be a QueryClient",
    );
  const session = sessions.get(client) ?? new ClientSession(client);
  sessions.set(client, session);
  return session;
}

interface CacheAction {
  type: string;
  error?: unknown;
  manual?: boolean | undefined;
}

/** @param reason the last attempt's failure */
function note({ type, error }: CacheAction, reason: unknown): void {
  if (type === "pause") pauseCall(reason);
  if (type === "failed") warnOfSecondRetries(error);
  if (type === "error") noteStop(error);
}
