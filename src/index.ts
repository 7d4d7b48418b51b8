export { useErrorBoundary } from "react-error-boundary";
export type { Catches } from "./components/card/catches-error.ts";
export { ErrorBoundary, type ErrorBoundaryProps } from "./components/card/ErrorBoundary.tsx";
export { ErrorCard, type ErrorCardProps } from "./components/card/ErrorCard.tsx";
export {
  type ErrorCardOptions,
  type ErrorCardParts,
  useErrorCard,
} from "./components/card/useErrorCard.ts";
export { RequestId, type RequestIdProps } from "./components/parts/RequestId.tsx";
export { type CopyState, useCopy } from "./components/parts/useCopy.ts";
export {
  RecourseProvider,
  type RecourseProviderProps,
} from "./components/provider/RecourseProvider.tsx";
export { useCatalog } from "./components/provider/useCatalog.ts";
export type { RemedyHandler, RemedyHandlers } from "./components/provider/useRecourse.ts";
export type { RemedyAction } from "./components/remedies/remedy-action.ts";
export {
  type ErrorGuidance,
  type ErrorGuidanceOptions,
  useErrorGuidance,
} from "./components/remedies/useErrorGuidance.ts";
export { type Remedy, useRemedy } from "./components/remedies/useRemedy.ts";
export { OfflineNotice } from "./components/status/OfflineNotice.tsx";
export { RetryStatus, type RetryStatusProps } from "./components/status/RetryStatus.tsx";
export { ServiceNotice, type ServiceNoticeProps } from "./components/status/ServiceNotice.tsx";
export type { DrawErrorToast, ErrorToastProps } from "./components/toaster/drawn-toast.ts";
export { ErrorToast } from "./components/toaster/ErrorToast.tsx";
export { ErrorToaster, type ErrorToasterProps } from "./components/toaster/ErrorToaster.tsx";
export { useErrorLog } from "./components/toaster/useErrorLog.ts";
export type {
  Api,
  ApiErrorFields,
  ApiErrorJson,
  ApiOptions,
  BearerOptions,
  BudgetOptions,
  CallProgress,
  Catalog,
  CatalogChanges,
  CatalogEntries,
  CatalogEntry,
  CodeOf,
  Credentials,
  DetailField,
  DocumentedCode,
  ErrorAnswer,
  ErrorBody,
  ErrorCode,
  ErrorKind,
  ErrorMatch,
  ErrorReport,
  Guidance,
  GuideOptions,
  InterfaceStrings,
  Method,
  OutputOf,
  OwnCode,
  Query,
  ReadError,
  Register,
  RemedyId,
  ReportContext,
  RequestArgs,
  RequestOptions,
  RequestRetry,
  RetryDecision,
  RetryOptions,
  RetryPolicy,
  RetryStop,
  Route,
  RouteParams,
  StandardSchema,
  TimeUnit,
  Tone,
  Translate,
  WellFormed,
} from "./core.ts";
export {
  ApiError,
  apiKey,
  bearer,
  createApi,
  defineCatalog,
  en,
  guide,
  isApiError,
  matchError,
  readApiError,
  reportError,
  toApiError,
} from "./core.ts";
export {
  type ApiInfiniteQuerySettings,
  apiInfiniteQueryOptions,
  type InfiniteRequest,
} from "./query/api-infinite-query-options.ts";
export {
  type ApiMutationSettings,
  type ApiMutationVariables,
  apiMutationOptions,
  type MutationRequest,
} from "./query/api-mutation-options.ts";
export { type ApiQueryKey, apiQueryKey } from "./query/api-query-key.ts";
export {
  type ApiQuerySettings,
  apiQueryOptions,
  type QueryRequest,
} from "./query/api-query-options.ts";
export {
  type QueryDefaults,
  type QueryDefaultsOptions,
  queryDefaults,
} from "./query/query-defaults.ts";
export { useApi } from "./query/useApi.ts";
export { useApiInfiniteQuery } from "./query/useApiInfiniteQuery.ts";
export { useApiMutation } from "./query/useApiMutation.ts";
export { useApiQuery } from "./query/useApiQuery.ts";
export { type ApiStatus, useApiStatus } from "./query/useApiStatus.ts";
export { useApiSuspenseQuery } from "./query/useApiSuspenseQuery.ts";
export { createErrorToasts } from "./toasts/create-error-toasts.ts";
export type { LoggedError } from "./toasts/error-log.ts";
export type { ErrorToasts, NewestToasts } from "./toasts/error-toasts.ts";
export { errorToasts, toastError } from "./toasts/mounted-toasts.ts";
export type { OpenToast, ToastedFailures } from "./toasts/toast-entry.ts";
