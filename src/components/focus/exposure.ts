/**
 * Attributes that hide an element, and marks that libraries leave on what they hid: `data-base-ui-inert`,
 * `data-aria-hidden`, …
 */
const hiding = /aria-hidden|inert/;

/**
 * Keeps an element from being hidden from assistive technology or made inert. Dialogs do that to everything beside
 * them: when they open (Radix, Base UI, MUI, Headless UI), and to elements that are added while they are open (React
 * Aria).
 *
 * @returns a function that ends it
 */
export function keepExposed(element: Element): () => void {
  function expose(): void {
    for (const name of element.getAttributeNames())
      if (hiding.test(name)) element.removeAttribute(name);
  }
  const hidings = new MutationObserver(expose);
  hidings.observe(element, { attributes: true });
  return () => hidings.disconnect();
}
