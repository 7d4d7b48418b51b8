import type { Scenario } from "../../scenario.ts";
import type { FleetResult } from "../fleet-results.ts";
import { loadPanel, panelSize } from "./load-panel.ts";
import { loadSeries } from "./load-series.ts";

const columns = 3;
const headHeight = 62;
const margin = 12;

/** More is written beside the name: one storm must not press all the other lines flat. */
const highestY = 5;

/** The load of every client in one scenario, a panel for each, all to one scale. Follows the reader's light or dark. */
export function loadChart(scenario: Scenario, results: readonly FleetResult[]): string {
  const drawn = results.map((result) => ({ result, series: loadSeries(result) }));
  const highest = Math.max(...drawn.flatMap(({ series }) => series.load));
  const maxY = Math.min(highestY, Math.max(2, Math.ceil(highest)));
  const width = columns * panelSize.width + 2 * margin;
  const height = headHeight + Math.ceil(drawn.length / columns) * panelSize.height + margin;
  const panels = drawn.map(({ result, series }, index) => {
    const x = margin + (index % columns) * panelSize.width;
    const y = headHeight + Math.floor(index / columns) * panelSize.height;
    return `<g transform="translate(${x} ${y})">\n${loadPanel(result, series, maxY)}\n</g>`;
  });
  const title = titleOf(scenario);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${title}: load over time, by client</title>
${style}
<rect class="paper" width="${width}" height="${height}"/>
<text class="title" x="${margin}" y="26">${title}</text>
${legend(margin, 48)}
${panels.join("\n")}
</svg>
`;
}

function titleOf({ disturbance, population }: Scenario): string {
  return `${disturbance.title} for ${disturbance.lastsS} s; ${population.title}`;
}

function legend(x: number, y: number): string {
  const line = (name: string, at: number) => `<path class="${name}" d="M${at} ${y - 4}h18"/>`;
  const text = (words: string, at: number) => `<text x="${at}" y="${y}">${words}</text>`;
  return [
    line("load", x),
    text("requests, as a multiple of the calls begun", x + 24),
    line("good", x + 282),
    text("calls that were answered within 10 s", x + 306),
    line("capacity", x + 530),
    text("what the server can do", x + 554),
    `<rect class="trouble" x="${x + 704}" y="${y - 11}" width="18" height="14"/>`,
    text("trouble", x + 728),
  ].join("\n");
}

const style = `<style>
svg { --paper: #fff; --ink: #1f2328; --quiet: #59636e; --rule: #d8dee4; --load: #0969da; --good: #1a7f37; --trouble: #cf222e }
@media (prefers-color-scheme: dark) {
  svg { --paper: #0d1117; --ink: #e6edf3; --quiet: #9198a1; --rule: #30363d; --load: #58a6ff; --good: #3fb950; --trouble: #f85149 }
}
text { font: 11px system-ui, "Segoe UI", Roboto, sans-serif; fill: var(--quiet) }
.title { font-size: 16px; font-weight: 600; fill: var(--ink) }
.name { font-size: 12px; font-weight: 600; fill: var(--ink) }
.end { text-anchor: end }
.middle { text-anchor: middle }
.paper { fill: var(--paper) }
.trouble { fill: var(--trouble); opacity: .14 }
path { fill: none }
.grid { stroke: var(--rule) }
.capacity { stroke: var(--quiet); stroke-dasharray: 4 3 }
.load { fill: var(--load); fill-opacity: .18; stroke: var(--load); stroke-width: 1.5; stroke-linejoin: round }
.good { stroke: var(--good); stroke-width: 1.5; stroke-linejoin: round }
</style>`;
