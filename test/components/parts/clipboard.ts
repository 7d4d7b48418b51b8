import { vi } from "vitest";

/** Gives the page a clipboard. jsdom has none, as a plain http page has none. */
export function giveClipboard(write: (text: string) => Promise<void> = async () => {}) {
  const writeText = vi.fn(write);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  return writeText;
}

/** Takes the clipboard and the command away again. */
export function takeClipboard(): void {
  Reflect.deleteProperty(navigator, "clipboard");
  Reflect.deleteProperty(document, "execCommand");
}

/** Gives the page `execCommand("copy")`, which jsdom lacks, and tells what it was called on. */
export function fakeCommand(answer: () => boolean = () => true) {
  const copied: string[] = [];
  const parents: (Element | null)[] = [];
  Object.defineProperty(document, "execCommand", {
    configurable: true,
    value: () => {
      const { activeElement } = document;
      if (activeElement instanceof HTMLTextAreaElement) copied.push(activeElement.value);
      parents.push(activeElement?.parentElement ?? null);
      return answer();
    },
  });
  return { copied, parents };
}
