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
    /** Which errors to catch: codes, kinds or a predicate. Others go to the boundary above. Default: all errors. */
    catches?: Catches;
    children?: ReactNode;
  };

/**
 * If a child throws while rendering, shows an `ErrorCard` or a fallback of your own instead of the children. A reset, by
 * the card's button or by `resetKeys`, also resets the failed queries inside, so that they are fetched again.
 *
 * Built on react-error-boundary, whose props it takes. It does not catch errors in event handlers and in other code that
 * runs after rendering: show those with `useErrorBoundary().showBoundary` or `toastError`. It does not catch what Next and
 * TanStack Router throw to redirect or to say "not found".
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
 * Forgets the failures it stands for as soon as it shows them: whatever mounts next fetches again instead of throwing
 * them from the cache. Not left to a boundary that mounts, since Suspense above makes it mount anew for every answer.
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
