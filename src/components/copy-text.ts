/**
 * Puts a text on the clipboard, and gives true only when it is there. Never rejects.
 *
 * `navigator.clipboard` is missing on plain http pages and refuses in frames without `clipboard-write` and long after
 * the click (Clipboard API, 7.3): the older `execCommand("copy")` serves there.
 */
export async function copyText(text: string, near: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
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
  const focused = page.activeElement;
  const area = page.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "recourse-offscreen";
  area.setAttribute("aria-hidden", "true");
  (near?.closest("dialog, html > *") ?? page.body).append(area);
  // Selecting alone moves the focus in some browsers only (HTML, `select()`).
  area.focus({ preventScroll: true });
  area.select();
  try {
    return page.activeElement === area && page.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused && "focus" in focused && typeof focused.focus === "function")
      focused.focus({ preventScroll: true });
  }
}

/** Selects an element's text, so that the person can copy it by hand. */
export function selectText(element: Element): void {
  const selection = element.ownerDocument.getSelection();
  selection?.removeAllRanges();
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  selection?.addRange(range);
}
