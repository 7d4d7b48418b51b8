import { setImmediate as turnEventLoop } from "node:timers/promises";
import { inRounds } from "../report/rounds.ts";
import type { CallCounts, CallsFound, CallsInput, Cost, MeasuredCalls } from "./calls-found.ts";
import type { Client, ClientOptions } from "./clients/client.ts";
import { type ClientName, clientNames } from "./clients/client-name.ts";
import { clients } from "./clients/clients.ts";
import { createFakeFetch } from "./fake-fetch.ts";
import { startLocalServer } from "./local-server.ts";

/** Else answers that are there at once would leave the event loop no turn, in which Node lets go of what was collected. */
const callsPerTurn = 50;

const { fake, http, server: script }: CallsInput = JSON.parse(process.argv[2] ?? "");
const server = await startLocalServer(script);
const found: CallsFound = {
  fake: await measureAll({ baseUrl: "https://api.agntix.ai", fetch: createFakeFetch() }, fake),
  http: await measureAll({ baseUrl: server.url, fetch: globalThis.fetch }, http),
};
server.stop();
console.log(JSON.stringify(found));

async function measureAll(
  options: ClientOptions,
  { rounds, calls, warmUp }: CallCounts,
): Promise<MeasuredCalls> {
  const made = new Map(clientNames.map((name) => [name, clients[name](options)]));
  const clientOf = (name: ClientName): Client => made.get(name) ?? missing(name);
  for (const name of clientNames) await requireRight(name, clientOf(name));
  const measure = async (kind: "ses" | "no") => {
    for (const name of clientNames) await costOf(clientOf(name), kind, warmUp);
    return inRounds(clientNames, rounds, (name) => costOf(clientOf(name), kind, calls));
  };
  return { found: await measure("ses"), notFound: await measure("no") };
}

/** What a call costs on average, one after the other. Garbage of those who came before is gone. */
async function costOf(client: Client, kind: string, calls: number): Promise<Cost> {
  globalThis.gc?.();
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  for (let call = 0; call < calls; call += 1) {
    try {
      await client.read(`${kind}_${call}`);
    } catch (thrown) {
      await client.failureOf(thrown);
    }
    if (call % callsPerTurn === 0) await turnEventLoop();
  }
  const wallMs = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpuUs: (user + system) / calls, wallUs: (1_000 * wallMs) / calls };
}

/** A client that does not do what is asked of it is not measured. */
async function requireRight(name: string, client: Client): Promise<void> {
  const session = JSON.stringify(await client.read("ses_1"));
  if (!session.startsWith('{"id":"ses_1",')) throw new Error(`${name} read ${session}`);
  const failure = await client.read("no_1").then(
    () => ({ code: "none", requestId: "none" }),
    (thrown: unknown) => client.failureOf(thrown),
  );
  if (failure.code !== "SESSION_NOT_FOUND" || !String(failure.requestId).startsWith("req_"))
    throw new Error(`${name} failed with ${failure.code}, ${failure.requestId}`);
}

function missing(name: string): never {
  throw new Error(`there is no client ${name}`);
}
