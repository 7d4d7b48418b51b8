import { type ApiError, amendApiError } from "../error/api-error.ts";
import { parseRoute, type Route } from "../error/route-form.ts";
import type { ApiInternals } from "../fetcher/api.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import { credentialsFailure } from "../fetcher/call-failure.ts";
import { failedCallOf } from "../fetcher/failed-call.ts";
import type { CallOwner } from "../retry/call-progress.ts";

/**
 * Who a call of this route belongs to that begins now and is sent later, for its `progress.owner`. An unsigned call belongs
 * to nobody.
 * @throws ApiError if the credentials fail
 */
export async function ownerOfCall(
  { name, signer }: ApiInternals,
  route: Route,
  { credentials }: Pick<RequestSettings, "credentials">,
): Promise<CallOwner> {
  if (!signer || credentials === false) return undefined;
  const { method } = parseRoute(route);
  try {
    return { identity: (await signer.sign()).identity };
  } catch (thrown) {
    const error = credentialsFailure({ api: name, route, method }, thrown);
    // A later attempt might be another person's.
    throw amendApiError(error, { attempts: 0, retryStopped: "notRetryable" });
  }
}

/** Whether the person of the call that failed with this has signed out since, or another person has come. */
export function isOfAnotherPerson(api: ApiInternals, error: ApiError): boolean {
  const failed = failedCallOf(error);
  if (failed?.api !== api) return false;
  const { owner, isForgotten } = failed.progress;
  if (isForgotten?.()) return true;
  return api.signer?.isOfAnotherPerson(owner?.identity) ?? false;
}
