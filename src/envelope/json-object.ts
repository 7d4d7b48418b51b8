import * as z from "zod/mini";

/**
 * Any JSON object. A record and not `z.object`, with which zod 4.0 probes `new Function` as soon as it is made: under a
 * strict Content Security Policy that is a violation report, though zod goes on without it (`allowsEval`).
 */
const jsonObject = z.record(z.string(), z.unknown());

/** Gives the value's own entries; undefined when it is no plain object. Never throws. */
export function parseJsonObject(value: unknown): Record<string, unknown> | undefined {
  const parsed = z.safeParse(jsonObject, value);
  return parsed.success ? parsed.data : undefined;
}
