import { describe } from "vitest";
import { appTest } from "./app-test.ts";
import { card, itRecovers, itSendsAgain } from "./session-page.ts";

const test = appTest("react-router-framework");

describe("react-router-framework", () => {
  test("is built for production", ({ app: _app }) => {});

  describe("where a loader throws on the server", () => {
    itRecovers(test, "/loaded");
    itSendsAgain(test, "/loaded");
  });
  describe("where a loader throws after a press on a link", () =>
    itRecovers(test, "/", { link: "Session s1" }));
  describe("with prefetched queries", () => {
    // Of the server, and of the page, which nobody has told of the failure.
    itRecovers(test, "/prefetched", { loads: 2 });
  });
  describe("where an action returns its error", () =>
    itSendsAgain(test, "/action", { shownIn: card }));
});
