import { brotliCompressSync } from "node:zlib";
import type { Chunk } from "./bundle.ts";

/** Bytes of a text as a server sends it: compressed with brotli, at its best. */
export function brotliBytes(text: string): number {
  return brotliCompressSync(text).length;
}

export interface Weight {
  /** What a page loads at once. */
  firstBytes: number;
  /** What it loads later, by `import()`. */
  laterBytes: number;
  minifiedBytes: number;
}

/** Each chunk is a file of its own, and is compressed by itself. */
export function weigh(chunks: readonly Chunk[]): Weight {
  const sum = (some: readonly Chunk[], sizeOf: (text: string) => number) =>
    some.reduce((bytes, { code }) => bytes + sizeOf(code), 0);
  return {
    firstBytes: sum(
      chunks.filter(({ isFirst }) => isFirst),
      brotliBytes,
    ),
    laterBytes: sum(
      chunks.filter(({ isFirst }) => !isFirst),
      brotliBytes,
    ),
    minifiedBytes: sum(chunks, (text) => Buffer.byteLength(text)),
  };
}
