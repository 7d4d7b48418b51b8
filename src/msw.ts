/** Public API of the test kit for adopters, `react-recourse/msw`: the documented failures as MSW handlers. */
export { type DocumentedAnswer, documentedAnswers } from "./msw/documented-answers.ts";
export {
  type ErrorEnvelope,
  type ErrorResponseOptions,
  errorResponse,
} from "./msw/error-response.ts";
export { type FailingOptions, failing } from "./msw/failing.ts";
export {
  type Failure,
  type FailureOptions,
  failureResponse,
  isFailure,
  type TransportFailure,
  transportFailures,
} from "./msw/failure-response.ts";
export { createRequestId } from "./msw/request-id.ts";
export {
  type MockCall,
  type MockRoute,
  type RouteHandlerOptions,
  routeHandler,
} from "./msw/route-handler.ts";
