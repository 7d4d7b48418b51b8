import { SourceMap } from "node:module";
import type { Chunk } from "./bundle.ts";
import { brotliBytes } from "./weigh.ts";

/** What part of a bundle comes from one folder of the kit's sources, or from one package. */
export interface Share {
  from: string;
  minifiedBytes: number;
  /** By how much the compressed bundle would be smaller without that text. */
  brotliBytes: number;
}

/** The shares of a bundle, the largest first. */
export function sharesOf(chunks: readonly Chunk[]): Share[] {
  const texts = chunks.map((chunk) => piecesOf(chunk));
  const whole = sumOf(texts.map((pieces) => brotliBytes(joined(pieces))));
  const origins = new Set(texts.flat().map(({ from }) => from));
  return [...origins]
    .map((from) => {
      const without = texts.map((pieces) => joined(pieces.filter((piece) => piece.from !== from)));
      const own = texts.flat().filter((piece) => piece.from === from);
      return {
        from,
        minifiedBytes: Buffer.byteLength(joined(own)),
        brotliBytes: whole - sumOf(without.map(brotliBytes)),
      };
    })
    .sort((a, b) => b.minifiedBytes - a.minifiedBytes);
}

interface Piece {
  text: string;
  from: string;
}

const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Cuts a chunk's text where its source map says that another source begins. */
function piecesOf({ code, map }: Chunk): Piece[] {
  const sources = new SourceMap(JSON.parse(map));
  const pieces: Piece[] = [];
  for (const [line, text] of code.split(/(?<=\n)/).entries()) {
    for (const [column, character] of Array.from(text).entries()) {
      const entry = sources.findEntry(line, column);
      // Where nothing is mapped, Node gives an entry of undefined values.
      const source: unknown = Reflect.get(entry, "originalSource");
      const from = typeof source === "string" ? originOf(source) : "the bundler";
      const last = pieces.at(-1);
      if (last?.from === from) last.text += character;
      else pieces.push({ text: character, from });
    }
  }
  return pieces;
}

/** The folder below the kit's sources, or the name of the package, that a source is in. */
export function originOf(source: string): string {
  const [, inPackage] = source.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
  if (inPackage !== undefined) return inPackage;
  const [, inKit] = source.match(/.*\.cache\/bench\/library\/(.+)/) ?? [];
  if (inKit === undefined) return "the app";
  const folders = inKit.split("/").slice(0, -1);
  return `src/${folders.slice(0, folders[0] === "components" ? 2 : 1).join("/")}`;
}
