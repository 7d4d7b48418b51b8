const maxLength = 2_000;

/** The origin of a URL, or the scheme of a URI without a host (`urn:`, `tag:`). */
const origin = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/#]*|^[a-z][a-z\d+.-]*:/i;

/** RFCs and their drafts describe statuses, wherever a copy is hosted. */
const statusDocument = /^(?:rfc-?\d+(?:\.\w+)?|draft-ietf-.*)$/i;

/** A status or the number of a section: `404`, `404.html`, `section-15.5.5`. */
const numbered = /^(?:(?:section|sec|status|page)[-._]?)?\d[\d.]*(?:\.html?)?$/i;

/**
 * The name at the end of a problem's `type` (RFC 9457, 3.1.1), to be used as a code: the fragment, or the last segment
 * of the path. Undefined if that names no problem: for `about:blank`, a number, a section of an RFC about statuses
 * (ASP.NET Core's default), and a URL with a query string.
 */
export function nameOfType(type: string): string | undefined {
  if (/^about:/i.test(type) || type.length > maxLength || type.includes("?")) return undefined;
  const [path = "", fragment = ""] = type.replace(origin, "").split("#");
  const segments = path.split(/[/:]/).filter((segment) => segment !== "");
  if (segments.some((segment) => statusDocument.test(segment))) return undefined;
  const name = fragment === "" ? segments.at(-1) : fragment.split(/[/:]/).at(-1);
  return name === undefined || numbered.test(name) ? undefined : name;
}
