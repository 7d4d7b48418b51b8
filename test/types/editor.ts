import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as z from "zod/mini";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

const Message = z.object({
  // Of the server's own questions a text.
  id: z.optional(z.union([z.number(), z.string()])),
  method: z.optional(z.string()),
  result: z.optional(z.unknown()),
});

const Completions = z.object({ items: z.array(z.object({ label: z.string() })) });

/** What an editor offers at the end of each source, which stands in a folder. */
export async function completionsAtEndOf(
  sources: readonly string[],
  folder = import.meta.url,
): Promise<string[][]> {
  const questions = sources.map((text, index): Question => {
    // No such file is there: the server knows of it what it is told.
    const url = new URL(`opened-in-an-editor-${index}.ts`, folder);
    const lines = text.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length };
    return { url, text, method: "textDocument/completion", params: { position } };
  });
  const answers = await ask(questions);
  return answers.map((answer) => Completions.parse(answer).items.map(({ label }) => label));
}

const Diagnostics = z.object({
  items: z.array(
    z.object({
      message: z.string(),
      range: z.object({ start: z.object({ line: z.number() }) }),
      tags: z.optional(z.array(z.number())),
    }),
  ),
});

/** `DiagnosticTag.Deprecated` of the protocol. */
const deprecated = 2;

/** What an editor strikes through in files: the place below the project, then what it says of it. */
export async function deprecationsIn(paths: readonly string[]): Promise<string[]> {
  const questions = paths.map(async (path): Promise<Question> => {
    const text = await readFile(path, "utf8");
    return { url: pathToFileURL(path), text, method: "textDocument/diagnostic" };
  });
  const answers = await ask(await Promise.all(questions));
  return answers.flatMap((answer, index) =>
    Diagnostics.parse(answer)
      .items.filter(({ tags }) => tags?.includes(deprecated))
      .map(({ message, range }) => {
        const place = `${relative(root, paths[index] ?? "").replaceAll("\\", "/")}:${range.start.line + 1}`;
        return `${place} ${message}`;
      }),
  );
}

interface Question {
  /** Of the file that is asked about, and what the editor has in it. */
  url: URL;
  text: string;
  method: string;
  params?: object;
}

/** TypeScript's own server answers, by the Language Server Protocol, as it does an editor. */
async function ask(questions: readonly Question[]): Promise<unknown[]> {
  const server = spawn(process.execPath, [tsc, "--lsp", "--stdio"]);
  const send = (message: object) => {
    const json = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  };
  const capabilities = { textDocument: { diagnostic: { tagSupport: { valueSet: [deprecated] } } } };
  const initialize = { processId: process.pid, rootUri: null, capabilities };
  send({ id: "initialize", method: "initialize", params: initialize });
  send({ method: "initialized", params: {} });
  for (const [id, { url, text, method, params }] of questions.entries()) {
    const languageId = url.href.endsWith("x") ? "typescriptreact" : "typescript";
    const textDocument = { uri: url.href, languageId, version: 1, text };
    send({ method: "textDocument/didOpen", params: { textDocument } });
    send({ id, method, params: { textDocument, ...params } });
  }
  const answers: unknown[] = [];
  try {
    for await (const { id, method, result } of messagesOf(server.stdout)) {
      // The server asks too, such as for the editor's settings.
      if (method !== undefined && id !== undefined) send({ id, result: [] });
      else if (typeof id === "number") answers[id] = result;
      if (Object.keys(answers).length === questions.length) return answers;
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
