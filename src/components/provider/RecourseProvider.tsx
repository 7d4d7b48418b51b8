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
   * The API that the kit's hooks below call. Default: the API of the outer provider. An app that calls its service with
   * a client of its own needs none.
   */
  api?: Api | undefined;
  /** What each remedy does in this app. A remedy with nothing to call shows no button. */
  remedies?: RemedyHandlers;
  /** The words. Default: English. */
  catalog?: Catalog;
  /**
   * The app's own translations, laid over the catalog as {@link translateCatalog} says. Each new function translates
   * every message again, so keep one for as long as the language stays: `useCallback(…, [intl])`.
   */
  translate?: Translate;
  /**
   * Makes `contactSupport` a link: `(report) => "mailto:help@example.com?body=" + encodeURIComponent(report.markdown)`.
   */
  supportUrl?: (report: ErrorReport) => string;
  /** Shown in the report. */
  appVersion?: string;
  /** The store that shows unhandled failures. Default: the one of the outer provider, else a new one. */
  toasts?: ErrorToasts;
  /**
   * Reads another error shape in what an app's own client throws, for cards, boundaries, toasts and `onError`. Each
   * error is read once. Default: the `readError` of `api`.
   */
  readError?: ReadError;
  /** Called once with every failure that a boundary caught or a toast showed. The API's own `onError` gets the rest. */
  onError?: (error: ApiError) => void;
  children?: ReactNode;
}

/**
 * Gives the hooks their API and the components their words and remedies. Draws nothing. Uses the `QueryClientProvider`
 * above it or, if there is none, brings a client of its own. `toApiError` reads the failures of the app's own queries,
 * whatever client they call.
 * @throws TypeError if `api`, a client or `toasts` is not one
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
  // Throws for a wrong `api` here. Otherwise a component below would throw a less telling error.
  const watchers = api === undefined ? undefined : internalsOf(api).watchers;
  const toApiError = useErrorReader(props.readError, props.api);
  const toasts = useToasts(props.toasts);
  useAnnouncer();
  // While rendering, as a `HydrationBoundary` fills the cache: components below never see the plain copies of errors
  // that it puts there.
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
      // Two boundaries may catch the same error, and a toast may show it as well. `tellReporter` remembers errors by
      // function, and an inline `onError` is a new function at every render.
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

  // If the outer provider's toasts are used here, they report to the outer provider.
  const usesOuterToasts = useRecourse().toasts === toasts;
  useEffect(() => {
    if (usesOuterToasts) return;
    return toasts.onAdded((error) => latest.current.onError(error));
  }, [toasts, usesOuterToasts]);
  useEffect(() => {
    if (usesOuterToasts) return;
    return toasts.readBy(toApiError);
  }, [toasts, usesOuterToasts, toApiError]);
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
      isShown: (error) => toasts.shownErrors.has(error),
      onReadWorked: (key) => toasts.causes.readWorked(key),
      onReadGone: (key) => toasts.causes.readIsGone(key),
      onApiWorked(name, success) {
        manualRetries.clear(name, success);
        toasts.causes.apiWorked(name, success);
      },
      onWritten: (written) => toasts.giveUp(written),
      onForget(isSignOut) {
        manualRetries.forget();
        // `errorToasts.forget()` signs out every client of the page: if another person has come, it would end their
        // calls.
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
  // Last, so that the effects above are subscribed when the failures from before the mount are reported.
  useEffect(() => mountToasts(toasts), [toasts]);

  return (
    <ApiContext.Provider value={api}>
      <RecourseContext.Provider value={recourse}>{props.children}</RecourseContext.Provider>
    </ApiContext.Provider>
  );
}

/**
 * Reads errors with the app's `readError`, else as the provider's own API does, else as the outer provider does. An app
 * that passes a new function at each render keeps one reader: an error must be read as the same ApiError each time.
 */
function useErrorReader(readError: ReadError | undefined, api: Api | undefined): ErrorReader {
  const outer = useRecourse().toApiError;
  const [own] = useState(() => new AppsReader(readError));
  useEffect(() => own.readBy(readError), [own, readError]);
  return readError ? own.toApiError : (api?.toApiError ?? outer);
}

/**
 * The given store, else the outer provider's, whose toaster shows it, else a new one.
 * @throws TypeError for a store that `createErrorToasts` did not make
 */
function useToasts(given: ErrorToasts | undefined): ToastStore {
  const outer = useRecourse().toasts;
  const [own] = useState(() => (outer instanceof ToastStore ? outer : new ToastStore()));
  if (given === undefined) return own;
  if (given instanceof ToastStore) return given;
  throw misuse(
    "toasts",
    given,
    () => process.env.NODE_ENV !== "production" && "must be what createErrorToasts() gave",
  );
}
