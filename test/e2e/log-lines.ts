import type { Page } from "playwright";

/** Collects the lines that the kit writes on the page's console from now on. */
export function collectLogLines(page: Page): readonly string[] {
  const lines: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("[react-recourse]")) lines.push(message.text());
  });
  return lines;
}
