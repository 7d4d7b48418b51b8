import { toApiError } from "../envelope/to-api-error.ts";
import type { ApiError } from "../error/api-error.ts";
import { readProperty } from "../error/read-property.ts";
import {
  createFieldErrorSearch,
  type FieldError,
  type FieldErrorSearch,
} from "./field-error-search.ts";
import { holders, type Place, places } from "./field-error-shapes.ts";
import { readFieldList, readWhole } from "./field-list.ts";
import { isZodReport, readFieldRecord } from "./field-record.ts";
import { entriesOf, itemsOf } from "./json-value.ts";
import { isRecordOfWords } from "./record-of-words.ts";

/**
 * Reads from the `details` of a failed call which fields it was about, at most 100. Takes an `ApiError`, or what
 * another client threw, which it reads with `toApiError`. Empty if the answer names no field. Never throws.
 *
 * It reads a record (`fields: { name: "is taken", email: ["is not valid"] }`), a list of items that each name a field
 * (`errors: [{ field: "name", message: "is taken" }]`), and an error that itself is about one (`param: "name"`), only
 * as `field-error-shapes.ts` spells them.
 *
 * ```ts
 * fieldErrors(error); // [{ path: ["name"], name: "name", message: "is taken" }]
 * ```
 */
export function fieldErrors(thrown: unknown): readonly FieldError[] {
  const error = toApiError(thrown);
  const details = readProperty(error, "details");
  const search = createFieldErrorSearch();
  // What is further in is more exact: Strapi's `details.errors` comes before `details` as a record.
  const within = holders.map((member) => readProperty(details, member));
  const readings = [
    ...[...within, details].flatMap((holder) => readingsOf(holder, error)),
    () => readWhole(search, details, error.message),
    () => readOwnMembers(search, details, error),
  ];
  for (const read of readings) {
    read(search);
    if (search.found.length > 0) break;
  }
  return search.found;
}

type Reading = (search: FieldErrorSearch) => void;

function readingsOf(holder: unknown, error: ApiError): Reading[] {
  return [
    (search) => readFieldList(search, zodIssues(holder, error) ?? itemsOf(holder) ?? []),
    (search) => {
      if (isZodReport(holder)) readFieldRecord(search, holder);
    },
    ...places.map(
      (place): Reading =>
        (search) =>
          readPlace(search, holder, place),
    ),
    (search) => readWhole(search, holder),
  ];
}

function readPlace(search: FieldErrorSearch, holder: unknown, { member, only }: Place): void {
  const value = readProperty(holder, member);
  const items = itemsOf(value);
  if (items) readFieldList(search, items);
  if (search.found.length > 0 || only === "list") return;
  // A list may also be read as a record by index, as Django REST writes one for `many=True`.
  if ((items === undefined && only === undefined) || isRecordOfWords(value))
    readFieldRecord(search, value);
}

/**
 * As JSON, zod 4's error is its name and its message, which holds the issues. An envelope may have moved the message.
 */
function zodIssues(holder: unknown, { message }: ApiError): readonly unknown[] | undefined {
  if (readProperty(holder, "name") !== "ZodError") return undefined;
  const own = readProperty(holder, "message");
  try {
    return itemsOf(JSON.parse(typeof own === "string" ? own : message));
  } catch {
    return undefined;
  }
}

/**
 * A bare body may be the record itself (Django REST, Rails), unless a member of it is a place that was searched
 * already, as in Rails' `{ errors: ["Name can't be blank"] }`. Beside a code, its words must be sentences: `{ tools:
 * ["search"] }` is not an error of a field.
 */
function readOwnMembers(search: FieldErrorSearch, details: unknown, error: ApiError): void {
  // A thrown body has no status to judge by.
  const isBody = error.kind === "unexpected" && error.code === "UNKNOWN";
  const isOfInput = isBody || error.kind === "badRequest" || error.kind === "unprocessable";
  const areWords = error.code === "UNKNOWN" ? () => true : isSentence;
  if (isOfInput && !hasPlace(details) && isRecordOfWords(details, areWords))
    readFieldRecord(search, details);
}

/** Words in a list in any other place may belong to a field: forms have fields named `message`, `details` or `data`. */
function hasPlace(details: unknown): boolean {
  return places.some(({ member }) => {
    const value = readProperty(details, member);
    return entriesOf(value) !== undefined || (/^errors?$/.test(member) && value !== undefined);
  });
}

const isSentence = (words: string) => /\s|\p{Po}$/u.test(words);
