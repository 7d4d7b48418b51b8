/**
 * Numbers what is begun, over all clients: TanStack Query numbers the mutations of each client from 1, while the toasts of a
 * page with two clients are one list. Keyed by the object itself, so that nothing is kept for longer than it.
 */
const orders = new WeakMap<object, number>();
let lastOrder = 0;

/** A number higher than that of everything it was asked of before, and always the same for this object. */
export function orderOf(begun: object): number {
  const known = orders.get(begun);
  if (known !== undefined) return known;
  lastOrder += 1;
  orders.set(begun, lastOrder);
  return lastOrder;
}
