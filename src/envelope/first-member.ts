import { memberAt } from "../error/member-at.ts";

/** Reads the first usable one of these paths of any value, for example `response.status`. Never throws. */
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
