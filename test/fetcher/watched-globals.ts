/**
 * Runs in a thread of its own: imports the kit without React, uses it, and tells what that changed of the globals. The
 * kit is imported only after the first look.
 */
import { parentPort } from "node:worker_threads";

export interface GlobalsReport {
  /** Attempts. */
  sent: number;
  /** Globals, and what they have, before the kit was imported. */
  looks: number;
  /** Their names, of those that came, went or are another thing now. */
  changed: string[];
}

// Node makes its own dispatcher for fetch when a Response is first used.
new Response();
const before = look();
const { apiKey, bearer, createApi, guide, reportError, toApiError } = await import(
  "../../src/core.ts"
);

const answers = [
  () => new Response('{"ok":true}'),
  () => new Response('{"error":{"code":"SESSION_NOT_FOUND"}}', { status: 404 }),
  () => new Response("<html>", { status: 503 }),
  () => Promise.reject(new TypeError("fetch failed")),
  () => new Response("not JSON"),
  () => new Response("{}", { status: 401 }),
];
let sent = 0;
for (const credentials of [
  apiKey("k"),
  bearer({ token: () => "t", refresh: async () => "u", onSessionExpired: () => {} }),
]) {
  const api = createApi({
    baseUrl: "https://api.example",
    credentials,
    fetch: async () => {
      sent += 1;
      const answer = answers[sent % answers.length];
      if (!answer) throw new Error("no answer");
      return answer();
    },
    retry: { baseDelayMs: 0 },
    onError: (error) => reportError(error),
  });
  for (let call = 0; call < 2 * answers.length; call += 1)
    await api
      .request("POST /v1/sessions", { body: { call }, idempotencyKey: true, timeoutMs: 1_000 })
      .catch((error: unknown) => guide(toApiError(error)));
}

const after = look();
const report: GlobalsReport = {
  sent,
  looks: before.size,
  changed: [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !Object.is(before.get(name), after.get(name)),
  ),
};
parentPort?.postMessage(report);

/** What each global is, and what each of them and its prototype has. */
function look(): Map<string, unknown> {
  const seen = new Map<string, unknown>();
  for (const name of Reflect.ownKeys(globalThis)) {
    const value: unknown = Reflect.get(globalThis, name);
    seen.set(String(name), value);
    for (const [within, owner] of owners(String(name), value))
      for (const key of Reflect.ownKeys(owner))
        seen.set(`${within}.${String(key)}`, heldBy(owner, key));
  }
  return seen;
}

function owners(name: string, value: unknown): [string, object][] {
  // Node's own figures: they change by themselves.
  if (name === "process" || name === "performance") return [];
  if (typeof value === "object" && value !== null && value !== globalThis) return [[name, value]];
  if (typeof value !== "function") return [];
  const prototype: unknown = Reflect.get(value, "prototype");
  return typeof prototype === "object" && prototype !== null
    ? [
        [name, value],
        [`${name}.prototype`, prototype],
      ]
    : [[name, value]];
}

/** A getter is looked at, not asked. */
function heldBy(owner: object, key: string | symbol): unknown {
  const found = Reflect.getOwnPropertyDescriptor(owner, key);
  return found?.get ?? found?.value;
}
