import { isRecord, misuse } from "../error/misuse.ts";
import type { BudgetOptions } from "./retry-budget.ts";
import type { RetryOptions } from "./retry-policy.ts";

/** What an option may be, in words and as a check. */
type Rule = readonly [wanted: string, isUsable: (value: unknown) => boolean];

const isErrorStatus = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
const isAmount = (value: unknown) => typeof value === "number" && value >= 0;
const ms: Rule = ["a number of milliseconds from 0 on, or Infinity", isAmount];
const yesOrNo: Rule = ["true or false", (value) => typeof value === "boolean"];
const amount: Rule = ["a number from 0 on", isAmount];

const budgetRules = {
  capacity: amount,
  refund: amount,
} satisfies Record<keyof BudgetOptions, Rule>;

const retryRules = {
  maxAttempts: [
    "a whole number from 1 on, or Infinity",
    (value) => value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && Number(value) > 0),
  ],
  baseDelayMs: ms,
  maxDelayMs: ms,
  maxRetryAfterMs: ms,
  budget: [
    "false or an object such as { capacity: 5 }",
    (value) => value === false || isRecord(value),
  ],
  gate: ['"route" or "api"', (value) => value === "route" || value === "api"],
  statuses: [
    "a list of statuses from 400 to 599, such as [425, 529]",
    (value) => Array.isArray(value) && value.every(isErrorStatus),
  ],
  timeouts: yesOrNo,
  shareEvidence: yesOrNo,
  random: ["a function", (value) => typeof value === "function"],
} satisfies Record<keyof RetryOptions, Rule>;

/**
 * Lets retry options through, an API's or a request's.
 * @throws TypeError that names the one which cannot be used: silently ignored, it would show only in an outage
 */
export function requireRetryOptions(retry: unknown): void {
  if (retry === undefined || retry === false) return;
  if (!isRecord(retry))
    throw misuse("retry must be false or an object such as { maxAttempts: 3 }", retry);
  requireOptions("retry", retry, retryRules);
  if (isRecord(retry["budget"])) requireOptions("retry.budget", retry["budget"], budgetRules);
}

function requireOptions(
  where: string,
  options: object,
  rules: Readonly<Record<string, Rule>>,
): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule)
      throw new TypeError(
        `${where} must have no options but ${Object.keys(rules).join(", ")}: got ${name}`,
      );
    const [wanted, isUsable] = rule;
    if (value !== undefined && !isUsable(value))
      throw misuse(`${where}.${name} must be ${wanted}`, value);
  }
}
