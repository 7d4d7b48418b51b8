import { focusOn, focusPath } from "../focus/focus-memory.ts";

/**
 * Puts a text on the clipboard. Resolves with true only if it is there; never rejects.
 *
 * `navigator.clipboard` is missing on plain http pages, and refuses in frames without `clipboard-write` and long after
 * the click (Clipboard API, 7.3). The older `execCommand("copy")` works there.
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
 * Puts the text area into the closest modal dialog, since everything outside it is inert: there Chromium's
 * `execCommand` returns true and copies nothing. So the result counts only while the text area has the focus. Elements
 * that must work while the body is inert stand beside it, and the text area goes to them.
 */
function copyByCommand(text: string, near: Element | null): boolean {
  // A portal may have put the card into a frame.
  const { ownerDocument: page } = near ?? document.body;
  const focused = focusPath().at(-1);
  const area = page.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "recourse-offscreen";
  area.setAttribute("aria-hidden", "true");
  (placeFor(near) ?? page.body).append(area);
  // In some browsers `select()` alone does not move the focus (HTML).
  focusOn(area);
  area.select();
  try {
    return focusPath().at(-1) === area && page.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused) focusOn(focused);
  }
}

/** Looks outside of shadow roots as well, where the dialog may be. */
function placeFor(near: Element | null): Element | null {
  const place = near?.closest("dialog, html > *") ?? null;
  const root = near?.getRootNode();
  return place || !root || !isShadowRoot(root) ? place : placeFor(root.host);
}

/** Without `instanceof`: a frame's shadow roots are of another realm. */
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
