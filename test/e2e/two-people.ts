/** What two people do on one page, and what came of it at the server and on the screen. */

import type { Page } from "playwright";
import type { RecordedRequest, Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";
import type { TestServer } from "../server/server.ts";

export type Person = "ada" | "bob";

const people: readonly Person[] = ["ada", "bob"];

/** Answers that fail for good, each with a request id of its own. */
export const refused = fault.error("NOTE_REFUSED", { status: 409 });
export const created = fault.ok({ saved: true }, 201);

/** What each request gets in turn; the last one repeats. */
export function inTurn(...replies: readonly Reply[]): Reply {
  const left = [...replies];
  return async (exchange) => {
    const reply = left.length > 1 ? left.shift() : left[0];
    await reply?.(exchange);
  };
}

type Note = [signer: Person | "nobody", text: string];

const toNote = (request: RecordedRequest): Note => [
  signerOf(request) ?? "nobody",
  JSON.parse(request.body).text,
];

/** The server of an app in which both have an account. Who signs with nothing gets a 401. */
export class AccountServer {
  readonly notes: Record<Person, Reply> = { ada: created, bob: created };
  readonly profile: Record<Person, Reply> = { ada: fault.ok({}), bob: fault.ok({}) };
  refresh: Reply;
  readonly #server: TestServer;
  /** Tokens of sessions that are over. */
  readonly #expired = new Set<string | undefined>();
  readonly #saved = new Set<RecordedRequest>();

  constructor(server: TestServer, signing: string) {
    this.#server = server;
    this.refresh = (exchange) => {
      const person = signerOf(exchange.request);
      const reply = person
        ? fault.ok({ token: tokenOf(person, exchange.requestId, signing) })
        : fault.error("UNAUTHORIZED");
      return reply(exchange);
    };
    for (const person of people) {
      server.script(`POST /v1/people/${person}/notes`, [this.#ifSigned(() => this.notes[person])]);
      server.script(`GET /v1/people/${person}`, [this.#ifSigned(() => this.profile[person])]);
    }
    server.script("POST /v1/refresh", [(exchange) => this.refresh(exchange)]);
  }

  /** Ends the session of every token so far. */
  expireTokens(): void {
    for (const { headers } of this.#server.requests) this.#expired.add(headers["authorization"]);
    this.#expired.delete(undefined);
  }

  /** The notes that arrived: who signed each, and what it says of whose it is. */
  get sent(): Note[] {
    return this.#notes.map(toNote);
  }

  /** Of these the ones that anybody has signed. */
  get signed(): Note[] {
    return this.sent.filter(([signer]) => signer !== "nobody");
  }

  /** Of these the ones that were not refused. */
  get saved(): Note[] {
    return this.#notes.filter((request) => this.#saved.has(request)).map(toNote);
  }

  /** The idempotency keys that notes came with, each once. */
  get keys(): (string | undefined)[] {
    return [...new Set(this.#notes.map(({ headers }) => headers["idempotency-key"]))];
  }

  get #notes(): readonly RecordedRequest[] {
    return this.#server.requests.filter(({ path }) => path.endsWith("/notes"));
  }

  /** Every request that has anything of a person's, from the one with this index on. */
  requestsOf(person: Person, from = 0): readonly RecordedRequest[] {
    return this.#server.requests.slice(from).filter((request) => isOf(person, request));
  }

  /** Whose notes were answered with these ids. */
  writersOf(requestIds: readonly string[]): (Person | undefined)[] {
    const answered = new Map(this.#notes.map((request) => [request.requestId, request]));
    return requestIds.map((id) => {
      const { path = "" } = answered.get(id) ?? {};
      return people.find((person) => path.includes(`/${person}/`));
    });
  }

  /** Everything that only Ada may see: the ids of her answers, her paths, what she wrote. */
  get secretsOfAda(): readonly string[] {
    return ["/people/ada", "of ada", ...this.requestsOf("ada").map(({ requestId }) => requestId)];
  }

  #ifSigned(reply: () => Reply): Reply {
    return async (exchange) => {
      const { request, response } = exchange;
      const isSigned = signerOf(request) && !this.#expired.has(request.headers["authorization"]);
      await (isSigned ? reply() : fault.error("UNAUTHORIZED"))(exchange);
      if (response.statusCode === 201) this.#saved.add(request);
    };
  }
}

/** Who a request was signed by: with a key, a cookie, a token that has the name in it, or one that says so in a claim. */
export function signerOf({ headers }: RecordedRequest): Person | undefined {
  const secrets = [headers["x-api-key"], headers["x-cookie"], headers["authorization"]];
  const [secret = ""] = secrets.filter((value) => value !== undefined);
  const [, payload = ""] = /^Bearer [\w-]+\.([\w-]+)\./.exec(secret) ?? [];
  const claims = Buffer.from(payload, "base64").toString("utf8");
  return people.find((person) =>
    new RegExp(`\\b(key|cookie|T)-${person}\\b|"sub":"${person}"`).test(secret + claims),
  );
}

/** Whether a request has anything of a person's: their signature, their path or what they wrote. */
function isOf(person: Person, request: RecordedRequest): boolean {
  const { path, body } = request;
  return signerOf(request) === person || path.includes(`/${person}`) || body.includes(person);
}

/** Another one each time. One that is no JWT says nothing to the kit of whose it is. */
function tokenOf(person: Person, id: string, signing: string): string {
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
  const claims = { iss: "https://id.example", sub: person, jti: id };
  return signing.includes("JWT")
    ? `${part({ alg: "none" })}.${part(claims)}.`
    : `T-${person}-${id}`;
}

/** What the page has shown since, all of it, in order. */
export async function watchPage(page: Page): Promise<() => Promise<string>> {
  const seen = await page.evaluateHandle(() => {
    const shown = [document.body.outerHTML];
    new MutationObserver(() => shown.push(document.body.outerHTML)).observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    return shown;
  });
  return () => seen.evaluate((shown) => [...shown, document.body.outerHTML].join("\n"));
}
