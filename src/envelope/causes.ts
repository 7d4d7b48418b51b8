import { isErrorObject } from "../error/is-error-object.ts";
import { memberAt } from "../error/member-at.ts";

/** Where an error holds another: its own, Apollo's and urql's, GraphQL's, and the first of an AggregateError. */
const innerErrors = ["cause", "networkError", "originalError", "errors.0"];

/** More than any wrapper of a wrapper; an error may hold itself. */
const maxErrors = 10;

/** What was thrown and the errors that it holds, the nearest first. Only errors: data may be a server's. Never throws. */
export function causesOf(thrown: unknown): readonly unknown[] {
  const found = [thrown];
  for (const error of found)
    for (const path of innerErrors) {
      const inner = isErrorObject(error) ? memberAt(error, path) : undefined;
      const isNew = isErrorObject(inner) && !found.includes(inner);
      if (isNew && found.length < maxErrors) found.push(inner);
    }
  return found;
}
