import type { ApiError } from "../error/api-error.ts";
import type { ApiSuccess } from "../error/api-success.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { fingerprintOf } from "../error/fingerprint.ts";

/** What can be wrong with a whole API: nothing gets through, it was asked too often, or nobody is signed in. */
const outages = ["down", "limited", "unauthorized"] as const;

type Outage = (typeof outages)[number];

const byKind: Partial<Record<ErrorKind, Outage>> = {
  network: "down",
  unavailable: "down",
  rateLimited: "limited",
  unauthorized: "unauthorized",
};

export const fingerprintOfOutage = (api: string, outage: Outage) => `${outage} API ${api}`;

/** The fingerprints that an API's outages can have. */
export function outageFingerprints(api: string): string[] {
  return outages.map((outage) => fingerprintOfOutage(api, outage));
}

/**
 * Names the cause of a failure; failures with one cause share a toast. The cause of a read that fails with its whole
 * API is that API, whatever the code and route. Any other failure is named by code, kind, API and route. A write never
 * shares a toast with a read.
 */
export function causeOf(error: ApiError, isRead: boolean): string {
  const outage = isRead ? outageOf(error) : undefined;
  if (outage && error.api !== undefined) return fingerprintOfOutage(error.api, outage);
  return isRead ? `read ${fingerprintOf(error)}` : fingerprintOf(error);
}

export function outageOf({ api, kind }: ApiError): Outage | undefined {
  return api === undefined ? undefined : byKind[kind];
}

/** Whether the failed call changes nothing on the server (RFC 9110, 9.2.1). False where its method is unknown. */
export function isOfSafeMethod({ method, route }: ApiError): boolean {
  const [named] = route?.split(" ", 1) ?? [];
  return ["GET", "HEAD", "OPTIONS"].includes(method ?? named ?? "");
}

/**
 * Collects the failures of an outage, and judges which success ends it. "down" ends with any success, "unauthorized"
 * with a success of somebody who is signed in. "limited" ends with a success of the limited route. Once a second route
 * is limited, or a call is held back because of another route, the whole API is limited (as in the rate-limit gate),
 * and any success ends that.
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
