import {
  type MutationFunctionContext,
  mutationOptions,
  type UseMutationOptions,
  type WithRequired,
} from "@tanstack/react-query";
import type { ApiError } from "../error/api-error.ts";
import type { Route } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import type { CallSettings, RequestSettings } from "../fetcher/api-options.ts";
import type { Query, WithBody, WithParams } from "../fetcher/route.ts";
import type { SettledOutput, Uninferred, Unset } from "../openapi/settled-output.ts";
import type { NoSpec, RouteArg, RouteOf } from "../openapi/spec.ts";
import type { SpecBody, SpecHeaders, SpecParams, SpecQuery } from "../openapi/spec-input.ts";
import { apiAttempt, clientsRetry } from "./api-attempt.ts";
import { withBeginning } from "./begun-mutations.ts";
import { type BegunRequest, copyRequest } from "./begun-request.ts";
import { beginningIn } from "./call-record.ts";
import { callbackGuard } from "./callback-guard.ts";
import { retryByPolicy } from "./retry-by-policy.ts";

/** The part of a request that is the same for every call of a mutation. */
export type MutationRequest<Output> = Omit<RequestSettings<Output>, "signal" | "query" | "body">;

type Variables<R extends string> = WithParams<R> &
  WithBody<R> & {
    query?: Query;
    body?: unknown;
    /** One key for this call and all its attempts. Overrides that of the mutation's request. */
    idempotencyKey?: boolean | string;
  };

// biome-ignore lint/suspicious/noConfusingVoidType: TanStack Query allows `mutate()` only where the variables may be void
type Optional<Told> = Record<never, never> extends Told ? Told | void : Told;

/** What `mutate` takes: `params`, `query`, `body`. It may be left out only if the route has no parameters. */
export type ApiMutationVariables<R extends Route> = Optional<Variables<R>>;

type SpecVariables<Paths, R extends string> = SpecParams<Paths, R> &
  SpecQuery<Paths, R> &
  SpecBody<Paths, R> &
  Pick<CallSettings, "idempotencyKey">;

/** The same by the API's spec, if it has one: may be left out only if nothing is required. */
export type VariablesOf<Paths, R extends string> = [Paths] extends [NoSpec]
  ? Optional<Variables<R>>
  : Optional<SpecVariables<Paths, R>>;

/** The part that is the same for every call of a mutation, by the API's spec, if it has one. */
export type MutationRequestOf<Paths, R extends string, Output> = [Paths] extends [NoSpec]
  ? MutationRequest<Output>
  : Omit<CallSettings<Output>, "signal"> & SpecHeaders<Paths, R>;

/** The settings, with the types that are known when the app's callbacks get the output. */
export type MutationSettings<Paths, R extends string, Output, OnMutateResult, Taken> = Omit<
  UseMutationOptions<
    SettledOutput<Paths, R, Output, Taken>,
    ApiError,
    VariablesOf<Paths, R>,
    OnMutateResult
  >,
  "mutationFn" | "retryDelay"
>;

export type ApiMutationSettings<R extends Route, Output, OnMutateResult = unknown> = Omit<
  UseMutationOptions<Output, ApiError, ApiMutationVariables<R>, OnMutateResult>,
  "mutationFn" | "retryDelay"
>;

/**
 * Options of TanStack Query's `useMutation` for a route. Retries follow the API's policy. A POST or PATCH that got no
 * answer is sent again only with an `idempotencyKey`, which stays the same for all attempts of one call.
 */
export function apiMutationOptions<
  R extends RouteOf<Paths>,
  Output = Unset,
  OnMutateResult = unknown,
  Paths = NoSpec,
  Taken = unknown,
>(
  api: Api<Paths>,
  route: RouteArg<Paths, R>,
  request?: MutationRequestOf<Paths, R, Output>,
  options?: MutationSettings<Paths, R, Output, OnMutateResult, Taken>,
): WithRequired<
  UseMutationOptions<
    SettledOutput<Paths, R, Output, Uninferred<Taken>>,
    ApiError,
    VariablesOf<Paths, R>,
    OnMutateResult
  >,
  "mutationKey"
>;
export function apiMutationOptions(
  api: Api,
  route: Route,
  request: MutationRequest<unknown> = {},
  options: ApiMutationSettings<Route, unknown> = {},
) {
  const { retry, onMutate, onSuccess, onSettled, ...rest } = options;
  const { guarded, guardedEnd } = callbackGuard(api, route);
  const { rules, retrying } = retryByPolicy(api, request, retry);

  function begin(variables: unknown): BegunRequest {
    const given = isVariables(variables) ? variables : {};
    return { api, route, request: copyRequest({ ...request, ...given }) };
  }

  return mutationOptions<unknown, ApiError, ApiMutationVariables<Route>, unknown>({
    mutationKey: [api.name, route],
    ...rest,
    ...(onMutate && { onMutate: guarded(onMutate) }),
    ...(onSuccess && { onSuccess: guarded(onSuccess, true) }),
    ...(onSettled && { onSettled: guardedEnd(onSettled) }),
    mutationFn: withBeginning(
      async (variables: ApiMutationVariables<Route>, context: MutationFunctionContext) => {
        const { client, meta, mutationKey } = context;
        const beginning = beginningIn(meta);
        const begun = beginning?.request ?? begin(variables);
        const clients = clientsRetry(client, { mutationKey });
        const call = { token: context, client, rules, clients, beginning };
        const answer = await apiAttempt<unknown>(begun, call);
        if (beginning) beginning.isDone = true;
        return answer;
      },
      begin,
    ),
    ...retrying,
  });
}

function isVariables(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
