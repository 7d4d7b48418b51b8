import {
  type MutationFunctionContext,
  mutationOptions,
  type UseMutationOptions,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import type { RequestSettings } from "../fetcher/api-options.ts";
import type { Api } from "../fetcher/create-api.ts";
import type { Query, WithBody, WithParams } from "../fetcher/route.ts";
import { apiAttempt, clientsRetry } from "./api-attempt.ts";
import { withBeginning } from "./begun-mutations.ts";
import { type BegunRequest, copyRequest } from "./begun-request.ts";
import { beginningIn } from "./call-record.ts";
import { callbackGuard } from "./callback-guard.ts";
import { retryByPolicy } from "./retry-by-policy.ts";

/** What is the same for every call of a mutation. */
export type MutationRequest<Output> = Omit<RequestSettings<Output>, "signal" | "query" | "body">;

type VariablesOf<R extends Route> = WithParams<R> &
  WithBody<R> & {
    query?: Query;
    body?: unknown;
    /** One key for this call and all its attempts; laid over the request's own. */
    idempotencyKey?: boolean | string;
  };

/** What a call is told: `params`, `query`, `body`. May be left out exactly when the route has no parameters. */
export type ApiMutationVariables<R extends Route> =
  // biome-ignore lint/suspicious/noConfusingVoidType: TanStack Query allows `mutate()` only where the variables may be void
  Record<never, never> extends WithParams<R> ? VariablesOf<R> | void : VariablesOf<R>;

export type ApiMutationSettings<R extends Route, Output, OnMutateResult = unknown> = Omit<
  UseMutationOptions<Output, ApiError, ApiMutationVariables<R>, OnMutateResult>,
  "mutationFn" | "retryDelay"
>;

/**
 * TanStack Query options for a mutation. Retries follow the API's policy, as those of queries do: a POST or PATCH that
 * got no answer is repeated only with an `idempotencyKey`, which stays the same over all attempts of one call.
 */
export function apiMutationOptions<R extends Route, Output = unknown, OnMutateResult = unknown>(
  api: Api,
  route: WellFormed<R>,
  request: MutationRequest<Output> = {},
  options: ApiMutationSettings<R, Output, OnMutateResult> = {},
) {
  const { retry, onMutate, onSuccess, onSettled, ...rest } = options;
  const { guarded, guardedEnd } = callbackGuard(api, route);
  const { rules, retrying } = retryByPolicy(api, request, retry);

  function begin(variables: unknown): BegunRequest {
    const given = isVariables(variables) ? variables : {};
    return { api, route, request: copyRequest({ ...request, ...given }) };
  }

  return mutationOptions<Output, ApiError, ApiMutationVariables<R>, OnMutateResult>({
    mutationKey: [api.name, route],
    ...rest,
    ...(onMutate && { onMutate: guarded(onMutate) }),
    ...(onSuccess && { onSuccess: guarded(onSuccess, true) }),
    ...(onSettled && { onSettled: guardedEnd(onSettled) }),
    mutationFn: withBeginning(
      (variables: ApiMutationVariables<R>, context: MutationFunctionContext) => {
        const { client, meta, mutationKey } = context;
        const beginning = beginningIn(meta);
        const begun = beginning?.request ?? begin(variables);
        const clients = clientsRetry(client, { mutationKey });
        const call = { token: context, client, rules, clients, beginning };
        return apiAttempt<Output>(begun, call);
      },
      begin,
    ),
    ...retrying,
  });
}

function isVariables(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
