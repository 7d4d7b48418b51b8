import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { colorTokens } from "../../stories/tokens/token-groups.ts";
import { setScheme, surfaceIn } from "./looks-page.ts";
import { test } from "./looks-test.ts";
import { hardToRead } from "./readable.ts";

describe("The kit’s own look", () => {
  test.for(["light", "dark"] as const)(
    "is readable everywhere, in %s",
    async (scheme, { openLooks }) => {
      const page = await openLooks("plain");
      await setScheme(page, scheme);

      expect(await hardToRead(page)).toEqual([]);
    },
  );

  test("would be told of as hard to read, were all of it one gray", async ({ openLooks }) => {
    const page = await openLooks("plain");
    const gray = colorTokens.map((token) => `${token}: #808080;`).join(" ");
    await page.addStyleTag({ content: `:root { ${gray} }` });

    expect(await hardToRead(page)).toEqual(
      expect.arrayContaining([
        "This session could not be opened: 1",
        "the primary button under the mouse: 1",
        "the icon of info: 1",
        "the focus ring on surface: 1",
      ]),
    );
  });

  test("keeps its colours through a build that rewrites styles for older browsers", async ({
    openLooks,
  }) => {
    const page = await openLooks("plain");
    expect(await surfaceIn(page)).toBe("#ffffff");

    await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "dark"));
    expect(await surfaceIn(page)).toBe("#18191d");
  });

  test("follows the nearest scheme above it, also against the page’s", async ({ openLooks }) => {
    const page = await openLooks("plain", { colorScheme: "dark" });
    await page.evaluate(() => {
      document.documentElement.className = "dark";
      document.querySelector("main")?.setAttribute("data-theme", "light");
      const inner = document.createElement("div");
      inner.className = "dark";
      document.querySelector(".recourse-card[data-variant=page]")?.replaceWith(inner);
      inner.append(...document.querySelectorAll(".recourse-card[data-variant=inline]"));
    });

    expect(await surfaceIn(page, ".recourse-toast")).toBe("#18191d");
    expect(await surfaceIn(page, "[data-variant=section]")).toBe("#ffffff");
    expect(await surfaceIn(page, "[data-variant=inline]")).toBe("#18191d");
  });

  test("moves only for people who have not asked for less of it", async ({ openLooks }) => {
    const moving = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll(".recourse, .recourse *")]
          .map((element) => getComputedStyle(element))
          .filter(
            ({ animationName, transitionDuration }) =>
              animationName !== "none" || transitionDuration !== "0s",
          ),
      );

    expect(await moving(await openLooks("plain"))).toEqual([]);
    expect(await moving(await openLooks("plain", { reducedMotion: "no-preference" }))).not.toEqual(
      [],
    );
  });

  test("points the closed details the way the page runs, whatever its words’ language", async ({
    openLooks,
  }) => {
    const page = await openLooks("plain");
    const chevron = page.locator(".recourse-card summary .recourse-icon").first();
    const turned = () => chevron.evaluate((icon) => getComputedStyle(icon).rotate);
    await page.evaluate(() => document.querySelector("details")?.removeAttribute("open"));
    expect(await turned()).toBe("none");

    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    expect(await turned()).toBe("180deg");

    await page.evaluate(() => document.querySelector("main")?.setAttribute("dir", "ltr"));
    expect(await turned()).toBe("0deg");
  });
});
