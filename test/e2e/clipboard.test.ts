import type { Browser, BrowserContextOptions, Frame, Locator, Page } from "playwright";
import { describe, expect } from "vitest";
import { test as base } from "./scenario-test.ts";
import { copyAndPaste, paste } from "./session-page.ts";

const apiUrl = "http://127.0.0.1:9";

const test = base.extend("openClipboard", ({ openScenario }) => {
  return (options: { context?: BrowserContextOptions; host?: string } = {}) =>
    openScenario("Clipboard", { apiUrl, ...options });
});

/** What the browser itself says to a page that wants to copy: nothing the kit does. */
const browserSays = (page: Page | Frame) =>
  page.evaluate(() =>
    navigator.clipboard
      ? navigator.clipboard.writeText("the browser’s").then(
          () => "yes",
          (thrown: DOMException) => thrown.name,
        )
      : "no clipboard",
  );

const granted = { permissions: ["clipboard-read", "clipboard-write"] };

describe("The request id can be copied", () => {
  test("on a page that may write to the clipboard", async ({ openClipboard }) => {
    const page = await openClipboard({ context: granted });
    expect(await browserSays(page)).toBe("yes");
    expect(await copyAndPaste(page, requestIdOn(page))).toBe("req_42");
  });

  test("on a page over plain http, which has no clipboard", async ({ openClipboard }) => {
    const page = await openClipboard({ host: "plain.test" });
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await browserSays(page)).toBe("no clipboard");
    expect(await copyAndPaste(page, requestIdOn(page))).toBe("req_42");
  });

  test("in a modal dialog over plain http", async ({ openClipboard }) => {
    const page = await openClipboard({ host: "plain.test" });
    await page.getByRole("button", { name: "Open the dialog" }).click();
    const dialog = page.getByRole("dialog", { name: "Problem" });
    expect(await copyAndPaste(page, dialog, dialog)).toBe("req_77");
  });

  test("from a toast over an inert page, over plain http", async ({ openClipboard }) => {
    const page = await openClipboard({ host: "plain.test" });
    await page.getByRole("button", { name: "Make the body inert and fail" }).click();
    const toast = page.getByRole("dialog");
    await toast.getByRole("button", { name: "Copy", exact: true }).click();
    await toast.getByRole("button", { name: "Copied", exact: true }).waitFor();
    await page.evaluate(() => {
      document.body.inert = false;
    });
    expect(await paste(page)).toBe("req_77");
  });

  test("on a page to which the browser has denied the clipboard", async ({
    browser,
    openClipboard,
  }) => {
    const page = await openClipboard();
    await denyClipboard(browser, page);
    expect(await browserSays(page)).toBe("NotAllowedError");
    expect(await copyAndPaste(page, requestIdOn(page))).toBe("req_42");
  });

  test("in a frame of another origin that was not allowed to", async ({
    openClipboard,
    pageUrl,
  }) => {
    const page = await openClipboard({ context: granted });
    const frame = await embed(page, `${pageUrl.replace("//", "//framed.")}/production/`);
    expect(await frame.evaluate(() => isSecureContext)).toBe(true);
    expect(await browserSays(frame)).toBe("NotAllowedError");
    const requestId = requestIdOn(frame);
    await requestId.getByRole("button", { name: "Copy", exact: true }).click();
    await requestId.getByRole("button", { name: "Copied", exact: true }).waitFor();
    expect(await paste(page)).toBe("req_42");
  });
});

describe("Where nothing can be copied", () => {
  test("6 s after the click the id is selected, a hint says what to press, and that works", async ({
    openClipboard,
  }) => {
    const page = await openClipboard();
    // Playwright's questions count as gestures: nothing is asked until the page says that it is done.
    const outcome = page.waitForEvent("console", (message) => message.text().startsWith("late"));
    await page.getByRole("button", { name: "Copy late" }).click();
    expect((await outcome).text()).toBe("late copy selected");

    expect(await page.evaluate(() => String(getSelection()))).toBe("req_late");
    await page.keyboard.press("ControlOrMeta+C");
    expect(await paste(page)).toBe("req_late");
  });

  test("it is not said to be copied: the id is selected and the hint is read out", async ({
    browser,
    openClipboard,
  }) => {
    const page = await openClipboard();
    await denyClipboard(browser, page);
    await page.evaluate(() => {
      // As where a policy of the company's browser forbids it.
      document.execCommand = () => false;
    });
    const requestId = requestIdOn(page);
    await requestId.getByRole("button", { name: "Copy", exact: true }).click();

    await expect
      .poll(() => requestId.getByRole("status").textContent())
      .toBe("Selected. Press Ctrl+C or ⌘C to copy.");
    expect(await requestId.getByText("Copied").count()).toBe(0);
    await page.keyboard.press("ControlOrMeta+C");
    expect(await paste(page)).toBe("req_42");
  });
});

function requestIdOn(page: Page | Frame): Locator {
  return page.locator(".recourse-request-id").first();
}

/** Says no in the person's place, as they may once have done for this site. */
async function denyClipboard(browser: Browser, page: Page): Promise<void> {
  const pageSession = await page.context().newCDPSession(page);
  const { targetInfo } = await pageSession.send("Target.getTargetInfo");
  const session = await browser.newBrowserCDPSession();
  await session.send("Browser.setPermission", {
    permission: { name: "clipboard-write" },
    setting: "denied",
    origin: new URL(page.url()).origin,
    ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
  });
  await session.detach();
}

/** Puts the same page of another origin into a frame. */
async function embed(page: Page, folder: string): Promise<Frame> {
  const url = `${folder}${new URL(page.url()).search}`;
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement("iframe"), { src, width: 600 }));
  }, url);
  await page.frameLocator("iframe").locator(".recourse-request-id").first().waitFor();
  const frame = page.frames().find((candidate) => candidate.url() === url);
  if (!frame) throw new Error(`no frame shows ${url}`);
  return frame;
}
