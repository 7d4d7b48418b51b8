/** What pasted CSS makes of the kit in an app, to be compared with what the editor showed. */

import type { Scheme } from "./theme.ts";

/** A page of its own, with the kit's styles, the CSS after them, and what the editor's panes hold. */
export function pasteIntoApp(css: string, editor: HTMLElement): HTMLIFrameElement {
  const frame = editor.ownerDocument.createElement("iframe");
  frame.title = "An app";
  // As wide as the page, for its media queries.
  frame.style.inlineSize = "100vw";
  editor.append(frame);
  const app = documentOf(frame);
  for (const styles of editor.ownerDocument.querySelectorAll("style, link[rel=stylesheet]"))
    app.head.append(app.importNode(styles, true));
  const pasted = app.createElement("style");
  pasted.textContent = css;
  app.head.append(pasted);
  for (const pane of editor.querySelectorAll<HTMLElement>("[data-theme]")) {
    const part = app.createElement("div");
    part.dataset["theme"] = pane.dataset["theme"];
    part.style.fontFamily = getComputedStyle(pane).fontFamily;
    part.innerHTML = pane.innerHTML;
    app.body.append(part);
  }
  return frame;
}

/** What tokens decide and the app shows otherwise than the editor, in one scheme, by element. */
export function differencesIn(
  app: HTMLIFrameElement,
  editor: HTMLElement,
  scheme: Scheme,
): readonly string[] {
  const shown = elementsOf(documentOf(app).body, scheme);
  return elementsOf(editor, scheme).flatMap((element, at) => {
    const other = shown[at];
    if (!other) return [`${element.localName} is missing`];
    const [wanted, got] = [getComputedStyle(element), getComputedStyle(other)];
    return decided
      .map((property) => [wanted, got].map((style) => style.getPropertyValue(property)))
      .filter(([one, two]) => one !== two)
      .map(([one, two]) => `${element.localName} ${element.className}: ${one}, ${two}`);
  });
}

function elementsOf(root: ParentNode, scheme: Scheme): readonly HTMLElement[] {
  const part = root.querySelector(`[data-theme=${scheme}]`);
  return [...(part?.querySelectorAll<HTMLElement>(".recourse, .recourse *") ?? [])];
}

const decided = [
  "color",
  "background-color",
  "border-top-color",
  "border-top-left-radius",
  "box-shadow",
  "font-family",
];

function documentOf(frame: HTMLIFrameElement): Document {
  if (!frame.contentDocument) throw new Error("the frame must be of this page's origin");
  return frame.contentDocument;
}
