/** Public API of the test kit for adopters, `react-recourse/msw`: the documented failures as MSW handlers. */
export { type DocumentedAnswer, documentedAnswers } from "./documented-answers.ts";
export { type ErrorEnvelope, type ErrorResponseOptions, errorResponse } from "./error-response.ts";
export { type FailingOptions, failing } from "./failing.ts";
export {
  type Failure,
  type FailureOptions,
  failureResponse,
  isFailure,
  type TransportFailure,
  transportFailures,
} from "./failure-response.ts";
export { createRequestId } from "./request-id.ts";
export {
  type MockCall,
  type MockRoute,
  type RouteHandlerOptions,
  routeHandler,
} from "./route-handler.ts";
