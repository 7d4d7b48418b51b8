import { describe } from "vitest";
import { appTest } from "./app-test.ts";
import { card, itRecovers, itSendsAgain } from "./session-page.ts";

const test = appTest("react-router-data", {
  mayLog: /^React Router caught the following error during/,
});

describe("react-router-data", () => {
  test("is built for production", ({ app: _app }) => {});

  describe("where a loader throws", () => {
    itRecovers(test, "/loaded");
    itSendsAgain(test, "/loaded");
  });
  describe("where a loader throws a Response", () => itRecovers(test, "/response"));
  describe("where a page without a loader throws", () => itRecovers(test, "/suspended"));
  describe("where an action returns its error", () =>
    itSendsAgain(test, "/action", { shownIn: card }));
});
