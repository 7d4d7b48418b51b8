/** What hides, and the marks by which it is known later what was hidden: `data-base-ui-inert`, `data-aria-hidden`, … */
const hiding = /aria-hidden|inert/;

/**
 * Keeps an element from being hidden from assistive technology and from being made inert. A dialog does so to all that
 * is beside it: as it opens (Radix, Base UI, MUI, Headless UI), and to what comes while it is open (React Aria).
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
