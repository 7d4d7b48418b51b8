import { fileURLToPath } from "node:url";
import { markdownTable } from "../report/markdown-table.ts";
import { ratioText, ratioTo, spreadOf } from "../report/spread.ts";
import { buildScript } from "../scripts/build-script.ts";
import { runScript } from "../scripts/run-script.ts";
import type {
  CallCounts,
  CallsFound,
  CallsInput,
  ClientCosts,
  Cost,
  MeasuredCalls,
} from "./calls-found.ts";

const whole = {
  fake: { rounds: 28, calls: 500, warmUp: 3_000 },
  http: { rounds: 28, calls: 100, warmUp: 500 },
};
const quick = {
  fake: { rounds: 3, calls: 50, warmUp: 100 },
  http: { rounds: 3, calls: 20, warmUp: 20 },
};

/** Measures what one call of each client costs. */
export async function measureCalls({ isQuick }: { isQuick: boolean }): Promise<string> {
  const server = fileURLToPath(await buildScript("calls/server.ts"));
  const input: CallsInput = { ...(isQuick ? quick : whole), server };
  const found = await runScript<CallsFound>(await buildScript("calls/worker.ts"), input);
  const { fake, http } = input;
  return [
    "### A call whose answer is there at once: CPU time against bare `fetch`",
    `${countsText(fake)} Bare \`fetch\` itself: ${baseText(found.fake, "cpuUs")}.`,
    callTable(found.fake, "cpuUs"),
    "### A call over HTTP: CPU time of the client's process against bare `fetch`",
    `${countsText(http)} Bare \`fetch\` itself: ${baseText(found.http, "cpuUs")}.`,
    callTable(found.http, "cpuUs"),
    "### A call over HTTP: time until it is settled, against bare `fetch`",
    `From the same calls. Bare \`fetch\` itself: ${baseText(found.http, "wallUs")}.`,
    callTable(found.http, "wallUs"),
  ].join("\n\n");
}

const countsText = ({ rounds, calls, warmUp }: CallCounts) =>
  `${rounds} rounds, in each ${calls} calls of each client one after the other, after ${warmUp} that do not count.`;

const figuresOf = (costs: ClientCosts, client: string, figure: keyof Cost) =>
  costs.find(({ name }) => name === client)?.figures.map((cost) => cost[figure]) ?? [];

function baseText({ found, notFound }: MeasuredCalls, figure: keyof Cost): string {
  const text = (costs: ClientCosts) =>
    `${spreadOf(figuresOf(costs, "bare fetch", figure)).median.toFixed(0)} µs`;
  return `${text(found)} for a 200, ${text(notFound)} for a 404`;
}

export function callTable({ found, notFound }: MeasuredCalls, figure: keyof Cost): string {
  const cell = (costs: ClientCosts, client: string) =>
    ratioText(ratioTo(figuresOf(costs, "bare fetch", figure), figuresOf(costs, client, figure)));
  return markdownTable(
    ["client", "a 200", "a 404"],
    found
      .filter(({ name }) => name !== "bare fetch")
      .map(({ name }) => [titleOf(name), cell(found, name), cell(notFound, name)]),
  );
}

const titleOf = (name: string) => (name.startsWith("api.") ? `**\`${name}\`**` : name);
