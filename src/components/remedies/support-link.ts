import { toBareCause } from "../../error/bare-cause.ts";
import { warnOnce } from "../../error/warn-once.ts";
import type { ErrorReport } from "../../report/error-report.ts";
import type { Recourse } from "../provider/useRecourse.ts";

/** The support link's URL. If the app's `supportUrl` fails there is no link, but the words still show. */
export function supportLink(
  { supportUrl }: Pick<Recourse, "supportUrl">,
  report: ErrorReport,
): string | undefined {
  try {
    const url: unknown = supportUrl?.(report);
    if (url === undefined || isFollowable(url)) return url;
    warnOfLink(url);
  } catch (thrown) {
    console.error(toBareCause(thrown));
  }
  return undefined;
}

/** An empty link would open the page itself; React or the browser blocks a link that runs a script. */
function isFollowable(url: unknown): url is string {
  if (typeof url !== "string" || url.trim() === "") return false;
  try {
    // Parsed as a browser parses it, which takes "java\nscript:" for a scheme too. The base is for relative URLs.
    return followable.has(new URL(url, "https://relative.invalid").protocol);
  } catch {
    return false;
  }
}

const followable = new Set(["http:", "https:", "mailto:", "tel:"]);

function warnOfLink(url: unknown): void {
  warnOnce(() => {
    if (process.env.NODE_ENV !== "production") {
      const got = typeof url === "string" ? JSON.stringify(url) : String(url);
      return [
        `supportUrl ${got}`,
        `supportUrl must give an http(s), mailto, tel or relative URL, so there is no link: got ${got}`,
      ];
    }
    return false;
  });
}
