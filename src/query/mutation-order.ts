/**
 * The number given last. Module-level, since it counts over all clients: TanStack Query numbers the mutations of each client
 * from 1, while the toasts of a page with two clients are one list.
 */
let last = 0;

/** Numbers what is begun, over all clients: the higher is the later. Nothing is kept for longer than what is numbered. */
export class MutationOrder {
  readonly #numbers = new WeakMap<object, number>();

  /** A number higher than that of everything that was numbered before, and always the same for this object. */
  of(begun: object): number {
    const known = this.#numbers.get(begun);
    if (known !== undefined) return known;
    last += 1;
    this.#numbers.set(begun, last);
    return last;
  }
}
