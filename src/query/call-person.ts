import type { ApiError } from "../error/api-error.ts";
import { parseRoute, type Route } from "../error/route-form.ts";
import type { ApiInternals } from "../fetcher/api.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import { credentialsFailure } from "../fetcher/call-failure.ts";
import { failedCallOf } from "../fetcher/failed-call.ts";
import type { CallOwner } from "../retry/call-progress.ts";

/**
 * Who a call of this route belongs to that is begun now and sent later, as its `progress.owner`. One that is sent unsigned
 * is nobody's.
 * @throws ApiError where the credentials fail
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
    throw credentialsFailure({ api: name, route, method }, thrown);
  }
}

/** Whether a call failed with this whose person has signed out since, or has been followed by another one. */
export function isOfAnotherPerson(api: ApiInternals, error: ApiError): boolean {
  const failed = failedCallOf(error);
  if (failed?.api !== api) return false;
  const { owner, isForgotten } = failed.progress;
  if (isForgotten?.()) return true;
  return api.signer?.isOfAnotherPerson(owner?.identity) ?? false;
}
