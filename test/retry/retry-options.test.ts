import { describe, expect, it } from "vitest";
import { requireRetryOptions } from "../../src/retry/retry-options.ts";

const limit = "a number of milliseconds from 0 on, or Infinity";
const statuses = "a list of statuses from 400 to 599, such as [425, 529]";
const amount = "a number from 0 on";

describe("retry options", () => {
  it.each<[string, unknown]>([
    ["none", undefined],
    ["false", false],
    ["all defaults", {}],
    ["one that is undefined", { maxAttempts: undefined, budget: { capacity: undefined } }],
    ["one attempt", { maxAttempts: 1 }],
    ["any number of attempts", { maxAttempts: Number.POSITIVE_INFINITY }],
    ["no waits", { baseDelayMs: 0, maxDelayMs: 0, maxRetryAfterMs: 0 }],
    ["any wait", { maxRetryAfterMs: Number.POSITIVE_INFINITY }],
    ["no budget", { budget: false }],
    ["a budget of nothing", { budget: { capacity: 0, refund: 0 } }],
    ["more statuses", { statuses: [400, 425, 599] }],
    ["none of them", { statuses: [] }],
    ["a gate's scope", { gate: "route" }],
    ["the rest", { timeouts: true, shareEvidence: false, random: Math.random }],
  ])("may be %s", (_, options) => {
    expect(() => requireRetryOptions(options)).not.toThrow();
  });

  it.each<[object, string]>([
    [{ maxAttempts: 0 }, "retry.maxAttempts must be a whole number from 1 on, or Infinity: got 0"],
    [
      { maxAttempts: 2.5 },
      "retry.maxAttempts must be a whole number from 1 on, or Infinity: got 2.5",
    ],
    [
      { maxAttempts: "3" },
      'retry.maxAttempts must be a whole number from 1 on, or Infinity: got "3"',
    ],
    [
      { maxAttempts: Number.NaN },
      "retry.maxAttempts must be a whole number from 1 on, or Infinity: got NaN",
    ],
    [{ baseDelayMs: -1 }, `retry.baseDelayMs must be ${limit}: got -1`],
    [{ maxDelayMs: null }, `retry.maxDelayMs must be ${limit}: got null`],
    [
      { maxRetryAfterMs: Number.NEGATIVE_INFINITY },
      `retry.maxRetryAfterMs must be ${limit}: got -Infinity`,
    ],
    [{ budget: true }, "retry.budget must be false or an object such as { capacity: 5 }: got true"],
    [{ budget: 5 }, "retry.budget must be false or an object such as { capacity: 5 }: got 5"],
    [{ budget: { capacity: -1 } }, `retry.budget.capacity must be ${amount}: got -1`],
    [{ budget: { capacity: "5" } }, `retry.budget.capacity must be ${amount}: got "5"`],
    [{ budget: { refund: Number.NaN } }, `retry.budget.refund must be ${amount}: got NaN`],
    [{ budget: { size: 5 } }, "retry.budget must have no options but capacity, refund: got size"],
    [{ gate: "both" }, 'retry.gate must be "route" or "api": got "both"'],
    [{ statuses: 425 }, `retry.statuses must be ${statuses}: got 425`],
    [{ statuses: ["425"] }, `retry.statuses must be ${statuses}: got [object Array]`],
    [{ statuses: [425, 399] }, `retry.statuses must be ${statuses}: got [object Array]`],
    [{ statuses: [600] }, `retry.statuses must be ${statuses}: got [object Array]`],
    [{ statuses: [425.5] }, `retry.statuses must be ${statuses}: got [object Array]`],
    [{ timeouts: 1 }, "retry.timeouts must be true or false: got 1"],
    [{ shareEvidence: "no" }, 'retry.shareEvidence must be true or false: got "no"'],
    [{ random: 0.5 }, "retry.random must be a function: got 0.5"],
    [
      { attempts: 3 },
      "retry must have no options but maxAttempts, baseDelayMs, maxDelayMs, maxRetryAfterMs, budget, gate, statuses, timeouts, shareEvidence, random: got attempts",
    ],
    [
      { constructor: 3 },
      "retry must have no options but maxAttempts, baseDelayMs, maxDelayMs, maxRetryAfterMs, budget, gate, statuses, timeouts, shareEvidence, random: got constructor",
    ],
  ])("are refused by name: %o", (options, message) => {
    expect(() => requireRetryOptions(options)).toThrow(new TypeError(message));
  });
});
