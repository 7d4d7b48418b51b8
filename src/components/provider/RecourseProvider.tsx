"use client";

import { QueryClient, QueryClientContext, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { ReadError } from "../../envelope/error-from-response.ts";
import type { ErrorReader } from "../../envelope/error-reader.ts";
import type { ApiError } from "../../error/api-error.ts";
import { misuse } from "../../error/misuse.ts";
import { tellReporter } from "../../error/tell-reporter.ts";
import { type Api, internalsOf } from "../../fetcher/api.ts";
import type { Catalog } from "../../guidance/catalog.ts";
import { guide } from "../../guidance/guide.ts";
import { type Translate, translateCatalog } from "../../guidance/translate-catalog.ts";
import { usableCatalog } from "../../guidance/usable-catalog.ts";
import { sessionOf } from "../../query/client-session.ts";
import { watchFailures } from "../../query/failure-watch.ts";
import { reviveErrors } from "../../query/revive-errors.ts";
import { ApiContext } from "../../query/useApi.ts";
import type { ErrorReport } from "../../report/error-report.ts";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import { errorToasts, mountToasts } from "../../toasts/mounted-toasts.ts";
import { ToastStore } from "../../toasts/toast-store.ts";
import { useAnnouncer } from "../focus/useAnnouncer.ts";
import { AppsReader } from "./apps-reader.ts";
import { ManualRetries } from "./manual-retries.ts";
import { RecourseContext, type RemedyHandlers, useRecourse } from "./useRecourse.ts";

export interface RecourseProviderProps {
  /**
   * The API that `useApiQuery` and the other hooks call. Default: the API of the provider around this one. An app that uses
   * only a client of its own needs none.
   */
  api?: Api | undefined;
  /** What each remedy does in this app. A button shows only if its function is here. */
  remedies?: RemedyHandlers;
  /** The words that people read. Default: English. */
  catalog?: Catalog;
  /**
   * The app's own translations of the catalog, see {@link translateCatalog}. A new function translates every message again,
   * so keep the same one while the language stays the same: `useCallback(…, [intl])`.
   */
  translate?: Translate;
  /** The address of the support link: `(report) => "mailto:help@example.com?body=" + encodeURIComponent(report.markdown)`. */
  supportUrl?: (report: ErrorReport) => string;
  /** Shown in the report for support. */
  appVersion?: string;
  /** The store of toasts. Default: that of the provider around this one, else a new one. */
  toasts?: ErrorToasts;
  /**
   * Reads errors of another shape that the app's own client throws, for cards, boundaries, toasts and `onError`. It is called
   * once for each error. Default: the `readError` of `api`.
   */
  readError?: ReadError;
  /** Called once for each failure that a boundary caught or a toast showed. `createApi`'s `onError` gets all failed calls. */
  onError?: (error: ApiError) => void;
  children?: ReactNode;
}

/**
 * Gives the hooks their API and the components their words and remedies. Draws nothing. Uses the client of the
 * `QueryClientProvider` around it, or makes one if there is none. Errors of the app's own queries, from any client, are read
 * with `toApiError`.
 * @throws TypeError for an `api`, a query client or `toasts` that is not one
 */
export function RecourseProvider(props: RecourseProviderProps) {
  const outerClient = useContext(QueryClientContext);
  const [ownClient] = useState(() => outerClient ?? new QueryClient());
  const client = outerClient ?? ownClient;
  return outerClient ? (
    <RecourseScope client={client} {...props} />
  ) : (
    <QueryClientProvider client={client}>
      <RecourseScope client={client} {...props} />
    </QueryClientProvider>
  );
}

const noRemedies: RemedyHandlers = {};

function RecourseScope(props: RecourseProviderProps & { client: QueryClient }) {
  const {
    client,
    catalog: given,
    translate,
    remedies = noRemedies,
    supportUrl,
    appVersion,
    onError,
  } = props;
  const outerApi = useContext(ApiContext);
  const api = props.api === undefined ? outerApi : props.api;
  // At once: a component below would tell of what followed.
  const watchers = api === undefined ? undefined : internalsOf(api).watchers;
  const toApiError = useErrorReader(props.readError, props.api);
  const toasts = useToasts(props.toasts);
  useAnnouncer();
  // While rendering, as a `HydrationBoundary` fills the cache: what renders below sees no copy, not even at first.
  reviveErrors(client);
  const [manualRetries] = useState(() => new ManualRetries());
  const [heard] = useState(() => new WeakSet<ApiError>());
  const catalog = useMemo(() => {
    const usable = usableCatalog(given);
    return translate ? translateCatalog(usable, translate) : usable;
  }, [given, translate]);
  const recourse = useMemo(
    () => ({
      catalog,
      remedies,
      supportUrl,
      appVersion,
      toApiError,
      manualRetries,
      toasts,
      shownErrors: toasts.shownErrors,
      noticed: toasts.noticed,
      // Two boundaries may catch the same error, and a toast may tell of it as well. One given inline is another
      // function at every render, so that the reporter's own memory does not serve.
      onError(error: ApiError) {
        if (!onError || heard.has(error)) return;
        heard.add(error);
        tellReporter(onError, error);
      },
    }),
    [catalog, remedies, supportUrl, appVersion, toApiError, onError, manualRetries, toasts, heard],
  );

  const latest = useRef(recourse);
  useEffect(() => {
    latest.current = recourse;
  }, [recourse]);

  // Where an outer provider's toasts are used, that one is told of them.
  const isOuters = useRecourse().toasts === toasts;
  useEffect(() => {
    if (isOuters) return;
    return toasts.onAdded((error) => latest.current.onError(error));
  }, [toasts, isOuters]);
  useEffect(() => {
    if (isOuters) return;
    return toasts.readBy(toApiError);
  }, [toasts, isOuters, toApiError]);
  useEffect(() => {
    const session = sessionOf(client);
    if (api) session.join(api);
    watchers?.add(client);
    const stopWatching = watchFailures(client, {
      toApiError,
      onUnseen(error, sending) {
        if (!guide(error, { catalog: latest.current.catalog }).silent)
          toasts.addFailed(error, sending);
      },
      onSuccess: (name, route) => manualRetries.clear(name, route),
      isShown: (error) => toasts.shownErrors.has(error),
      onReadWorked: (key) => toasts.causes.readWorked(key),
      onReadGone: (key) => toasts.causes.readIsGone(key),
      onApiWorked: (name, success) => toasts.causes.apiWorked(name, success),
      onWritten: (written) => toasts.giveUp(written),
      onForget(isSignOut) {
        manualRetries.forget();
        // Other clients of the page would take that for a sign-out, and end the calls of the person who has come.
        if (isSignOut) errorToasts.forget();
        else toasts.forgetShown();
      },
    });
    const stopJoining = toasts.onAdded((error) => session.joinApiOf(error));
    const stopForgetting = toasts.onForget(() => session.forget());
    const stopLooking = toasts.beforeRetry((error) => session.look(error));
    const stopRefusing = toasts.refuse((error) => session.isOfAnotherPerson(error));
    return () => {
      watchers?.delete(client);
      stopWatching();
      stopJoining();
      stopForgetting();
      stopLooking();
      stopRefusing();
    };
  }, [api, watchers, client, manualRetries, toasts, toApiError]);
  // After all of these listen: what was raised before this is told of now.
  useEffect(() => mountToasts(toasts), [toasts]);

  return (
    <ApiContext.Provider value={api}>
      <RecourseContext.Provider value={recourse}>{props.children}</RecourseContext.Provider>
    </ApiContext.Provider>
  );
}

/**
 * Reads errors by what the app gives; else as the provider's own API does, and without one as the provider around this one
 * does. An app that gives another function at each
 * render has one reader all the same: what it has read must stay the same error.
 */
function useErrorReader(readError: ReadError | undefined, api: Api | undefined): ErrorReader {
  const outer = useRecourse().toApiError;
  const [own] = useState(() => new AppsReader(readError));
  useEffect(() => own.readBy(readError), [own, readError]);
  return readError ? own.toApiError : (api?.toApiError ?? outer);
}

/**
 * Those that were given, else those of the provider around this one, whose toaster shows them, else its own.
 * @throws TypeError for what `createErrorToasts` did not make
 */
function useToasts(given: ErrorToasts | undefined): ToastStore {
  const outer = useRecourse().toasts;
  const [own] = useState(() => (outer instanceof ToastStore ? outer : new ToastStore()));
  if (given === undefined) return own;
  if (given instanceof ToastStore) return given;
  throw misuse("toasts must be what createErrorToasts() gave", given);
}
