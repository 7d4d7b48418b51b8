import { parseArgs } from "node:util";
import { type ClientName, clientNames, isClientName } from "./clients/client-name.ts";
import { type Scenario, scenarios } from "./scenario.ts";
import type { SimulationOptions } from "./simulation-options.ts";

export interface FleetCommand extends SimulationOptions {
  clients: readonly ClientName[];
  scenarios: readonly Scenario[];
  /** Whether the results are kept, as a page and charts, instead of being printed. */
  isKept: boolean;
}

/**
 * Reads `[client] [scenario] --seed 1 --scale 0.125 --kit '{"baseDelayMs":1000}' --write`. Clients and scenarios are
 * names with commas between, or `all`; a scenario's may be half a name, as `tabs` or `503ra`.
 * @throws TypeError that says what was wanted
 */
export function parseArguments(args: readonly string[]): FleetCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      scale: { type: "string", default: "0.125" },
      kit: { type: "string", default: "{}" },
      write: { type: "boolean", default: false },
    },
  });
  const [client = "all", scenario = "all"] = positionals;
  if (values.write && positionals.length > 0)
    throw new TypeError(`--write keeps the results of all: leave out ${positionals.join(" ")}`);
  return {
    clients: client === "all" ? clientNames : client.split(",").map(toClientName),
    scenarios: scenario === "all" ? scenarios : scenario.split(",").flatMap(scenariosNamed),
    seed: toNumber("--seed", values.seed, Number.isInteger, "a whole number"),
    scale: toNumber("--scale", values.scale, (scale) => scale > 0 && scale <= 1, "from 0 to 1"),
    kitRetry: toRetryOptions(values.kit),
    isKept: values.write,
  };
}

function toClientName(name: string): ClientName {
  if (isClientName(name)) return name;
  throw new TypeError(`client must be one of ${clientNames.join(", ")}: got ${name}`);
}

function scenariosNamed(name: string): readonly Scenario[] {
  const named = scenarios.filter((scenario) =>
    [scenario.name, scenario.disturbance.name, scenario.population.name].includes(name),
  );
  if (named.length > 0) return named;
  const names = scenarios.map((scenario) => scenario.name).join(", ");
  throw new TypeError(`scenario must be one of ${names}: got ${name}`);
}

function toNumber(
  name: string,
  text: string,
  isRight: (value: number) => boolean,
  wanted: string,
): number {
  const value = Number(text);
  if (text.trim() !== "" && isRight(value)) return value;
  throw new TypeError(`${name} must be ${wanted}: got ${text}`);
}

/** What the options must be is told by the kit itself. */
function toRetryOptions(text: string): FleetCommand["kitRetry"] {
  const wanted = () => new TypeError(`--kit must be retry options as JSON: got ${text}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw wanted();
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw wanted();
  return { ...parsed };
}
