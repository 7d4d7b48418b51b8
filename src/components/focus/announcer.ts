import { keepExposed } from "./exposure.ts";
import { ModalStack } from "./modal-stack.ts";

/** What is said, once. */
export interface Words {
  text: string;
  /** BCP 47. */
  language: string;
  /** How to say that there is more, where too much comes at once: "5 more". */
  more: (count: number) => string;
}

/** A live region is heard only where it was there before its words: it is given this time to be noticed, as React Aria does. */
const noticedAfterMs = 100;

/** Long enough for a screen reader to take the words; gone then, so that a region that moves brings none along. */
const wordsStayMs = 3_000;

/** More than these at a time nobody can follow. The others are counted. */
const maxWords = 3;

interface Said {
  words: Words;
  element: HTMLElement | undefined;
}

/**
 * Says what happened to people who listen: one live region, there before its words are, and inside of the
 * modal dialog that makes the rest of the page inert. It stands apart from cards and toasts, whose buttons would be read
 * as well. Equal words are said again: each is an element of its own, and a text that gives way to the same text is no
 * change.
 */
export class Announcer {
  readonly #modals = new ModalStack();
  #stopWatching = () => {};
  #endExposure = () => {};
  #region: HTMLElement | undefined;
  #noticedAtMs = 0;
  #users = 0;
  #said: Said[] = [];
  /** How many came while enough was being said already. */
  #unsaid = 0;
  #last: Words | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Has the region there for as long as somebody may have something to say. */
  retain(): () => void {
    this.#users += 1;
    // Into a dialog as it opens, so that the region is known there before anything is said.
    if (this.#users === 1) {
      this.#stopWatching();
      this.#stopWatching = this.#modals.subscribe(() => this.#place());
    }
    this.#place();
    return () => {
      this.#users -= 1;
      // StrictMode takes everything off and puts it back at once.
      queueMicrotask(() => this.#users === 0 && this.#remove());
    };
  }

  /** @returns a function that takes back what may not have been heard yet */
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

  /** Counts what is too much to be said: "5 more". */
  sayMore(count: number): void {
    this.#unsaid += count;
  }

  #speak(): void {
    this.#place();
    for (const said of this.#said) said.element ??= this.#put(said.words);
    this.#schedule(wordsStayMs, () => this.#fallSilent());
  }

  /** The words have been heard. What came meanwhile is told as a number. */
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

  /** Where it can be heard. What it says there is new to whoever listens, so that it takes no old words along. */
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
 * The page's only one, since two would speak at once: cards without a provider and several providers share it. It says
 * nothing on a server, where no effect runs.
 */
export const announcer = new Announcer();
