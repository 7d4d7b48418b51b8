/** A message on its way. */
export interface Sending {
  readonly sessionId: string;
  readonly text: string;
  readonly signal: AbortSignal;
}

/**
 * What the person has written, by session: it is in the composer or on its way, and never lost in between. It outlives
 * the composer, so that a message that fails while another session shows is found again.
 */
export class Outbox {
  readonly #drafts = new Map<string, string>();
  readonly #sending = new Map<string, Sending & { controller: AbortController }>();
  readonly #listeners = new Set<() => void>();

  draft(sessionId: string): string {
    return this.#drafts.get(sessionId) ?? "";
  }

  sending(sessionId: string): Sending | undefined {
    return this.#sending.get(sessionId);
  }

  write(sessionId: string, text: string): void {
    this.#drafts.set(sessionId, text);
    this.#notify();
  }

  /** Takes the draft out of the composer. */
  start(sessionId: string): Sending {
    const controller = new AbortController();
    const text = this.draft(sessionId);
    const sending = { sessionId, text, controller, signal: controller.signal };
    this.#sending.set(sessionId, sending);
    this.write(sessionId, "");
    return sending;
  }

  sent(sending: Sending): void {
    if (this.#sending.get(sending.sessionId) !== sending) return;
    this.#sending.delete(sending.sessionId);
    this.#notify();
  }

  /** Back into the composer, before anything that was written meanwhile. */
  putBack(sending: Sending): void {
    const { sessionId, text } = sending;
    if (this.#sending.get(sessionId) !== sending) return;
    this.#sending.delete(sessionId);
    const written = this.draft(sessionId);
    this.write(sessionId, written === "" ? text : `${text}\n${written}`);
  }

  cancel(sessionId: string): void {
    const sending = this.#sending.get(sessionId);
    if (!sending) return;
    this.putBack(sending);
    sending.controller.abort();
  }

  cancelAll(): void {
    for (const sessionId of [...this.#sending.keys()]) this.cancel(sessionId);
  }

  /** For a session that takes no more messages: what was written for it goes on in another. */
  move(fromId: string, toId: string): void {
    const text = this.draft(fromId);
    if (text === "" || fromId === toId) return;
    this.#drafts.delete(fromId);
    this.write(toId, text);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
