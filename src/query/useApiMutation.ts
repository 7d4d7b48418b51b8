"use client";

import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ApiError } from "../error/api-error.ts";
import type { Route, WellFormed } from "../error/route-form.ts";
import {
  type ApiMutationSettings,
  type ApiMutationVariables,
  apiMutationOptions,
  type MutationRequest,
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
 * A failure that nobody handles becomes a toast. An `onError`, here or on the call, or `mutateAsync` counts as
 * handling it, and so does a boundary that `throwOnError` hands it to. Of TanStack Query's own `useMutation` nobody can
 * tell: it makes a toast only where `meta: { errorToast: true }` asks for one.
 */
export function useApiMutation<R extends Route, Output = unknown, OnMutateResult = unknown>(
  route: WellFormed<R>,
  request?: MutationRequest<Output>,
  options?: ApiMutationSettings<R, Output, OnMutateResult> & OfApi,
): UseMutationResult<Output, ApiError, ApiMutationVariables<R>, OnMutateResult> {
  // First, so that where both providers are missing it is ours that is named: it brings the other.
  const api = useApi("useApiMutation", options?.api);
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
