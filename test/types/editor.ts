import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

const Message = z.object({
  // Of the server's own questions a text.
  id: z.optional(z.union([z.number(), z.string()])),
  method: z.optional(z.string()),
  result: z.optional(z.unknown()),
});

const Completions = z.object({ items: z.array(z.object({ label: z.string() })) });

/**
 * What an editor offers at the end of each source, which stands in this folder, as TypeScript's own server tells it by
 * the Language Server Protocol.
 */
export async function completionsAtEndOf(sources: readonly string[]): Promise<string[][]> {
  const server = spawn(process.execPath, [tsc, "--lsp", "--stdio"]);
  const send = (message: object) => {
    const json = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  };
  const initialize = { processId: process.pid, rootUri: null, capabilities: {} };
  send({ id: "initialize", method: "initialize", params: initialize });
  send({ method: "initialized", params: {} });
  for (const [id, text] of sources.entries()) {
    // No such file is there: the server knows of it what it is told.
    const uri = new URL(`opened-in-an-editor-${id}.ts`, import.meta.url).href;
    const textDocument = { uri, languageId: "typescript", version: 1, text };
    const lines = text.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length };
    send({ method: "textDocument/didOpen", params: { textDocument } });
    send({ id, method: "textDocument/completion", params: { textDocument, position } });
  }
  const offered: string[][] = [];
  try {
    for await (const { id, method, result } of messagesOf(server.stdout)) {
      // The server asks too, such as for the editor's settings.
      if (method !== undefined && id !== undefined) send({ id, result: [] });
      else if (typeof id === "number")
        offered[id] = Completions.parse(result).items.map(({ label }) => label);
      if (Object.keys(offered).length === sources.length) return offered;
    }
    throw new Error("TypeScript's server ended without an answer.");
  } finally {
    server.kill();
  }
}

/** Each comes after a header that tells its length in bytes. */
async function* messagesOf(stream: Readable) {
  let read = Buffer.alloc(0);
  for await (const chunk of stream) {
    read = Buffer.concat([read, chunk]);
    for (;;) {
      const start = read.indexOf("\r\n\r\n") + 4;
      const length = /Content-Length: (\d+)/i.exec(read.toString("latin1"))?.[1];
      const end = start + Number(length);
      if (start < 4 || read.length < end) break;
      yield Message.parse(JSON.parse(read.toString("utf8", start, end)));
      read = read.subarray(end);
    }
  }
}
