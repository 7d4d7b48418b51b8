import { documentedAnswers } from "react-recourse/msw";
import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { startServer } from "../server/server.ts";
import { wordsByCode, wordsByStatus } from "./expected-words.ts";
import { openPage } from "./open-page.ts";
import { test as base } from "./scenario-test.ts";
import { cardOn, copyAndPaste, openSession } from "./session-page.ts";

/** One page and one server for all rows: each row is a session of its own. */
const test = base
  .extend("api", { scope: "file" }, async ({ pageUrl }, { onCleanup }) => {
    const server = await startServer({ allowOrigin: pageUrl });
    onCleanup(() => server.close());
    return server;
  })
  .extend("uncaught", { scope: "file" }, (): Error[] => [])
  .extend("page", { scope: "file" }, async ({ browser, pageUrl, api, uncaught }) =>
    openPage(browser, pageUrl, {
      name: "QuickSession",
      options: {
        apiUrl: api.url,
        context: { permissions: ["clipboard-read", "clipboard-write"] },
      },
      onUncaught: (error) => void uncaught.push(error),
    }),
  );

describe("What a person is told, on a page whose API is on another origin", () => {
  test.for(wordsByCode)(
    "%s with a %i has its own words, and its request id is pasted as the server sent it",
    async ([code, status, words], { api, page, uncaught }) => {
      api.script(`GET /v1/sessions/${code}`, [fault.error(code, { status })]);
      await openSession(page, code);
      const card = cardOn(page);

      await expect.poll(() => card.getByRole("heading").textContent()).toBe(words.title);
      expect(await card.locator(".recourse-fix").textContent()).toBe(words.fix);
      expect(await card.locator(".recourse-actions").getByRole("button").allTextContents()).toEqual(
        [words.button],
      );
      expect(await copyAndPaste(page, card)).toBe(api.requests.at(-1)?.requestId);
      expect(uncaught).toEqual([]);
    },
  );

  test.for(wordsByStatus)(
    "a %i with a code nobody knows has the words of its status, and its request id is pasted as it was sent",
    async ([status, words], { api, page, uncaught }) => {
      api.script(`GET /v1/sessions/${status}`, [fault.error("NEW_CODE", { status })]);
      await openSession(page, String(status));
      const card = cardOn(page);

      await expect.poll(() => card.getByRole("heading").textContent()).toBe(words.title);
      expect(await card.locator(".recourse-fix").textContent()).toBe(words.fix);
      expect(await card.locator(".recourse-actions").getByRole("button").allTextContents()).toEqual(
        words.button === undefined ? [] : [words.button],
      );
      expect(await copyAndPaste(page, card)).toBe(api.requests.at(-1)?.requestId);
      expect(uncaught).toEqual([]);
    },
  );

  test("the codes are the documented ones, each with the status that servers give it", () => {
    const statuses = wordsByCode.map(([code, status]) => [code, status] as const);

    expect({ ...Object.fromEntries(statuses), ABORT_ERROR: 499 }).toEqual(
      Object.fromEntries(
        Object.entries(documentedAnswers).map(([code, { status }]) => [code, status]),
      ),
    );
    expect(statuses).toHaveLength(10);
  });

  test("no two codes are told in the same words", () => {
    expect(new Set(wordsByCode.map(([, , { title }]) => title)).size).toBe(wordsByCode.length);
    expect(new Set(wordsByCode.map(([, , { fix }]) => fix)).size).toBe(wordsByCode.length);
  });

  test("ABORT_ERROR with a 499 has the words of its status", async ({ api, page }) => {
    api.script("GET /v1/sessions/ABORT_ERROR", [fault.error("ABORT_ERROR", { status: 499 })]);
    await openSession(page, "ABORT_ERROR");

    await expect
      .poll(() => cardOn(page).getByRole("heading").textContent())
      .toBe("This request wasn’t accepted");
  });
});
