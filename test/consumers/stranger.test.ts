/** A stranger's five minutes: an empty folder, the tarball and README, to a page that shows a retry, a toast and a card. */

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { chromium, type Page } from "playwright";
import { expect, inject, onTestFinished, test } from "vitest";
import { chromiumLaunchOptions } from "../browser/chromium.ts";
import { newWatchedPage } from "../e2e/open-page.ts";
import { startPageServer } from "../e2e/page-server.ts";
import { readmeApp } from "../e2e/readme.ts";
import { fault } from "../server/fault.ts";
import { startServer, type TestServer } from "../server/server.ts";
import { run } from "./consumer.ts";
import { readmePackCommands } from "./readme-commands.ts";
import { card, expectSent, press, sent, toast } from "./session-page.ts";

const load = "GET /v1/sessions/ses_1001";

const indexHtml = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Sessions</title></head>
  <body><script type="module" src="./main.tsx"></script></body>
</html>
`;

/** What an app with Vite has beside the kit, in the versions that are tested here. */
async function viteAndReact(): Promise<string> {
  const manifest = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const { devDependencies } = JSON.parse(manifest);
  const names = ["vite", "react", "react-dom", "@tanstack/react-query", "zod"];
  return names.map((name) => `${name}@${devDependencies[name]}`).join(" ");
}

/** @returns the folder of the built page */
async function buildFromNothing(tarball: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "react-recourse-stranger-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { install } = await readmePackCommands();
  await cp(tarball, join(folder, basename(tarball)));
  await run("npm init -y", { cwd: folder });
  await run(`npm install ${await viteAndReact()} --no-audit --no-fund`, { cwd: folder });
  await run(`${install} --no-audit --no-fund`, { cwd: folder });
  await mkdir(join(folder, "app"));
  await writeFile(join(folder, "app/index.html"), indexHtml);
  await writeFile(join(folder, "app/main.tsx"), await readmeApp());
  await run("npx vite build app --base ./", { cwd: folder });
  return join(folder, "app/dist");
}

/** The page as its person opens it, with the test server in the place of the API. */
async function openPage(url: string, api: TestServer): Promise<Page> {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  onTestFinished(() => browser.close());
  const uncaught: Error[] = [];
  onTestFinished(() => expect(uncaught).toEqual([]));
  const page = await newWatchedPage(browser, (error) => void uncaught.push(error));
  await page.route("https://api.agntix.ai/**", async (asked) => {
    const { pathname, search } = new URL(asked.request().url());
    await asked.fulfill({ response: await asked.fetch({ url: api.url + pathname + search }) });
  });
  await page.clock.install();
  await page.goto(url);
  return page;
}

/** Lets the page's time pass until the API was asked so often. */
async function passUntilSent(page: Page, api: TestServer, count: number): Promise<void> {
  const passAndCount = async () => {
    await page.clock.runFor(1_000);
    return sent(api, load).length;
  };
  await expect.poll(passAndCount).toBe(count);
}

test("From an empty folder to a retry, a toast and a card, by README alone", async () => {
  const [served, api] = await Promise.all([
    buildFromNothing(inject("tarball")).then(startPageServer),
    startServer(),
  ]);
  onTestFinished(() => served.close());
  onTestFinished(() => api.close());
  const named = fault.ok({ id: "ses_1001", name: "Invoice questions" });
  api.script(load, [fault.status(503), named]);
  const page = await openPage(`${served.url}/`, api);
  const name = page.getByRole("heading", { name: "Invoice questions" });
  await passUntilSent(page, api, 2);
  await name.waitFor();

  api.script(load, [fault.error("SESSION_EXPIRED")]);
  // The person comes back to the page, and it is fetched again.
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await toast(page).getByText("This session has expired", { exact: true }).waitFor();
  await expectSent(api, load, 3);
  expect(await name.count()).toBe(1);

  api.script(load, [fault.status(500)]);
  await page.reload();
  await passUntilSent(page, api, 8);
  await card(page).getByRole("heading", { name: "That didn’t work", exact: true }).waitFor();
  expect(await card(page).locator("code").textContent()).toBe(sent(api, load)[7]?.requestId);
  api.script(load, [named]);
  await press(card(page), "Try again");
  await name.waitFor();
});
