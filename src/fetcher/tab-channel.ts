import { readProperty } from "../error/read-property.ts";

/**
 * Messages between the tabs of an origin (BroadcastChannel). Every script of the origin can read them: they have
 * digests of tokens, never a token. Without a page or such a channel, nothing is sent or received.
 */
export class TabChannel {
  readonly name: string;
  #channel: BroadcastChannel | undefined;
  readonly #listeners: ((word: unknown) => void)[] = [];

  constructor(name: string) {
    this.name = name;
  }

  get isOpen(): boolean {
    return this.#channel !== undefined;
  }

  open(): void {
    if (this.#channel || typeof document === "undefined") return;
    try {
      this.#channel = new BroadcastChannel(this.name);
      this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        for (const listener of this.#listeners) listener(data);
      };
      // Only Node's channel has it; without it, an open channel would keep the process alive.
      if ("unref" in this.#channel && typeof this.#channel.unref === "function")
        this.#channel.unref();
    } catch {
      // Sandboxed frames have the class but may not use it: each tab then knows only its own renewals.
    }
  }

  tell(word: Readonly<Record<string, string>>): void {
    try {
      this.#channel?.postMessage(word);
    } catch {
      // The page has closed the channel.
    }
  }

  /** Calls back with each message of another tab that has these members, for as long as this object lives. */
  onWord<Member extends string>(
    members: readonly Member[],
    listener: (word: Readonly<Record<Member, string>>) => void,
  ): void {
    this.#listeners.push((word) => {
      if (hasTexts(word, members)) listener(word);
    });
  }
}

function hasTexts<Member extends string>(
  word: unknown,
  members: readonly Member[],
): word is Record<Member, string> {
  return members.every((member) => typeof readProperty(word, member) === "string");
}
