import { readProperty } from "../error/read-property.ts";

/**
 * What the tabs of an origin tell each other (BroadcastChannel). Their words are public to every script of the origin:
 * digests of tokens, never a token. Where there is no page, or no such channel, nothing is said and nothing is heard.
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
      // Only Node's has it, where an open channel would keep the process alive.
      if ("unref" in this.#channel && typeof this.#channel.unref === "function")
        this.#channel.unref();
    } catch {
      // Sandboxed frames have the class and may not use it: each tab then knows its own renewals only.
    }
  }

  tell(word: Readonly<Record<string, string>>): void {
    try {
      this.#channel?.postMessage(word);
    } catch {
      // Closed with its page.
    }
  }

  /** Calls back with each word of another tab that has these members, for as long as there is this object. */
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
