import { dotName, type FieldPath } from "./field-path.ts";

/** What an answer says about one field of the input. */
export interface FieldError {
  /** `["items", 0, "name"]` */
  path: FieldPath;
  /** The path with dots, as react-hook-form names fields: `items.0.name`. */
  name: string;
  /** The server's message: one line, without control characters. */
  message: string;
}

const maxFound = 100;
/** Enough for 100 fields in any shape. Ends the walk through a value that contains itself, or has 10,000 levels. */
const maxVisits = 1_000;
const maxDepth = 16;

export interface FieldErrorSearch {
  readonly found: readonly FieldError[];
  /** Adds an error of a field, unless it names no field or has no message. */
  add(path: FieldPath, message: string | undefined): void;
  /** Calls `look` for a level further in, unless that is too deep or enough was found. */
  enter(look: () => void): void;
}

/** Collects the field errors that a walk through an answer's details finds, and limits the walk. */
export function createFieldErrorSearch(): FieldErrorSearch {
  const found: FieldError[] = [];
  let visits = 0;
  let depth = 0;
  return {
    found,
    add(path, message) {
      if (path.length === 0 || message === undefined || found.length >= maxFound) return;
      found.push({ path, name: dotName(path), message });
    },
    enter(look) {
      if (depth >= maxDepth || visits >= maxVisits || found.length >= maxFound) return;
      visits += 1;
      depth += 1;
      look();
      depth -= 1;
    },
  };
}
