import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { test } from "./scenario-test.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The kit's in it, from the newest on. */
const toasts = (page: Page) => page.locator("[data-sonner-toast] .recourse-toast");

async function failInThreeWays(page: Page): Promise<void> {
  await press(page, "Fail in 3 ways");
  await expect.poll(() => toasts(page).count()).toBe(3);
}

/** Opens the stack as a person does, and waits until it has come to rest. */
async function expand(page: Page): Promise<void> {
  await page.locator("[data-sonner-toast][data-front=true]").hover();
  await page.locator("[data-sonner-toast][data-expanded=true]").first().waitFor();
}

/** Of each toast in the stack, where it stands, to the whole pixel. */
const boxes = (page: Page) =>
  page.locator("[data-sonner-toast]").evaluateAll((elements) =>
    elements.map((element) => {
      const { left, width, top, bottom } = element.getBoundingClientRect();
      return { left, width, top: Math.round(top), bottom: Math.round(bottom) };
    }),
  );

const overlaps = async (page: Page) => {
  const shown = (await boxes(page)).sort((one, other) => one.top - other.top);
  return shown.filter(({ bottom }, index) => bottom > (shown[index + 1]?.top ?? bottom)).length;
};

const noMotion = { reducedMotion: "reduce" } as const;

describe("Toasts in sonner", () => {
  test.for([
    [1280, 356],
    [320, 288],
  ] as const)("are as wide as its own in a window of %i px", async (widths, { openWithApi }) => {
    const [width, expected] = widths;
    const context = { ...noMotion, viewport: { width, height: 800 } };
    const { page } = await openWithApi("InSonner", { context });
    await press(page, "Save");
    await failInThreeWays(page);
    await expand(page);
    await expect
      .poll(async () => (await boxes(page)).map((box) => box.width))
      .toEqual(Array(4).fill(expected));
    const drawn = await toasts(page).evaluateAll((frames) =>
      frames.map((frame) => frame.getBoundingClientRect().width),
    );
    expect(drawn).toEqual(Array(3).fill(expected));
  });

  test("are a line each but the newest, and lie over each other in no state", async ({
    openWithApi,
  }) => {
    const { page } = await openWithApi("InSonner", { context: noMotion });
    await failInThreeWays(page);
    await expand(page);
    await expect.poll(() => overlaps(page)).toBe(0);
    const heights = (await boxes(page)).map(({ top, bottom }) => bottom - top);
    expect(heights.slice(1).every((height) => height <= 48)).toBe(true);
    await toasts(page).nth(1).hover();
    await toasts(page).nth(1).locator("summary").click();
    await expect
      .poll(async () => {
        const unfolded = (await boxes(page))[1];
        return unfolded && unfolded.bottom - unfolded.top;
      })
      .toBeGreaterThan(400);
    await expect.poll(() => overlaps(page)).toBe(0);
  });

  test("show nothing around another one that is in front of them", async ({ openWithApi }) => {
    const { page } = await openWithApi("InSonner", { context: noMotion });
    await failInThreeWays(page);
    await press(page, "Save");
    const own = page.locator("[data-sonner-toast][data-front=true]", { hasText: "Saved" });
    await own.waitFor();
    await page.mouse.move(5, 5);
    await page.locator("[data-sonner-toast][data-expanded=false]").first().waitFor();
    const bottom = await own.evaluate((element) => element.getBoundingClientRect().bottom);
    await expect
      .poll(() =>
        toasts(page).evaluateAll((frames) =>
          Math.max(...frames.map((frame) => frame.getBoundingClientRect().bottom)),
        ),
      )
      .toBeLessThanOrEqual(bottom);
  });

  test("are in its theme, and are read out by the announcer alone", async ({ openWithApi }) => {
    const { page } = await openWithApi("InSonner", { variant: "dark" });
    await failInThreeWays(page);
    const [scheme, live] = await toasts(page)
      .first()
      .evaluate((frame) => [
        getComputedStyle(frame).colorScheme,
        frame.closest("[aria-live]")?.getAttribute("aria-live"),
      ]);
    expect([scheme, live]).toEqual(["dark", "off"]);
  });
});
