import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { appTest } from "./app-test.ts";
import { card, heading, itRecovers, itSendsAgain, load, sent, session } from "./session-page.ts";

const test = appTest("hey-api");

describe("hey-api", () => {
  test("generates a client that is built for production", ({ app: _app }) => {});
  itRecovers(test, "/");
  itSendsAgain(test, "/");

  test("sends a call that fails again, by itself", async ({ api, open }) => {
    api.script(load, [fault.status(500), fault.status(500), session]);
    const page = await open("/");
    await heading(page).waitFor();
    expect(await card(page).count()).toBe(0);
    expect(sent(api, load)).toHaveLength(3);
  });
});
