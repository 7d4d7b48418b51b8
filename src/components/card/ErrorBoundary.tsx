"use client";

import { QueryClientContext, QueryErrorResetBoundary } from "@tanstack/react-query";
import { type ReactNode, useContext, useEffect, useState } from "react";
import {
  ErrorBoundary as BaseBoundary,
  type ErrorBoundaryProps as BaseProps,
  type FallbackProps,
} from "react-error-boundary";
import { isControlFlow } from "../../envelope/control-flow.ts";
import { resetUnusedFailedQueries } from "../../query/query-reset.ts";
import { FocusMemory } from "../focus/focus-memory.ts";
import { FallbackFocus } from "../focus/useFocusWhenReplaced.ts";
import { useRecourse } from "../provider/useRecourse.ts";
import { type Catches, catchesError } from "./catches-error.ts";
import { ErrorCard } from "./ErrorCard.tsx";
import { useQueriesReset } from "./useQueriesReset.ts";

type Fallback = Pick<BaseProps, "fallback" | "fallbackRender" | "FallbackComponent">;

export type ErrorBoundaryProps = Partial<Fallback> &
  Pick<BaseProps, "onError" | "onReset" | "resetKeys"> & {
    /**
     * Codes, kinds or a predicate. An error that it does not name goes on to the boundary above. Default: everything.
     */
    catches?: Catches;
    children?: ReactNode;
  };

/**
 * Shows an `ErrorCard`, or your own fallback, in place of a part that threw while rendering. A reset, by the card's
 * button or by `resetKeys`, also resets the failed queries inside, so that they are fetched again.
 *
 * Built on react-error-boundary, whose props it takes. It does not catch errors of event handlers or of other code that
 * runs after rendering: show those with `useErrorBoundary().showBoundary` or `toastError`. What Next and TanStack
 * Router throw to redirect or to say "not found" goes on to them.
 */
export function ErrorBoundary(props: ErrorBoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      <QueryAwareBoundary {...props} />
    </QueryErrorResetBoundary>
  );
}

function QueryAwareBoundary({ catches, children, onError, onReset, ...given }: ErrorBoundaryProps) {
  const recourse = useRecourse();
  const { toApiError } = recourse;
  const resetQueries = useQueriesReset();
  const fallback = useFallback(given);
  const [focus] = useState(() => new FocusMemory());
  return (
    <BaseBoundary
      {...(given.resetKeys && { resetKeys: given.resetKeys })}
      fallbackRender={(shown) => {
        const isCaught =
          !isControlFlow(shown.error) && catchesError(catches, toApiError(shown.error));
        if (!isCaught) throw shown.error;
        return <Caught focus={focus}>{fallback(shown)}</Caught>;
      }}
      onError={(thrown, info) => {
        recourse.onError?.(toApiError(thrown));
        onError?.(thrown, info);
      }}
      onReset={(details) => {
        focus.remember();
        resetQueries();
        onReset?.(details);
      }}
    >
      {children}
    </BaseBoundary>
  );
}

/**
 * Resets the failed queries as soon as the fallback shows, so that whatever mounts next fetches again instead of
 * throwing the cached failure. A boundary cannot do this when it mounts: Suspense above mounts it anew for every
 * answer.
 */
function Caught({ focus, children }: { focus: FocusMemory; children: ReactNode }) {
  const client = useContext(QueryClientContext);
  useEffect(() => {
    if (client) resetUnusedFailedQueries(client);
  }, [client]);
  return <FallbackFocus.Provider value={focus}>{children}</FallbackFocus.Provider>;
}

function useFallback(given: Partial<Fallback>): (props: FallbackProps) => ReactNode {
  const { fallback, fallbackRender, FallbackComponent } = given;
  if (fallbackRender) return fallbackRender;
  if (FallbackComponent) return (props) => <FallbackComponent {...props} />;
  if (fallback !== undefined) return () => fallback;
  return ({ error, resetErrorBoundary }) => (
    <ErrorCard error={error} onRetry={resetErrorBoundary} showSilent />
  );
}
