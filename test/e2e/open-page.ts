import type { Browser, BrowserContextOptions, Page } from "playwright";

export interface ScenarioOptions {
  /** Of a server made by `startApi`, or of nothing at all. */
  apiUrl: string;
  /** Which of its apps a scenario shows, where it has more than one. */
  variant?: string;
  /** Another name of this machine, for a page that is not secure. Default: `localhost`. */
  host?: string;
  /** Under the policy that the kit promises to work under. */
  csp?: "strict";
  /** With React's development build, where StrictMode renders and mounts everything twice. Default `"production"`. */
  build?: "development" | "production";
  context?: BrowserContextOptions;
}

declare global {
  interface Window {
    /** What the page did that its policy forbids, from its first line on. */
    policyViolations: string[];
  }
}

/**
 * Opens `app/scenarios/Name.tsx` in a context of its own.
 * @param onUncaught hears what the page threw and nobody caught
 */
export async function openPage(
  browser: Browser,
  pageUrl: string,
  { name, options, onUncaught }: PageToOpen,
): Promise<Page> {
  const { apiUrl, variant = "", host, csp, build = "production", context } = options;
  const page = await newWatchedPage(browser, onUncaught, context);
  const query = new URLSearchParams({ scenario: name, api: apiUrl, variant, ...(csp && { csp }) });
  const url = new URL(`${pageUrl}/${build}/?${query}`);
  if (host) url.hostname = host;
  await page.goto(url.href);
  await page.locator("#root > *").first().waitFor({ state: "attached" });
  return page;
}

interface PageToOpen {
  name: string;
  options: ScenarioOptions;
  onUncaught: (error: Error) => void;
}

/** An empty page in a context of its own, of which everything is seen that its policy forbids. */
export async function newWatchedPage(
  browser: Browser,
  onUncaught: (error: Error) => void,
  context?: BrowserContextOptions,
): Promise<Page> {
  const page = await (await browser.newContext(context)).newPage();
  page.on("pageerror", onUncaught);
  // Shorter than a test's, so that what was waited for is named.
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    window.policyViolations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.policyViolations.push(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  return page;
}
