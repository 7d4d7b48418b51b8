/** Takes pictures of every component in every look, and shows what changed against those taken before. */

import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright";
import { chromiumLaunchOptions } from "../../test/browser/chromium.ts";
import { startPageServer } from "../../test/e2e/page-server.ts";
import { compare } from "./compare.ts";
import { type Look, looks } from "./looks.ts";
import { type Picture, writeReport } from "./report.ts";
import { buildStorybook, findStories, type Story } from "./stories.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const storybookFolder = join(root, "node_modules/.cache/screenshots-storybook");
const reportFolder = join(root, "screenshots");

/** @param wanted parts of story ids; none means all */
export async function takeScreenshots(wanted: readonly string[]): Promise<void> {
  await buildStorybook(root, storybookFolder);
  const stories = await findStories(storybookFolder, wanted);
  if (stories.length === 0) throw new Error(`no story's id holds ${wanted.join(" or ")}`);
  await keepLastPictures();
  const server = await startPageServer(storybookFolder);
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const pictures: Picture[] = [];
    for (const look of looks)
      pictures.push(...(await photograph(browser, { url: server.url, stories, look })));
    await writeFile(join(reportFolder, "index.html"), writeReport(pictures));
    const changed = pictures.filter(({ state }) => state === "changed").length;
    console.log(`${pictures.length} pictures, ${changed} changed: ${reportFolder}/index.html`);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function keepLastPictures(): Promise<void> {
  const [before, after, diff] = ["before", "after", "diff"].map((side) => join(reportFolder, side));
  if (!before || !after || !diff) return;
  await Promise.all([before, diff].map((folder) => rm(folder, { recursive: true, force: true })));
  await mkdir(after, { recursive: true });
  await rename(after, before);
  await Promise.all([after, diff].map((folder) => mkdir(folder, { recursive: true })));
}

interface Shoot {
  url: string;
  stories: readonly Story[];
  look: Look;
}

async function photograph(browser: Browser, { url, stories, look }: Shoot): Promise<Picture[]> {
  const context = await browser.newContext({
    ...look.context,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  // The accessibility check would come between a story and its end.
  const globals = [...Object.entries(look.globals), ["a11y.manual", "!true"]].map((pair) =>
    pair.join(":"),
  );
  const pictures: Picture[] = [];
  for (const story of stories) {
    const query = `id=${story.id}&viewMode=story&globals=${globals.join(";")}`;
    await page.goto(`${url}/iframe.html?${query}`);
    await page.waitForFunction(isStoryOver, story.id);
    if (look.textPercent)
      await page.addStyleTag({ content: `:root { font-size: ${look.textPercent}% }` });
    await page.evaluate(() => document.fonts.ready);
    const file = `${story.id}--${look.name.replace(/\W+/g, "-")}.png`;
    const picture = await page.screenshot({ fullPage: true, animations: "disabled" });
    pictures.push({ story: story.name, look: look.name, file, ...(await keep(file, picture)) });
  }
  await context.close();
  return pictures;
}

/** Runs in the page: whether the story's own steps have ended, well or not. */
function isStoryOver(storyId: string): boolean {
  const channel: unknown = Reflect.get(window, "__STORYBOOK_ADDONS_CHANNEL__");
  if (typeof channel !== "object" || channel === null || !("last" in channel)) return false;
  const last: unknown = channel.last;
  const finished: unknown =
    typeof last === "function" ? last.call(channel, "storyFinished") : undefined;
  return Array.isArray(finished) && finished[0]?.storyId === storyId;
}

async function keep(
  file: string,
  picture: Buffer,
): Promise<Pick<Picture, "state" | "changedPixels">> {
  await writeFile(join(reportFolder, "after", file), picture);
  const before = await readFile(join(reportFolder, "before", file)).catch(() => undefined);
  if (!before) return { state: "new", changedPixels: 0 };
  const { changedPixels, diff } = compare(before, picture);
  if (diff) await writeFile(join(reportFolder, "diff", file), diff);
  return { state: changedPixels > 0 ? "changed" : "same", changedPixels };
}
