import type { QueryClient } from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
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
 * What the calls of one client have in common that belongs to the person in front of it. The person has gone when the
 * client is cleared, when the app says so, or when a call finds somebody else signed in; what they left behind must then
 * be shown to nobody and sent by nobody.
 */
export class ClientSession {
  readonly #client: QueryClient;
  readonly #apis = new Set<ApiInternals>();
  readonly #arrivals = new ApiArrivals();
  readonly #calls = new WeakMap<object, CallRecord>();
  /** What its mutations were begun with. */
  readonly begun: BegunMutations;
  /** Its queries that wait for the end of an outage. */
  readonly held: HeldQueries;
  /** What takes care of the failures of its mutations. */
  readonly handling: MutationHandling;
  /** When its mutations were begun. */
  readonly order = new MutationOrder();
  /** The hash of each query that somebody has pressed for, so that it yields to no outage. */
  readonly pressed = new Set<string>();
  readonly #goodbyes = new Listeners<[isSignOut: boolean]>();
  readonly #signOuts = new SignOuts();
  readonly #successes = new Listeners<[api: string, success: ApiSuccess]>();
  #isReviving = false;
  #isForgetting = false;
  /** How many want to hear of `clear()`. */
  #watchers = 0;

  constructor(client: QueryClient) {
    this.#client = client;
    this.begun = new BegunMutations(client, this.sinceNow);
    this.held = new HeldQueries(client);
    this.handling = new MutationHandling(client);
    client.getQueryCache().subscribe((event) => {
      if (event.type !== "updated") return;
      const { state, options } = event.query;
      note(event.action, state.fetchFailureReason, options);
    });
    client.getMutationCache().subscribe((event) => {
      if (event.type !== "updated") return;
      const { state, options } = event.mutation;
      note(event.action, state.failureReason, options);
    });
  }

  /** Takes part in what an API knows of the person. */
  join(api: Api): void {
    const internals = internalsOf(api);
    if (this.#apis.has(internals)) return;
    this.#apis.add(internals);
    this.#arrivals.note(api.name);
    internals.signer?.onOtherPerson(() => this.#tell(false));
    internals.successes.add((success) => this.#successes.tell(api.name, success));
  }

  /** Takes part in the API that a failure is of, whoever called it: there is no other way to hear that it works again. */
  joinApiOf(error: ApiError): void {
    const failed = failedCallOf(error);
    if (failed) this.join(failed.api);
  }

  /** The call that goes under a token of TanStack Query's; a new one where there is none. */
  callOf(token: object, begin: () => CallRecord): CallRecord {
    const call = this.#calls.get(token) ?? begin();
    this.#calls.set(token, call);
    return call;
  }

  /** The next attempt with this token is another call's: of a query with pages, the next page's. */
  endCall(token: object): void {
    this.#calls.delete(token);
  }

  /** Whether what its caches hold has not been watched for copies of errors so far. */
  startReviving(): boolean {
    const isFirst = !this.#isReviving;
    this.#isReviving = true;
    return isFirst;
  }

  /** Whether the person has signed out since this was asked for. */
  readonly sinceNow = this.#signOuts.sinceNow;

  /** Whether a failure is of somebody's call who has signed out, or has been followed by another person. */
  isOfAnotherPerson(error: ApiError): boolean {
    return [...this.#apis].some((api) => isOfAnotherPerson(api, error));
  }

  /** Looks whether somebody else is signed in by now to the API that a failure is of. */
  async look({ api: name }: ApiError): Promise<void> {
    const apis = [...this.#apis].filter((api) => api.name === name);
    await Promise.all(apis.map((api) => api.lookWhoIsSignedIn()));
  }

  /** Whether the app's own code failed with this after its call had succeeded. */
  isAfterSuccess(error: ApiError): boolean {
    return [...this.#apis].some((api) => api.afterSuccess.has(error));
  }

  /** The person has signed out: nothing that was begun before is sent any more. */
  forget(): void {
    if (this.#isForgetting) return;
    this.#signOuts.note();
    for (const api of this.#apis) api.forget();
    this.#tell(true);
  }

  /** Calls back when a sign-out ends all that is under way, as another person who has come does not. */
  onSignOut(listener: () => void): () => void {
    return this.#signOuts.add(listener);
  }

  /** Calls back when the person has gone: by a sign-out, or since another person's call is under way. */
  onForget(listener: (isSignOut: boolean) => void): () => void {
    return this.#goodbyes.add(listener);
  }

  /** Calls back with each call that succeeds, whoever made it. */
  onSuccess(listener: (api: string, success: ApiSuccess) => void): () => void {
    return this.#successes.add(listener);
  }

  /** Takes `clear()` for a sign-out until it is called off. The client tells nobody of it, so the method is wrapped. */
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
      // Before, while what is pending can still be found in the caches.
      if (this.#watchers > 0) this.forget();
      clear.call(client);
    };
    client.clear = wrapped;
    this.#unwrapClear = () => {
      // Somebody else may have wrapped it since: then this one stays below theirs, and passes on.
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
 * One for a client, whoever asks: hooks know the client only, and options that are made outside of React as well.
 * @throws TypeError for what is no client
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

/** @param reason what the last attempt failed with */
function note(
  { type, error, manual }: { type: string; error?: unknown; manual?: boolean | undefined },
  reason: unknown,
  { retryDelay }: { retryDelay?: unknown },
): void {
  if (type === "pause") pauseCall(reason);
  if (type === "failed") warnOfSecondRetries(error);
  if (type === "error") noteStop(error);
  // Data that the app put into the cache itself is no answer.
  if (type === "success" && !manual) policysApi(retryDelay)?.budget?.refundOthers();
}
