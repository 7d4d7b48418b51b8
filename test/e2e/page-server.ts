import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

export interface PageServer {
  /** `http://localhost:port`: secure enough for the clipboard, and another site than `127.0.0.1`. */
  readonly url: string;
  close(): Promise<void>;
}

const contentTypes = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".map", "application/json"],
]);

/**
 * Serves a folder. A page asked for with `csp=strict` gets the policy that the kit promises to work under, and then
 * some; `api` in the same query is the one origin it may connect to. `csp=own-files` gives that policy to the letter.
 */
export async function startPageServer(folder: string): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const policy = policies.get(searchParams.get("csp") ?? "");
    if (policy)
      response.setHeader("content-security-policy", policy(searchParams.get("api") ?? "'none'"));
    await sendFile(response, join(folder, normalize(pathname.replace(/\/$/, "/index.html"))));
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
    });
  });
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const ownFilesOnly = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "require-trusted-types-for 'script'",
];

const policies = new Map<string, (apiUrl: string) => string>([
  ["own-files", () => ownFilesOnly.join("; ")],
  [
    "strict",
    (apiUrl) =>
      [
        ...ownFilesOnly,
        "img-src 'self' data:",
        `connect-src 'self' ${apiUrl}`,
        "trusted-types 'none'",
      ].join("; "),
  ],
]);

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  try {
    const content = await readFile(path);
    const contentType = contentTypes.get(extname(path)) ?? "application/octet-stream";
    response.writeHead(200, { "content-type": contentType }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}
