import { isRecord, misuse, refusal } from "../error/misuse.ts";
import type { BudgetOptions } from "./retry-budget.ts";
import type { RetryOptions } from "./retry-policy.ts";

type Check = (value: unknown) => boolean;

const isErrorStatus: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
const isAmount: Check = (value) => typeof value === "number" && value >= 0;
const isYesOrNo: Check = (value) => typeof value === "boolean";

const budgetChecks = {
  capacity: isAmount,
  refund: isAmount,
} satisfies Record<keyof BudgetOptions, Check>;

const retryChecks = {
  maxAttempts: (value) =>
    value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && Number(value) > 0),
  baseDelayMs: isAmount,
  maxDelayMs: isAmount,
  maxRetryAfterMs: isAmount,
  budget: (value) => value === false || isRecord(value),
  gate: (value) => value === "route" || value === "api",
  statuses: (value) => Array.isArray(value) && value.every(isErrorStatus),
  timeouts: isYesOrNo,
  shareEvidence: isYesOrNo,
  random: (value) => typeof value === "function",
} satisfies Record<keyof RetryOptions, Check>;

const ms = "a number of milliseconds from 0 on, or Infinity";

/** What each of them must be, for developers. */
const wanted = {
  capacity: "a number from 0 on",
  refund: "a number from 0 on",
  maxAttempts: "a whole number from 1 on, or Infinity",
  baseDelayMs: ms,
  maxDelayMs: ms,
  maxRetryAfterMs: ms,
  budget: "false or an object such as { capacity: 5 }",
  gate: '"route" or "api"',
  statuses: "a list of statuses from 400 to 599, such as [425, 529]",
  timeouts: "true or false",
  shareEvidence: "true or false",
  random: "a function",
} satisfies Record<keyof BudgetOptions | keyof RetryOptions, string>;

/**
 * Checks the retry options of an API or a request.
 * @throws TypeError that names the option that cannot be used: if it were ignored, that would show only in an outage
 */
export function requireRetryOptions(retry: unknown): void {
  if (retry === undefined || retry === false) return;
  if (!isRecord(retry))
    throw misuse(
      "retry",
      retry,
      () =>
        process.env.NODE_ENV !== "production" &&
        "must be false or an object such as { maxAttempts: 3 }",
    );
  requireOptions("retry", retry, retryChecks);
  if (isRecord(retry["budget"])) requireOptions("retry.budget", retry["budget"], budgetChecks);
}

function requireOptions<Name extends keyof typeof wanted>(
  where: string,
  options: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<Name, Check>>,
): void {
  for (const [name, value] of Object.entries(options)) {
    if (!isNameIn(checks, name))
      throw refusal(
        where,
        () =>
          process.env.NODE_ENV !== "production" && [
            `must have no options but ${Object.keys(checks).join(", ")}`,
            name,
          ],
      );
    if (value !== undefined && !checks[name](value))
      throw misuse(
        `${where}.${name}`,
        value,
        () => process.env.NODE_ENV !== "production" && `must be ${wanted[name]}`,
      );
  }
}

function isNameIn<Name extends string>(
  checks: Readonly<Record<Name, Check>>,
  name: string,
): name is Name {
  return Object.hasOwn(checks, name);
}
