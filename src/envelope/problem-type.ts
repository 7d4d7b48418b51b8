const maxLength = 2_000;

/** `https://host`, and the `urn:` or `tag:` of a URI without one. */
const origin = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/#]*|^[a-z][a-z\d+.-]*:/i;

/** RFCs and their drafts tell of statuses, wherever a mirror keeps them. */
const statusDocument = /^(?:rfc-?\d+(?:\.\w+)?|draft-ietf-.*)$/i;

/** A status, or the number of a section: `404`, `404.html`, `section-15.5.5`. */
const numbered = /^(?:(?:section|sec|status|page)[-._]?)?\d[\d.]*(?:\.html?)?$/i;

/**
 * The name that a problem's `type` (RFC 9457, 3.1.1) ends with, for a code: its fragment, or the last segment of its path.
 * Undefined where that names no problem: in `about:blank`, in a number, in a section of an RFC about statuses, which is what
 * ASP.NET Core writes by default, and where a query string does the naming.
 */
export function nameOfType(type: string): string | undefined {
  if (/^about:/i.test(type) || type.length > maxLength || type.includes("?")) return undefined;
  const [path = "", fragment = ""] = type.replace(origin, "").split("#");
  const segments = path.split(/[/:]/).filter((segment) => segment !== "");
  if (segments.some((segment) => statusDocument.test(segment))) return undefined;
  const name = fragment === "" ? segments.at(-1) : fragment.split(/[/:]/).at(-1);
  return name === undefined || numbered.test(name) ? undefined : name;
}
