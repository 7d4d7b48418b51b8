export type { ErrorBody } from "./envelope/error-envelope.ts";
export type { ErrorAnswer, ReadError } from "./envelope/error-from-response.ts";
export { type ErrorMatch, matchError } from "./envelope/match-error.ts";
export { parseRetryAfter } from "./envelope/parse-retry-after.ts";
export { readApiError } from "./envelope/read-api-error.ts";
export { toApiError } from "./envelope/to-api-error.ts";
export {
  ApiError,
  type ApiErrorFields,
  type ApiErrorJson,
} from "./error/api-error.ts";
export {
  type DocumentedCode,
  documentedCodes,
  type ErrorCode,
  type OwnCode,
  ownCodes,
} from "./error/error-code.ts";
export { type ErrorKind, errorKinds } from "./error/error-kind.ts";
export { isApiError } from "./error/is-api-error.ts";
export { kindFromStatus } from "./error/kind-from-status.ts";
export { formatLogLine } from "./error/log-line.ts";
export type { Register } from "./error/register.ts";
export type { RetryStop } from "./error/retry-stop.ts";
export type { Method, Route, WellFormed } from "./error/route-form.ts";
export type { Api } from "./fetcher/api.ts";
export type {
  ApiOptions,
  RequestArgs,
  RequestOptions,
  RequestRetry,
} from "./fetcher/api-options.ts";
export { bearer } from "./fetcher/bearer.ts";
export { createApi } from "./fetcher/create-api.ts";
export { apiKey, type Credentials } from "./fetcher/credentials.ts";
export type { Query, RouteParams } from "./fetcher/route.ts";
export type { StandardSchema } from "./fetcher/standard-schema.ts";
export type { BearerOptions } from "./fetcher/token-refresh.ts";
export type { Catalog, CatalogEntries, CatalogEntry, Tone } from "./guidance/catalog.ts";
export { type CatalogChanges, defineCatalog } from "./guidance/define-catalog.ts";
export { formatNumber, type TimeUnit } from "./guidance/format-number.ts";
export { type Guidance, type GuideOptions, guide } from "./guidance/guide.ts";
export {
  type DetailField,
  fillTemplate,
  type InterfaceStrings,
} from "./guidance/interface-strings.ts";
export { en } from "./guidance/locales/en.ts";
export { type RemedyId, remedyIds } from "./guidance/remedy.ts";
export { catalogMessages, type Translate, translateCatalog } from "./guidance/translate-catalog.ts";
export type { CodeOf } from "./openapi/code-of.ts";
export type { OutputOf } from "./openapi/spec-output.ts";
export { type ErrorReport, type ReportContext, reportError } from "./report/error-report.ts";
export type { CallProgress } from "./retry/call-progress.ts";
export type { BudgetOptions } from "./retry/retry-budget.ts";
export {
  type RetryDecision,
  type RetryOptions,
  type RetryPolicy,
  retryPolicy,
} from "./retry/retry-policy.ts";
