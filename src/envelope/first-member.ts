import { memberAt } from "../error/member-at.ts";

/** The first of these members of anything that is usable, by its path: `response.status`. Never throws. */
export function firstMember<T>(
  value: unknown,
  paths: readonly string[],
  isUsable: (member: unknown) => member is T,
): T | undefined {
  for (const path of paths) {
    const member = memberAt(value, path);
    if (isUsable(member)) return member;
  }
  return undefined;
}
