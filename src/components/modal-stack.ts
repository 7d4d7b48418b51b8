/**
 * Knows which element of the page can be read and pressed: the modal `<dialog>` that was opened last, since that makes
 * all of the page outside of it inert, the top layer included (HTML, "inert subtrees"); else the body, or an element
 * beside it where an app has made its body inert.
 */
export class ModalStack {
  /** In the order in which they were opened, which the document does not tell. */
  #modals: readonly Element[] = [];
  #outside: Element | undefined;

  /** Calls back when the top may have changed. Removing an open dialog fires no event and changes no attribute. */
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
    check();
    return () => {
      changes.disconnect();
      removals.disconnect();
      this.#outside?.remove();
    };
  };

  readonly top = (): Element => {
    const open = [...document.querySelectorAll("dialog:modal")];
    const stillOpen = this.#modals.filter((modal) => open.includes(modal));
    this.#modals = [...stillOpen, ...open.filter((modal) => !stillOpen.includes(modal))];
    return this.#modals.at(-1) ?? (document.body.inert ? this.#besideBody() : document.body);
  };

  /** React puts what is meant for `<html>` into the body, so that an element of its own is needed. */
  #besideBody(): Element {
    this.#outside ??= document.createElement("div");
    if (!this.#outside.isConnected) document.documentElement.append(this.#outside);
    return this.#outside;
  }
}
