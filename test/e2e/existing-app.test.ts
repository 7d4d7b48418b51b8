import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { changedLines } from "../../stories/docs/changed-lines.ts";
import { fault } from "../server/fault.ts";
import type { TestServer } from "../server/server.ts";
import { newWatchedPage } from "./open-page.ts";
import { test as base } from "./scenario-test.ts";

const folder = fileURLToPath(new URL("app/existing-app", import.meta.url));

/** A file without its blank lines. */
async function textOf(which: "before" | "after", file: string): Promise<string> {
  const text = await readFile(join(folder, which, file), "utf8");
  return text.replace(/^\s*\n/gm, "");
}

interface Opened {
  api: TestServer;
  page: Page;
}

const session = "GET /v1/sessions/s1";
const messages = "POST /v1/sessions/s1/messages";

const test = base.extend("open", ({ browser, pageUrl, startApi }, { onCleanup }) => {
  const pages: Page[] = [];
  const uncaught: Error[] = [];
  onCleanup(async () => {
    await Promise.all(pages.map((page) => page.context().close()));
    expect(uncaught).toEqual([]);
  });
  return async (which: "before" | "after") => {
    const api = await startApi();
    const page = await newWatchedPage(browser, (error) => void uncaught.push(error), {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    pages.push(page);
    const url = `${pageUrl}/production/existing-app-${which}.html?api=${encodeURIComponent(api.url)}`;
    return { api, page, show: () => page.goto(url) };
  };
});

function sent({ requests }: TestServer, route: string) {
  return requests.filter(({ method, path }) => `${method} ${path}` === route);
}

/** Lets the page's time pass until the server has had so many requests. */
async function arrived({ api, page }: Opened, route: string, count: number): Promise<void> {
  const passAndCount = async () => {
    await page.clock.runFor(1_000);
    return sent(api, route).length;
  };
  await expect.poll(passAndCount).toBe(count);
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe("An app with axios, plain useQuery and sonner", () => {
  test("takes the kit in at most 15 changed lines, its calls unchanged", async () => {
    const files = await readdir(join(folder, "after"));
    expect(await readdir(join(folder, "before"))).toEqual(files);
    const changed = await Promise.all(
      files.map(async (file) => {
        const lines = changedLines(await textOf("before", file), await textOf("after", file));
        const count = (mark: string) => lines.filter((line) => line.mark === mark).length;
        return { file, lines: Math.max(count("+"), count("-")) };
      }),
    );
    const { lines } = changed.find(({ file }) => file === "sessions.ts") ?? {};
    expect(lines).toBe(0);
    expect(changed.reduce((sum, { lines }) => sum + lines, 0)).toBeLessThanOrEqual(15);
  });

  test("before it, shows what axios says, and no id", async ({ open }) => {
    const opened = await open("before");
    const { api, page, show } = opened;
    api.script(session, [fault.status(404)]);
    await page.clock.install();
    await show();
    await arrived(opened, session, 4);
    await page.getByText("Request failed with status code 404").waitFor();
    expect(await page.locator("#root").innerText()).toBe("Request failed with status code 404");
  });

  test("with it, a call is sent five times and no more; the card has the id, and a way out", async ({
    open,
  }) => {
    const opened = await open("after");
    const { api, page, show } = opened;
    api.script(session, [fault.status(500)]);
    await page.clock.install();
    await show();
    await arrived(opened, session, 5);
    await page.locator("section.recourse-card").waitFor();
    await page.clock.runFor(60_000);
    expect(api.requests).toHaveLength(5);
    expect(api.requests.map(({ headers }) => headers["authorization"])).toEqual(
      Array(5).fill("Bearer t1"),
    );
    await press(page, "Copy");
    expect(await copied(page)).toBe(api.requests[4]?.requestId);

    api.script(session, [fault.ok({ id: "s1", status: "OPEN" })]);
    await press(page, "Try again");
    await page.getByRole("heading", { name: "Session s1" }).waitFor();
    expect(api.requests).toHaveLength(6);
  });

  test("with it, a write that fails is a toast in its own sonner, and is sent again by a press", async ({
    open,
  }) => {
    const { api, page, show } = await open("after");
    api.script(messages, [fault.status(409), fault.ok({ id: "m1" }, 201)]);
    await show();
    await press(page, "Send");
    const toast = page.locator("[data-sonner-toast]");
    await toast.getByRole("button", { name: "Copy", exact: true }).click();
    expect(await copied(page)).toBe(sent(api, messages)[0]?.requestId);
    expect(await toast.count()).toBe(1);

    await toast.getByRole("button", { name: "Try again", exact: true }).click();
    await page.getByText("Sent", { exact: true }).waitFor();
    expect(sent(api, messages)).toHaveLength(2);
    await expect.poll(() => toast.count()).toBe(0);
  });

  test("with it, a refetch that fails while the data shows is a toast, and goes when it works again", async ({
    open,
  }) => {
    const { api, page, show } = await open("after");
    await show();
    await page.getByRole("heading", { name: "Session s1" }).waitFor();
    api.script(session, [fault.status(404)]);
    await press(page, "Refresh");
    const toast = page.locator("[data-sonner-toast]");
    await toast.waitFor();
    expect(await page.getByRole("heading", { name: "Session s1" }).count()).toBe(1);
    api.script(session, [fault.ok({ id: "s1", status: "OPEN" })]);
    await press(page, "Refresh");
    await expect.poll(() => toast.count()).toBe(0);
  });
});
