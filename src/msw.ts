/** The public API of the test kit for adopters, `react-recourse/msw`: MSW handlers that fail. */
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
