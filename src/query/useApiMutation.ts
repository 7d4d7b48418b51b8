"use client";

import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ApiError } from "../error/api-error.ts";
import type { Route } from "../error/route-form.ts";
import type { Api } from "../fetcher/api.ts";
import type { SettledOutput, Unset } from "../openapi/settled-output.ts";
import type { RegisteredPaths, RouteArg, RouteOf } from "../openapi/spec.ts";
import {
  type ApiMutationSettings,
  type ApiMutationVariables,
  apiMutationOptions,
  type MutationRequest,
  type MutationRequestOf,
  type MutationSettings,
  type VariablesOf,
} from "./api-mutation-options.ts";
import { sessionOf } from "./client-session.ts";
import { type OfApi, useApi } from "./useApi.ts";

/**
 * TanStack Query's `useMutation` for a route of the provider's API.
 *
 * ```ts
 * const send = useApiMutation("POST /v1/sessions/{sessionId}/messages", { schema: Message });
 * send.mutate({ params: { sessionId }, body: { text } });
 * ```
 *
 * A failure becomes a toast, unless your code handles it: with an `onError` here or on the call, with `mutateAsync`, or
 * with `throwOnError` and a boundary. `meta: { errorToast: true | false }` overrides this.
 */
export function useApiMutation<
  R extends RouteOf<Paths>,
  Output = Unset,
  OnMutateResult = unknown,
  Paths = RegisteredPaths,
  Taken = unknown,
>(
  route: RouteArg<Paths, R>,
  request?: MutationRequestOf<Paths, R, Output>,
  options?: MutationSettings<Paths, R, Output, OnMutateResult, Taken> & OfApi<Paths>,
): UseMutationResult<
  SettledOutput<Paths, R, Output, Taken>,
  ApiError,
  VariablesOf<Paths, R>,
  OnMutateResult
>;
export function useApiMutation(
  route: Route,
  request?: MutationRequest<unknown>,
  options?: ApiMutationSettings<Route, unknown> & OfApi,
): UseMutationResult<unknown, ApiError, ApiMutationVariables<Route>, unknown> {
  // First, so that where both providers are missing it is ours that is named: it brings the other.
  const api: Api = useApi("useApiMutation", options?.api);
  const client = useQueryClient();
  const result = useMutation(apiMutationOptions(api, route, request, options));
  const { mutate: begin, mutateAsync: beginAsync } = result;

  const mutate = useCallback<typeof begin>(
    (...args) => {
      const handler = args[1]?.onError ? "callback" : undefined;
      sessionOf(client).handling.start(client.getMutationCache(), handler, () => begin(...args));
    },
    [client, begin],
  );

  const mutateAsync = useCallback<typeof beginAsync>(
    (...args) =>
      sessionOf(client).handling.start(client.getMutationCache(), "promise", () =>
        beginAsync(...args),
      ),
    [client, beginAsync],
  );

  return { ...result, mutate, mutateAsync };
}
