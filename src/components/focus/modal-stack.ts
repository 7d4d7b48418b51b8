/**
 * Finds the element of the page that can be read and pressed. That is the modal `<dialog>` opened last, since it makes
 * everything outside it inert, the top layer included (HTML, "inert subtrees"); or the fullscreen element, since
 * Chromium lets nothing outside it be pressed, even what it paints above; else the body, or the root element where an
 * app has made its body inert.
 */
export class ModalStack {
  /** In the order in which they were opened, which the document does not tell. */
  #modals: readonly Element[] = [];

  /**
   * Calls `listener` when the top may have changed. Removing an open dialog fires no event and changes no attribute, so
   * removals are watched too.
   */
  readonly subscribe = (listener: () => void): (() => void) => {
    const removals = new MutationObserver(check);
    function check() {
      removals.disconnect();
      if (document.querySelector("dialog[open]"))
        removals.observe(document, { subtree: true, childList: true });
      listener();
    }
    const changes = new MutationObserver(check);
    changes.observe(document, {
      subtree: true,
      attributes: true,
      attributeFilter: ["open", "inert"],
    });
    document.addEventListener("fullscreenchange", listener);
    check();
    return () => {
      document.removeEventListener("fullscreenchange", listener);
      changes.disconnect();
      removals.disconnect();
    };
  };

  readonly top = (): Element => {
    const open = [...document.querySelectorAll("dialog:modal")];
    const stillOpen = this.#modals.filter((modal) => open.includes(modal));
    this.#modals = [...stillOpen, ...open.filter((modal) => !stillOpen.includes(modal))];
    const modal = this.#modals.at(-1);
    const covering = fillingElement(modal) ?? modal;
    return covering ?? (document.body.inert ? document.documentElement : document.body);
  };
}

/** The fullscreen element, if no modal dialog covers it and it shows its children. */
function fillingElement(modal: Element | undefined): Element | undefined {
  const { fullscreenElement, body } = document;
  if (!fullscreenElement || fullscreenElement.contains(body)) return undefined;
  if (modal && !modal.contains(fullscreenElement)) return undefined;
  return fullscreenElement.matches(replaced) ? undefined : fullscreenElement;
}

/** Elements that are not rendered from their children (HTML, "replaced elements"). */
const replaced = "audio, canvas, embed, iframe, img, object, svg, video";
