/**
 * The last number. Module-level, since it counts over all clients: TanStack Query numbers each client's mutations from
 * 1, but a page with two clients has one list of toasts.
 */
let last = 0;

/** Numbers objects over all clients: a higher number began later. An entry lives as long as its object. */
export class MutationOrder {
  readonly #numbers = new WeakMap<object, number>();

  /** A higher number than that of any object before, and always the same one for this object. */
  of(begun: object): number {
    const known = this.#numbers.get(begun);
    if (known !== undefined) return known;
    last += 1;
    this.#numbers.set(begun, last);
    return last;
  }
}
