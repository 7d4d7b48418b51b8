import { describe, expect } from "vitest";
import { appTest } from "./app-test.ts";
import { card, itRecovers, itSendsAgain } from "./session-page.ts";

// What React writes down of a notFound() that a boundary lets through.
const test = appTest("tanstack-router", { mayLog: /^\{isNotFound: true/ });

describe("tanstack-router", () => {
  test("is built for production", ({ app: _app }) => {});

  describe("where a loader throws", () => {
    itRecovers(test, "/loaded");
    itSendsAgain(test, "/loaded");
  });
  describe("where a page without a loader throws", () => itRecovers(test, "/suspended"));

  test("notFound() passes through the kit's boundary", async ({ open }) => {
    const page = await open("/lost");
    await page.getByRole("heading", { name: "No such page", exact: true }).waitFor();
    expect(await card(page).count()).toBe(0);
  });
});
