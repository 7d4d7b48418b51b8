import { focusPath } from "../focus/focus-memory.ts";

/**
 * Puts a text on the clipboard, and gives true only when it is there. Never rejects.
 *
 * `navigator.clipboard` is missing on plain http pages and refuses in frames without `clipboard-write` and long after
 * the click (Clipboard API, 7.3): the older `execCommand("copy")` serves there.
 */
export async function copyText(text: string, near: Element | null): Promise<boolean> {
  try {
    const page = near?.ownerDocument.defaultView ?? window;
    await page.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, near);
  }
}

/**
 * The text area is put inside the closest modal dialog, since everything outside of it is inert: there Chromium's
 * `execCommand` says true and copies nothing. So it counts only while the text area really has the focus. Beside the
 * body stands what has to work while that is inert.
 */
function copyByCommand(text: string, near: Element | null): boolean {
  // A card may have been put into a frame by a portal.
  const { ownerDocument: page } = near ?? document.body;
  const focused = focusPath().at(-1);
  const area = page.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "recourse-offscreen";
  area.setAttribute("aria-hidden", "true");
  (placeFor(near) ?? page.body).append(area);
  // Selecting alone moves the focus in some browsers only (HTML, `select()`).
  area.focus({ preventScroll: true });
  area.select();
  try {
    return focusPath().at(-1) === area && page.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused && "focus" in focused && typeof focused.focus === "function")
      focused.focus({ preventScroll: true });
  }
}

/** From inside of a shadow root, the dialog may be outside of it. */
function placeFor(near: Element | null): Element | null {
  const place = near?.closest("dialog, html > *") ?? null;
  const root = near?.getRootNode();
  return place || !root || !isShadowRoot(root) ? place : placeFor(root.host);
}

/** Not by `instanceof`: a frame's are of another realm. */
function isShadowRoot(root: Node): root is ShadowRoot {
  return root.nodeType === root.DOCUMENT_FRAGMENT_NODE && "host" in root;
}

/** Selects an element's text, so that the person can copy it by hand. */
export function selectText(element: Element): void {
  const selection = element.ownerDocument.getSelection();
  selection?.removeAllRanges();
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  selection?.addRange(range);
}
