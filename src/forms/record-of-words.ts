import { messageOf } from "./field-record.ts";
import { entriesOf, itemsOf } from "./json-value.ts";

const maxVisits = 1_000;
const maxDepth = 16;

/**
 * Whether a value can be nothing but messages by field, as Django REST and Rails write them without a member around:
 * each member is a list of words, or a record or a list of such records. A text alone does not count: `{ model: "m" }`.
 */
export function isRecordOfWords(
  value: unknown,
  areWords: (message: string) => boolean = () => true,
): boolean {
  let visits = 0;
  const holdsOnlyWords = (inner: unknown, depth: number): boolean => {
    visits += 1;
    if (typeof inner === "string" || depth > maxDepth || visits > maxVisits) return false;
    const message = messageOf(inner);
    const items = itemsOf(inner);
    if (message !== undefined)
      return areWords(message) && (items ?? []).every((item) => messageOf(item) !== undefined);
    const members = items ?? entriesOf(inner)?.map(([, member]) => member);
    return members?.every((member) => holdsOnlyWords(member, depth + 1)) ?? false;
  };
  return holdsOnlyWords(value, 0);
}
