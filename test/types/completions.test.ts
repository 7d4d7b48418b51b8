import { beforeAll, describe, expect, it } from "vitest";
import { documentedCodes, ownCodes } from "../../src/error/error-code.ts";
import { errorKinds } from "../../src/error/error-kind.ts";
import { completionsAtEndOf } from "./editor.ts";

const codes = [...new Set([...documentedCodes, ...ownCodes])];

const cases: readonly [what: string, source: string, wanted: readonly string[]][] = [
  ["the code of isApiError", 'isApiError(thrown, "', codes],
  ["its second code", 'isApiError(thrown, "SESSION_EXPIRED", "', codes],
  ["a code after one of the app's own", 'isApiError(thrown, "SEAT_LIMIT", "', codes],
  ["a code that is compared", 'if (isApiError(thrown) && thrown.code === "', codes],
  ["the handlers of matchError", "matchError(thrown, { ", [...codes, ...errorKinds]],
  ["a handler after one of the app's own", "matchError(thrown, { SEAT_LIMIT: () => 1, ", codes],
];

const imports = `
import { isApiError } from "../../src/error/is-api-error.ts";
import { matchError } from "../../src/envelope/match-error.ts";
declare const thrown: unknown;
`;

describe("an editor", () => {
  const offered = new Map<string, string[]>();

  // One server for all: starting it takes a second.
  beforeAll(async () => {
    const lists = await completionsAtEndOf(cases.map(([, source]) => imports + source));
    // What is optional is offered with a mark.
    const names = lists.map((labels) => labels.map((label) => label.replace(/\?$/, "")));
    for (const [index, [what]] of cases.entries()) offered.set(what, names[index] ?? []);
  });

  it.each(cases)("completes %s", (what, _, wanted) => {
    expect(offered.get(what)).toEqual(expect.arrayContaining([...wanted]));
  });
});
