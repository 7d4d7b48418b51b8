import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import { fault } from "../server/fault.ts";
import type { TestServer } from "../server/server.ts";
import type { appTest } from "./app-test.ts";

/** The page of session `s1`, which every app here has: its name, and a form that sends a message. */

export const load = "GET /v1/sessions/s1";
export const save = "POST /v1/sessions/s1/messages";

/** An answer that nobody retries by themselves: a test need not wait. */
export const broken = fault.error("GENERIC_ERROR", { headers: { "x-should-retry": "false" } });
export const session = fault.ok({ id: "s1", status: "OPEN" });
export const saved = fault.ok({ id: "m1", role: "user", text: "Hello" }, 201);

/** What was asked of a route so far. */
export function sent(api: TestServer, route: string) {
  return api.requests.filter(({ method, path }) => `${method} ${path}` === route);
}

/** Waits until a route was asked so often; more is seen at the next count. */
export async function expectSent(api: TestServer, route: string, count: number): Promise<void> {
  await expect.poll(() => sent(api, route)).toHaveLength(count);
}

export const card = (page: Page) => page.locator("section.recourse-card");
export const toast = (page: Page) => page.locator(".recourse-toast");
export const heading = (page: Page) => page.getByRole("heading", { name: "Session s1" });

export function press(within: Page | Locator, name: string): Promise<void> {
  return within.getByRole("button", { name, exact: true }).click();
}

export interface Words {
  title: string;
  fix: RegExp;
}

/** Of `broken`. */
const ofBroken: Words = { title: "That didn’t work", fix: /^The problem is on our side/ };

/** Of an error of Next's server, of which nothing is left but its request id. */
export const unnamed: Words = {
  title: "Something broke on our side",
  fix: /contact support with the request ID\.$/,
};

/** A card with these words, and with the id of the last answer. */
async function expectCard(shown: Locator, api: TestServer, words: Words): Promise<void> {
  await shown.getByRole("heading", { name: words.title, exact: true }).waitFor();
  await shown.getByText(words.fix).waitFor();
  await expectId(shown, api, load);
}

async function expectId(shown: Locator, api: TestServer, route: string): Promise<void> {
  await expect
    .poll(() => shown.locator("code").allTextContents())
    .toEqual([sent(api, route).at(-1)?.requestId]);
}

/** Copies the id by the button beside it. */
export async function copyId(within: Locator): Promise<void> {
  await press(within, "Copy");
  await within.getByRole("button", { name: "Copied", exact: true }).waitFor();
}

/** Pastes what was copied where the person writes, and gives what then stands there. */
export async function paste(page: Page): Promise<string> {
  const field = page.getByLabel("Message");
  await field.fill("");
  await field.focus();
  await page.keyboard.press("ControlOrMeta+V");
  return field.inputValue();
}

type AppTest = ReturnType<typeof appTest>;

export interface FailedLoad {
  /** What leads to it from there. Default: it is there. */
  link?: string;
  /** How often it is loaded before there is a card. Default 1. */
  loads?: number;
  /** Of the first card, and of what "Try again" ends in. Default: of what was answered. */
  first?: Words;
  second?: Words;
  /** Default: the kit's card. */
  shownIn?: (page: Page) => Locator;
}

/** A load that fails is a card with its own answer's id, and "Try again" really sends. */
export function itRecovers(
  test: AppTest,
  path: string,
  { link, loads = 1, first = ofBroken, second = ofBroken, shownIn = card }: FailedLoad = {},
): void {
  test("shows a card where loading fails; its id can be copied and pasted, its button loads again", async ({
    api,
    open,
  }) => {
    api.script(load, [broken]);
    const page = await open(path);
    const shown = shownIn(page);
    if (link) await page.getByRole("link", { name: link, exact: true }).click();
    await expectCard(shown, api, first);
    await expectSent(api, load, loads);

    await press(shown, "Try again");
    await expectSent(api, load, loads + 1);
    await expectCard(shown, api, second);
    await copyId(shown);

    api.script(load, [session]);
    await press(shown, "Try again");
    await heading(page).waitFor();
    expect(await shown.count()).toBe(0);
    await expectSent(api, load, loads + 2);
    expect(await paste(page)).toBe(sent(api, load)[loads]?.requestId);
  });
}

export interface FailedSave {
  /** Default: of what was answered. */
  words?: Words;
  /** Where it is told of. Default: a toast. */
  shownIn?: (page: Page) => Locator;
}

/** A write that fails is told of, and "Try again" sends what the person wrote. */
export function itSendsAgain(
  test: AppTest,
  path: string,
  { words = ofBroken, shownIn = toast }: FailedSave = {},
): void {
  test("tells of it where sending fails; its id can be copied and pasted, its button sends again", async ({
    api,
    open,
  }) => {
    api.script(save, [broken, broken, saved]);
    const page = await open(path);
    const field = page.getByLabel("Message");
    await field.fill("Hello");
    await press(page, "Send");
    const shown = shownIn(page);
    await shown.getByText(words.title, { exact: true }).waitFor();
    expect(await field.inputValue()).toBe("Hello");
    await press(shown, "Try again");
    await expectSent(api, save, 2);
    await expectId(shown, api, save);
    await copyId(shown);

    await press(shown, "Try again");
    await page.getByText("Sent", { exact: true }).waitFor();
    await expect.poll(() => shown.count()).toBe(0);
    expect(sent(api, save).map(({ body }) => body)).toEqual(Array(3).fill('{"text":"Hello"}'));
    expect(await paste(page)).toBe(sent(api, save)[1]?.requestId);
  });
}
