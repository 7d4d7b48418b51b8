import { keepExposed } from "./exposure.ts";
import { ModalStack } from "./modal-stack.ts";

/** Words to announce once. */
export interface Words {
  text: string;
  /** A BCP 47 tag. */
  language: string;
  /** Words for how many announcements were left out: "5 more". */
  more: (count: number) => string;
}

/** Screen readers hear a live region only if it was there before its words. React Aria waits for as long. */
const noticedAfterMs = 100;

/**
 * Long enough for a screen reader to take the words. Then they go, so that a region that moves takes no old words
 * along.
 */
const wordsStayMs = 3_000;

/** Nobody can follow more at a time. The others are counted. */
const maxWords = 3;

interface Said {
  words: Words;
  element: HTMLElement | undefined;
}

/**
 * Announces to screen readers what happened, through one live region. The region is there before its words, and inside
 * the modal dialog that makes the rest of the page inert. It is apart from cards and toasts, since their buttons would
 * be read out as well. Equal words are announced again: each announcement is a new element, since replacing a text with
 * the same text would be no change.
 */
export class Announcer {
  readonly #modals = new ModalStack();
  #stopWatching = () => {};
  #endExposure = () => {};
  #region: HTMLElement | undefined;
  #noticedAtMs = 0;
  #users = 0;
  #said: Said[] = [];
  /** How many announcements were left out so far. */
  #unsaid = 0;
  #last: Words | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Keeps the region in the document until the returned function is called. */
  retain(): () => void {
    this.#users += 1;
    // Moves the region into a dialog as it opens, so that it is noticed there before anything is said.
    if (this.#users === 1) {
      this.#stopWatching();
      this.#stopWatching = this.#modals.subscribe(() => this.#place());
    }
    this.#place();
    return () => {
      this.#users -= 1;
      // StrictMode unmounts everything and mounts it again at once.
      queueMicrotask(() => this.#users === 0 && this.#remove());
    };
  }

  /**
   * Announces the words.
   * @returns a function that takes back words that may not have been heard yet
   */
  say(words: Words): () => void {
    this.#last = words;
    if (this.#said.length >= maxWords) {
      this.#unsaid += 1;
      return () => {};
    }
    const said: Said = { words, element: undefined };
    this.#said.push(said);
    this.#place();
    const waitMs = this.#noticedAtMs - performance.now();
    if (waitMs > 0) this.#schedule(waitMs, () => this.#speak());
    else this.#speak();
    return () => {
      this.#said = this.#said.filter((other) => other !== said);
      said.element?.remove();
    };
  }

  /** Counts announcements that are left out, to be announced as "5 more". */
  sayMore(count: number): void {
    this.#unsaid += count;
  }

  #speak(): void {
    this.#place();
    for (const said of this.#said) said.element ??= this.#put(said.words);
    this.#schedule(wordsStayMs, () => this.#fallSilent());
  }

  /** The words have been heard. Announces how many were left out meanwhile. */
  #fallSilent(): void {
    for (const { element } of this.#said) element?.remove();
    this.#said = [];
    const count = this.#unsaid;
    this.#unsaid = 0;
    if (count > 0 && this.#last) this.say({ ...this.#last, text: this.#last.more(count) });
  }

  #put({ text, language }: Words): HTMLElement {
    const element = document.createElement("p");
    element.lang = language;
    element.textContent = text;
    this.#region?.append(element);
    return element;
  }

  #schedule(delayMs: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, delayMs);
  }

  /** Moves the region to where it can be heard. It arrives empty: old words would be announced again. */
  #place(): void {
    const parent = this.#modals.top();
    if (this.#region?.parentNode === parent) return;
    this.#region ??= this.#makeRegion();
    this.#region.replaceChildren();
    parent.append(this.#region);
    this.#noticedAtMs = performance.now() + noticedAfterMs;
  }

  #makeRegion(): HTMLElement {
    const region = document.createElement("div");
    region.setAttribute("aria-live", "assertive");
    region.setAttribute("aria-relevant", "additions");
    region.className = "recourse-offscreen";
    this.#endExposure = keepExposed(region);
    return region;
  }

  #remove(): void {
    this.#stopWatching();
    this.#stopWatching = () => {};
    clearTimeout(this.#timer);
    this.#endExposure();
    this.#region?.remove();
    this.#region = undefined;
    this.#said = [];
    this.#unsaid = 0;
  }
}

/**
 * The page's only announcer, since two would speak at once: cards without a provider and several providers share it. It
 * says nothing on a server, where no effect runs.
 */
export const announcer = new Announcer();
