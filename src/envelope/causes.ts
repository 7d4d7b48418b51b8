import { isErrorObject } from "../error/is-error-object.ts";
import { memberAt } from "../error/member-at.ts";

/** Where an error contains another: any, Apollo's and urql's, GraphQL's, and the first one of an AggregateError. */
const innerErrors = ["cause", "networkError", "originalError", "errors.0"];

/** More than wrappers nest; a limit, since an error may contain itself. */
const maxErrors = 10;

/** A thrown value and the errors in it, the nearest first. Only Error objects: data may be a server's. Never throws. */
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
