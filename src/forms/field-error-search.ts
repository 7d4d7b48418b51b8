import { dotName, type FieldPath } from "./field-path.ts";

/** What is wrong with one field, by the server's answer. */
export interface FieldError {
  /** `["items", 0, "name"]` */
  path: FieldPath;
  /** The path with dots, as react-hook-form names fields: `items.0.name`. */
  name: string;
  /** The server's message: one line, without control characters. */
  message: string;
}

const maxFound = 100;
/** Enough for 100 fields in any shape; a value that holds itself, or 10,000 levels, is not walked to its end. */
const maxVisits = 1_000;
const maxDepth = 16;

export interface FieldErrorSearch {
  readonly found: readonly FieldError[];
  /** Notes what is said of a field. What names none, or says nothing, is left out. */
  add(path: FieldPath, message: string | undefined): void;
  /** Looks further in, unless that is too deep or enough was seen. */
  enter(look: () => void): void;
}

/** Collects what a walk through an answer's details finds, and ends the walk in time. */
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
