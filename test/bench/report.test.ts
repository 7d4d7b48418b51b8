import { describe, expect, it } from "vitest";
import type { ClientName } from "../../bench/fleet/clients/client-name.ts";
import { loadChart } from "../../bench/fleet/report/chart/load-chart.ts";
import { figureTables } from "../../bench/fleet/report/figure-tables.ts";
import { figuresOf } from "../../bench/fleet/report/figures.ts";
import type { FleetResult } from "../../bench/fleet/report/fleet-results.ts";
import { type Scenario, scenarioNamed } from "../../bench/fleet/scenario.ts";

/** What a client came to that sends as many requests for each call, and answers none in the trouble. */
function resultOf(client: ClientName, scenario: Scenario, load: number): FleetResult {
  const { fromS, toS, endS } = scenario;
  const bySecond = (countAt: (second: number) => number) =>
    Array.from({ length: endS }, (_, second) => countAt(second));
  const traffic = {
    begun: bySecond(() => 10),
    inTime: bySecond((second) => (second >= fromS && second < toS ? 0 : 10)),
    arrived: bySecond(() => 10 * load),
    served: bySecond(() => 10),
    wasted: bySecond(() => 0),
  };
  const run = { traffic, callsPerSecond: 10 };
  return { client, scenario, ...run, figures: figuresOf(run, scenario) };
}

const outage = scenarioNamed("503-tabs");
const random = scenarioNamed("rand10-tabs");

describe("the tables", () => {
  it("have a row for each scenario and a column for each client, whatever came first", () => {
    const results = [resultOf("ky", outage, 3), resultOf("kit", outage, 2)];
    const tables = figureTables(results, [outage], ["kit", "ky"]);
    expect(tables).toContain(
      [
        "### Load in the trouble",
        "",
        "| Scenario | kit | ky |",
        "| --- | --: | --: |",
        "| `503-tabs` | 2.00 | 3.00 |",
      ].join("\n"),
    );
  });

  it("are one of all figures where there is one client", () => {
    const table = figureTables([resultOf("kit", outage, 2)], [outage], ["kit"]);
    expect(table.split("\n").at(-1)).toBe("| `503-tabs` | 0 | 2.00 | 2.00 | 0 % | 0 % | 100 % |");
  });

  it("tell no recovery from failures at random, which do not end", () => {
    const results = [resultOf("kit", random, 1), resultOf("ky", random, 1)];
    const tables = figureTables(results, [random], ["kit", "ky"]);
    expect(tables).not.toContain("recovery");
    expect(tables).toContain("| `rand10-tabs` | 1.00 | 1.00 |");
  });
});

describe("a chart", () => {
  const results = [resultOf("kit", outage, 2), resultOf("no-retry", outage, 12)];
  const svg = loadChart(outage, results);
  const [head = "", ...panels] = svg.split("<g ");
  const textsOf = (part: string) =>
    [...part.matchAll(/>([^<>\n]+)<\/text>/g)].map(([, text]) => text);

  it("has a panel for each client, all to one scale", () => {
    const scales = panels.map((panel) => textsOf(panel).filter((text) => text?.endsWith("×")));
    expect(scales).toEqual(Array.from({ length: 2 }, () => ["0×", "1×", "2×", "3×", "4×", "5×"]));
  });

  it("says in words whose a panel is, what is cut off, and when the fleet was back", () => {
    expect(panels.map((panel) => textsOf(panel).slice(-2))).toEqual([
      ["kit", "back at once"],
      ["no retry", "up to 12.0×, back at once"],
    ]);
  });

  it("draws nothing outside of its panels", () => {
    for (const [, points = ""] of svg.matchAll(/<path class="load" d="M\d+ (\d+l[^V]+)V/g)) {
      const [first = "", ...steps] = points.split("l");
      let y = Number(first);
      for (const step of steps) {
        y += Number(step.split(" ")[1]);
        expect(y).toBeGreaterThanOrEqual(24);
        expect(y).toBeLessThanOrEqual(134);
      }
    }
  });

  it("has a title for those who do not see it", () => {
    expect(head).toContain(
      "<title>503 at once for 30 s; quiet tabs, a call in 20 s each: load over time, by client</title>",
    );
  });
});
