/**
 * Finds a Chromium to test in: `CHROME_PATH`, else the one Playwright installed, else the system's, else the one that
 * came with `npm ci`. So the tests need no set-up, and use a newer browser where there is one.
 */

import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "playwright";
import { bundledChromium, canRunBundledChromium } from "./bundled-chromium.ts";
import { onPath } from "./on-path.ts";

const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome.exe",
];

const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Gives what Playwright, and Vitest's browser mode on top of it, need to launch that Chromium without a window.
 * @throws Error that says how to install one where there is none
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return { executablePath: CHROME_PATH };
  const installed = [chromium.executablePath(), ...onPath(commands), ...applications].find(
    existsSync,
  );
  if (installed) return { executablePath: installed };
  if (canRunBundledChromium()) return bundledChromium();
  throw new Error(
    `no Chromium for ${process.platform}-${process.arch} was found: run "npx playwright install chromium", or set CHROME_PATH`,
  );
}
