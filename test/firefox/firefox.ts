import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProperty } from "../../src/error/read-property.ts";
import { onPath } from "../browser/on-path.ts";
import { connectMarionette, type Marionette } from "./marionette.ts";

const applications = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

export interface Firefox {
  /** Opens a page in a tab of its own. */
  openTab(url: string): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  /** Begins a function in the page, given as its text, and does not wait for it. */
  begin<Args extends unknown[]>(work: (...args: Args) => unknown, ...args: Args): Promise<void>;
  /**
   * What came of that, when it has ended.
   * @throws Error with what the function threw
   */
  outcome(): Promise<unknown>;
  /** Presses what a CSS selector finds in its middle, with the mouse. */
  press(selector: string): Promise<void>;
  /** Presses one key after the other, of those that WebDriver has a code for. */
  type(...keys: readonly (keyof typeof keyCodes)[]): Promise<void>;
}

/** WebDriver, "keyboard actions". */
const keyCodes = { Escape: "\uE00C", F6: "\uE036", Tab: "\uE004" } as const;

/**
 * Starts the Firefox that is installed, without a window and with a profile of its own. Playwright drives no other than its
 * own, which does not come from npm.
 */
export async function startFirefox(): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), "firefox-test-"));
  await writeFile(join(profile, "user.js"), 'user_pref("marionette.port", 0);\n');
  const args = ["--headless", "--marionette", "--no-remote", "--profile", profile];
  const child = spawn(executablePath(), args, { stdio: ["ignore", "pipe", "pipe"] });
  const marionette = connectMarionette(await portOf(child));
  await marionette.send("WebDriver:NewSession");
  return {
    openTab: (url) => openTab(marionette, url),
    async close() {
      const exit = once(child, "exit");
      await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] });
      await exit;
      await rm(profile, { recursive: true });
    },
  };
}

async function openTab({ send }: Marionette, url: string): Promise<Tab> {
  const opened = await send("WebDriver:NewWindow", { type: "tab" });
  const handle = readProperty(opened, "handle");
  await send("WebDriver:SwitchToWindow", { handle });
  await send("WebDriver:Navigate", { url });
  async function run(script: string, args: unknown[]): Promise<unknown> {
    await send("WebDriver:SwitchToWindow", { handle });
    return readProperty(await send("WebDriver:ExecuteScript", { script, args }), "value");
  }
  return {
    async begin(work, ...args) {
      await run(`window.outcome = (async () => (${work})(...arguments))();`, args);
    },
    outcome: () => run("return window.outcome;", []),
    async press(selector) {
      await send("WebDriver:SwitchToWindow", { handle });
      const found = await send("WebDriver:FindElement", { using: "css selector", value: selector });
      const [id] = Object.values(Object(readProperty(found, "value")));
      await send("WebDriver:ElementClick", { id });
    },
    async type(...keys) {
      await send("WebDriver:SwitchToWindow", { handle });
      const actions = keys.flatMap((key) =>
        ["keyDown", "keyUp"].map((type) => ({ type, value: keyCodes[key] })),
      );
      await send("WebDriver:PerformActions", {
        actions: [{ type: "key", id: "keyboard", actions }],
      });
    },
  };
}

/** It says on its console where it listens. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    for (const output of [child.stdout, child.stderr])
      output?.on("data", (chunk) => {
        said += chunk;
        const port = /Marionette\s+INFO\s+Listening on port (\d+)/.exec(said)?.[1];
        if (port) resolve(Number(port));
      });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`Firefox did not start: ${said}`)));
  });
}

function executablePath(): string {
  const { FIREFOX_PATH } = process.env;
  if (FIREFOX_PATH) return FIREFOX_PATH;
  const installed = [...onPath(["firefox", "firefox-esr"]), ...applications].find(existsSync);
  if (installed) return installed;
  throw new Error("no Firefox was found: install one, or set FIREFOX_PATH");
}
