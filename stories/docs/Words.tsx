import type { ReactNode } from "react";

/** A sentence in which `backticks` are code, for words that are given as a property. */
export function Words({ children }: { children: string }) {
  const words: ReactNode[] = [];
  for (const piece of children.split("`"))
    words.push(words.length % 2 === 1 ? <code key={words.length}>{piece}</code> : piece);
  return words;
}
