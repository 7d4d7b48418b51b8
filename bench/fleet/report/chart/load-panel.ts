import { clientTitles } from "../../clients/client-name.ts";
import { capacityPerSecond, offeredPerSecond } from "../../scenario.ts";
import type { FleetResult } from "../fleet-results.ts";
import type { LoadSeries } from "./load-series.ts";
import { type Plot, toPath, toX, toY } from "./plot.ts";

export const panelSize = { width: 304, height: 158 };

const inside = { left: 30, top: 24, width: 262, height: 110 };

/** One client's load over time, with what it achieved. */
export function loadPanel(
  { client, scenario, figures }: FleetResult,
  series: LoadSeries,
  maxY: number,
): string {
  const plot: Plot = { ...inside, maxX: series.endS, maxY };
  const ground = `V${toY(plot, 0)}`;
  const load = `${toPath(plot, series.load, series.everyS)}${ground}H${toX(plot, series.everyS / 2)}z`;
  const peak = Math.max(...series.load);
  const heard = [peak > maxY ? `up to ${peak.toFixed(1)}×` : "", recoveryOf(figures)];
  return [
    troubleBand(plot, scenario),
    ...horizontalLines(plot),
    ...minutes(plot),
    `<path class="load" d="${load}"/>`,
    `<path class="good" d="${toPath(plot, series.inTime, series.everyS)}"/>`,
    `<text class="name" x="${plot.left}" y="15">${clientTitles[client]}</text>`,
    `<text class="end" x="${plot.left + plot.width}" y="15">${heard.filter(Boolean).join(", ")}</text>`,
  ].join("\n");
}

function recoveryOf({ recoveryS }: FleetResult["figures"]): string {
  if (recoveryS === undefined) return "never back";
  return recoveryS === 0 ? "back at once" : `back after ${recoveryS} s`;
}

function troubleBand(plot: Plot, { fromS, toS }: FleetResult["scenario"]): string {
  const left = toX(plot, fromS);
  const width = toX(plot, toS) - left;
  return `<rect class="trouble" x="${left}" y="${plot.top}" width="${width}" height="${plot.height}"/>`;
}

function horizontalLines(plot: Plot): string[] {
  const right = plot.left + plot.width;
  const line = (name: string, value: number) =>
    `<path class="${name}" d="M${plot.left} ${toY(plot, value)}H${right}"/>`;
  const whole = Array.from({ length: plot.maxY + 1 }, (_, value) => value);
  return [
    ...whole.map((value) => line("grid", value)),
    line("capacity", capacityPerSecond / offeredPerSecond),
    ...whole.map(
      (value) =>
        `<text class="end" x="${plot.left - 5}" y="${toY(plot, value) + 4}">${value}×</text>`,
    ),
  ];
}

function minutes(plot: Plot): string[] {
  const y = plot.top + plot.height + 15;
  const all = Math.floor(plot.maxX / 60);
  const every = Math.ceil(all / 5);
  return Array.from({ length: Math.floor(all / every) }, (_, index) => (index + 1) * every).map(
    (minute) => `<text class="middle" x="${toX(plot, minute * 60)}" y="${y}">${minute} min</text>`,
  );
}
