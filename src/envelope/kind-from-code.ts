import { documentedStatuses } from "../error/documented-statuses.ts";
import type { ErrorKind } from "../error/error-kind.ts";
import { kindFromStatus } from "../error/kind-from-status.ts";

/** The error codes of GraphQL servers (Apollo Server, Shopify, GitHub), which answer failures with a 200. */
const graphqlStatuses = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  THROTTLED: 429,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
};

const statuses = new Map(Object.entries({ ...documentedStatuses, ...graphqlStatuses }));

/** The kind that a code stands for if no status says it; undefined if the code does not say it either. */
export function kindFromCode(code: string | undefined): ErrorKind | undefined {
  const status = statuses.get(code ?? "");
  return status === undefined ? undefined : kindFromStatus(status);
}
