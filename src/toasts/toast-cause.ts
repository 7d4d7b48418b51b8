import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { fingerprintOf } from "../error/fingerprint.ts";

/** What may be wrong with a whole API, whatever it is asked: nothing comes through, too much was asked, nobody is signed in. */
const outages = ["down", "limited", "unauthorized"] as const;

type Outage = (typeof outages)[number];

const byKind: Partial<Record<ErrorKind, Outage>> = {
  network: "down",
  unavailable: "down",
  rateLimited: "limited",
  unauthorized: "unauthorized",
};

export const fingerprintOfOutage = (api: string, outage: Outage) => `${outage} API ${api}`;

/** Those of the toasts that tell of a whole API. */
export function outageFingerprints(api: string): string[] {
  return outages.map((outage) => fingerprintOfOutage(api, outage));
}

/**
 * Names the cause of a failure: failures of one cause are one toast. What was read and concerns its whole API has that
 * API for its cause, whatever the code and the route; anything else is told apart by code, kind, API and route. A write
 * never shares a toast with what was read.
 */
export function causeOf(error: ApiError, isRead: boolean): string {
  const outage = isRead ? outageOf(error) : undefined;
  if (outage && error.api !== undefined) return fingerprintOfOutage(error.api, outage);
  return isRead ? `read ${fingerprintOf(error)}` : fingerprintOf(error);
}

export function outageOf({ api, kind }: ApiError): Outage | undefined {
  return api === undefined ? undefined : byKind[kind];
}

/** Whether a failure is of a call that changes nothing (RFC 9110, 9.2.1). Of a call whose method is not known, nobody can tell. */
export function isOfSafeMethod({ method, route }: ApiError): boolean {
  const [named] = route?.split(" ", 1) ?? [];
  return ["GET", "HEAD", "OPTIONS"].includes(method ?? named ?? "");
}

/**
 * What has been seen of an outage, and which success tells that it is over. An API that is down has to answer, one that
 * knows nobody has to answer somebody. A rate limit is its route's until a second route meets it, or a call is held back
 * for another route's: then it is the API's, as the gate has it, and any success is its end.
 */
export class SeenOutage {
  readonly #outage: Outage;
  #limited: string | undefined;
  #isWholeApis = false;

  constructor(outage: Outage) {
    this.#outage = outage;
  }

  note({ route, heldBy }: ApiError): void {
    this.#limited ??= route;
    const isHeldForAnother = heldBy !== undefined && heldBy.route !== route;
    if (isHeldForAnother || this.#limited !== route) this.#isWholeApis = true;
  }

  isOverBy({ route, isSigned }: ApiSuccess): boolean {
    if (this.#outage === "unauthorized") return isSigned;
    return this.#outage === "down" || this.#isWholeApis || route === this.#limited;
  }
}
