import { markdownTable } from "../../report/markdown-table.ts";
import { type ClientName, clientTitles } from "../clients/client-name.ts";
import type { Scenario } from "../scenario.ts";
import type { Figures } from "./figures.ts";
import { byScenario, type FleetResult } from "./fleet-results.ts";

interface Figure {
  title: string;
  cell: (figures: Figures) => string;
  /** Whether it says anything where there is no outage, but failures at random all the time. */
  isOfRandomFailures: boolean;
}

const times = (factor: number) => factor.toFixed(2);
const percent = (share: number) => `${(100 * share).toFixed(share > 0.99 && share < 1 ? 1 : 0)} %`;

const figures: readonly Figure[] = [
  {
    title: "Seconds to recovery",
    cell: ({ recoveryS }) => (recoveryS === undefined ? "never" : String(recoveryS)),
    isOfRandomFailures: false,
  },
  {
    title: "Load in the trouble",
    cell: ({ loadInTrouble }) => times(loadInTrouble),
    isOfRandomFailures: true,
  },
  {
    title: "Load in the minute after",
    cell: ({ loadMinuteAfter }) => times(loadMinuteAfter),
    isOfRandomFailures: false,
  },
  {
    title: "Wasted work",
    cell: ({ wastedShare }) => percent(wastedShare),
    isOfRandomFailures: false,
  },
  {
    title: "Success of what was begun in the trouble",
    cell: ({ inTimeInTrouble }) => percent(inTimeInTrouble),
    isOfRandomFailures: true,
  },
  {
    title: "Success of what was begun in the minute after",
    cell: ({ inTimeMinuteAfter }) => percent(inTimeMinuteAfter),
    isOfRandomFailures: false,
  },
];

/** A table for each figure, with a row for each scenario and a column for each client; of one client one table of all. */
export function figureTables(
  results: readonly FleetResult[],
  scenarios: readonly Scenario[],
  clients: readonly ClientName[],
): string {
  const rows = byScenario(results, scenarios, clients);
  if (clients.length === 1) return oneClientsTable(rows);
  return figures.flatMap((figure) => figureTable(figure, rows, clients)).join("\n\n");
}

type Row = ReturnType<typeof byScenario>[number];

function oneClientsTable(rows: readonly Row[]): string {
  return markdownTable(
    ["Scenario", ...figures.map(({ title }) => title)],
    rows.map((row) => [
      `\`${row.scenario.name}\``,
      ...figures.map((figure) =>
        isShown(figure, row.scenario)
          ? row.results.map((one) => figure.cell(one.figures)).join()
          : "",
      ),
    ]),
  );
}

/** Nothing where no scenario has the figure. */
function figureTable(
  figure: Figure,
  rows: readonly Row[],
  clients: readonly ClientName[],
): string[] {
  const shown = rows.filter(({ scenario }) => isShown(figure, scenario));
  if (shown.length === 0) return [];
  const table = markdownTable(
    ["Scenario", ...clients.map((client) => clientTitles[client])],
    shown.map((row) => [
      `\`${row.scenario.name}\``,
      ...row.results.map((one) => figure.cell(one.figures)),
    ]),
  );
  return [`### ${figure.title}\n\n${table}`];
}

function isShown({ isOfRandomFailures }: Figure, { disturbance }: Scenario): boolean {
  return isOfRandomFailures || disturbance.trouble !== undefined;
}
