import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { appTest } from "./app-test.ts";
import { card, heading, itRecovers, itSendsAgain, load, unnamed } from "./session-page.ts";

// React's word, in production, for an error of its server: "441".
const test = appTest("next", { mayLog: /^Error: Minified React error #441;/ });

describe("next", () => {
  test("is built for production", ({ app: _app }) => {});

  describe("with prefetched queries", () => {
    // Of the server, and of the page, which nobody has told of the failure.
    itRecovers(test, "/sessions/s1", { loads: 2 });
    itSendsAgain(test, "/sessions/s1");
  });

  // What Next hides of its server's errors is all but the request id.
  describe("with queries that are streamed", () => {
    itRecovers(test, "/streamed", { first: unnamed });
  });
  describe("in error.tsx, with a server component that throws", () => {
    itRecovers(test, "/server", { first: unnamed, second: unnamed });
  });
  describe("in error.tsx as it was before Next 16.3", () => {
    itRecovers(test, "/older", { first: unnamed, second: unnamed });
  });
  describe("in error.tsx, after a press on a link", () => {
    itRecovers(test, "/", { link: "On the server", first: unnamed, second: unnamed });
  });
  describe("in a part of a page that is a server component", () => {
    itRecovers(test, "/part", { first: unnamed, second: unnamed });
  });
  describe("in global-error.tsx", () => {
    itRecovers(test, "/bare", { first: unnamed, second: unnamed });
  });
  describe("with a server action that fails", () => {
    itSendsAgain(test, "/action", { words: unnamed });
  });

  test.for(["NEXT_REDIRECT;replace;/;307;", "NEXT_NOT_FOUND", "DYNAMIC_SERVER_USAGE"])(
    "a server that calls its request %s steers nothing",
    async (requestId, { api, open }) => {
      const headers = { "x-should-retry": "false" };
      api.script(load, [fault.error("GENERIC_ERROR", { requestId, headers })]);
      for (const path of ["/server", "/streamed", "/sessions/s1"]) {
        const page = await open(path);
        await card(page).waitFor();
        expect(new URL(page.url()).pathname).toBe(path);
      }
    },
  );

  test.for(["/steered", "/steered/server"])(
    "redirect() and notFound() pass through the kit's boundary at %s",
    async (path, { open }) => {
      const home = await open(`${path}?to=home`);
      await home.getByRole("heading", { name: "Sessions", exact: true }).waitFor();
      expect(new URL(home.url()).pathname).toBe("/");
      const nowhere = await open(`${path}?to=nowhere`);
      await nowhere.getByRole("heading", { name: "No such page", exact: true }).waitFor();
      for (const page of [home, nowhere]) expect(await card(page).count()).toBe(0);
    },
  );

  test("cards of all that can be thrown are hydrated as the server drew them, then count", async ({
    open,
  }) => {
    const page = await open("/cards");
    await page.getByRole("button", { name: /^Try again in \d+ sec/ }).waitFor();
    expect(await card(page).count()).toBe(4);
  });

  test("what was loaded needs no second request", async ({ api, open }) => {
    for (const path of ["/sessions/s1", "/streamed", "/server"]) {
      const page = await open(path);
      await heading(page).waitFor();
      await page.waitForLoadState("networkidle");
    }
    expect(api.requests.map(({ path }) => path)).toEqual(Array(3).fill("/v1/sessions/s1"));
  });
});
