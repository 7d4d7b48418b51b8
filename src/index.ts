export { useErrorBoundary } from "react-error-boundary";
export type { Catches } from "./components/catches-error.ts";
export type { DrawErrorToast, ErrorToastProps } from "./components/drawn-toast.ts";
export { ErrorBoundary, type ErrorBoundaryProps } from "./components/ErrorBoundary.tsx";
export { ErrorCard, type ErrorCardProps } from "./components/ErrorCard.tsx";
export { ErrorToast } from "./components/ErrorToast.tsx";
export { ErrorToaster, type ErrorToasterProps } from "./components/ErrorToaster.tsx";
export type { LoggedError } from "./components/error-log.ts";
export {
  ErrorToasts,
  errorToasts,
  type ToastedFailures,
  toastError,
} from "./components/error-toasts.ts";
export { OfflineNotice } from "./components/OfflineNotice.tsx";
export { RecourseProvider, type RecourseProviderProps } from "./components/RecourseProvider.tsx";
export { RequestId, type RequestIdProps } from "./components/RequestId.tsx";
export { RetryStatus, type RetryStatusProps } from "./components/RetryStatus.tsx";
export type { RemedyAction } from "./components/remedy-action.ts";
export { type SonnerToast, type ToastAdapter, toastAdapter } from "./components/toast-adapter.ts";
export { useCatalog } from "./components/useCatalog.ts";
export { type CopyState, useCopy } from "./components/useCopy.ts";
export {
  type ErrorGuidance,
  type ErrorGuidanceOptions,
  useErrorGuidance,
} from "./components/useErrorGuidance.ts";
export { useErrorLog } from "./components/useErrorLog.ts";
export { useFocusWhenReplaced } from "./components/useFocusWhenReplaced.ts";
export type { RemedyHandler, RemedyHandlers } from "./components/useRecourse.ts";
export { type Remedy, useRemedy } from "./components/useRemedy.ts";
export * from "./core.ts";
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
export { useApi } from "./query/useApi.ts";
export { useApiInfiniteQuery } from "./query/useApiInfiniteQuery.ts";
export { useApiMutation } from "./query/useApiMutation.ts";
export { useApiQuery } from "./query/useApiQuery.ts";
export { useApiSuspenseQuery } from "./query/useApiSuspenseQuery.ts";
