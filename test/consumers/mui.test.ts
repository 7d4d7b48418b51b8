import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { surfaceIn } from "../e2e/looks-page.ts";
import { textsHardToRead } from "../e2e/readable.ts";
import { appTest } from "./app-test.ts";
import {
  broken,
  heading,
  itRecovers,
  itSendsAgain,
  load,
  press,
  save,
  session,
  toast,
} from "./session-page.ts";

const test = appTest("mui");

const alert = (page: Page) => page.locator(".MuiAlert-root");
const papers = { light: "#ffffff", dark: "#121212" } as const;

describe("mui", () => {
  test("is built for production", ({ app: _app }) => {});
  itRecovers(test, "/", { shownIn: alert });
  itSendsAgain(test, "/");

  test.for(["light", "dark"] as const)(
    "shows toasts in MUI’s %s colors, readable",
    async (scheme, { api, open }) => {
      api.script(load, [session]);
      api.script(save, [broken]);
      const page = await open("/");
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await heading(page).waitFor();
      await press(page, "Send");
      await toast(page).waitFor();
      expect(await surfaceIn(page, ".recourse-toast")).toBe(papers[scheme]);
      expect(await textsHardToRead(page, 4)).toEqual([]);
    },
  );

  test.for(["light", "dark"] as const)(
    "shows its card readable in %s",
    async (scheme, { api, open }) => {
      api.script(load, [broken]);
      const page = await open("/");
      await page.emulateMedia({ colorScheme: scheme });
      await alert(page).waitFor();
      expect(await textsHardToRead(page, 3)).toEqual([]);
    },
  );
});
