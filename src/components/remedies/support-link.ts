import { warnOnce } from "../../error/warn-once.ts";
import type { ErrorReport } from "../../report/error-report.ts";
import type { Recourse } from "../provider/useRecourse.ts";

/** A URL that cannot be made must not take the words away with it. */
export function supportLink(
  { supportUrl }: Pick<Recourse, "supportUrl">,
  report: ErrorReport,
): string | undefined {
  try {
    const url: unknown = supportUrl?.(report);
    if (url === undefined || isFollowable(url)) return url;
    warnOfLink(url);
  } catch (thrown) {
    console.error(thrown);
  }
  return undefined;
}

/** An empty link would open the page itself, and React or the browser blocks what runs a script. */
function isFollowable(url: unknown): url is string {
  if (typeof url !== "string" || url.trim() === "") return false;
  try {
    // As a browser reads it, to whom "java\nscript:" is a scheme too. The base is for what is relative.
    return followable.has(new URL(url, "https://relative.invalid").protocol);
  } catch {
    return false;
  }
}

const followable = new Set(["http:", "https:", "mailto:", "tel:"]);

function warnOfLink(url: unknown): void {
  const got = typeof url === "string" ? JSON.stringify(url) : String(url);
  warnOnce(
    `supportUrl ${got}`,
    `supportUrl must give an http(s), mailto, tel or relative URL, so there is no link: got ${got}`,
  );
}
