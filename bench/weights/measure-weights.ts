import { markdownTable } from "../report/markdown-table.ts";
import { buildLibrary } from "./build-library.ts";
import { bundle } from "./bundle.ts";
import {
  type Bundled,
  clients,
  dissected,
  furtherEntries,
  parts,
  patientApp,
  readmeApp,
  usualApp,
} from "./bundled.ts";
import { type Share, sharesOf } from "./shares.ts";
import { type Weight, weigh } from "./weigh.ts";

/** Weighs what apps import of the kit and of others, and tells where the kit's weight is. */
export async function measureWeights(): Promise<string> {
  const library = await buildLibrary();
  const weightOf = async (bundled: Bundled) => weigh(await bundle(bundled, library));
  const inOrder = <T, R>(all: readonly T[], work: (one: T) => Promise<R>) =>
    all.reduce<Promise<R[]>>(
      async (before, one) => [...(await before), await work(one)],
      Promise.resolve([]),
    );

  const clientRows = await inOrder(clients, async ({ alone, withZod }) => ({
    title: alone.title,
    alone: await weightOf(alone),
    withZod: await weightOf(withZod),
  }));
  const appRows = await inOrder([readmeApp, patientApp, usualApp], async (app) => ({
    title: app.title,
    weight: await weightOf(app),
  }));
  const partRows = await inOrder(parts, async (part) => [
    part.title,
    kilobytes((await weightOf(part)).firstBytes),
  ]);
  const { firstBytes } = await weightOf(readmeApp);
  const addedRows = await inOrder(furtherEntries, async (app) => [
    app.title,
    kilobytes((await weightOf(app)).firstBytes - firstBytes),
  ]);
  const shareTables = await inOrder(dissected, async (bundled) => {
    const chunks = await bundle(bundled, library);
    const shares = sharesOf(chunks.filter(({ isFirst }) => isFirst));
    return `### Where the weight is: ${bundled.title}\n\n${shareTable(shares)}`;
  });
  return [
    `### Clients, in kB\n\n${clientTable(clientRows)}`,
    `### Apps, in kB\n\n${appTable(appRows)}`,
    `### Parts of the kit, each alone, in kB\n\n${markdownTable(["imported", "brotli"], partRows)}`,
    `### What an entry point adds to README's app, in kB\n\n${markdownTable(["imported", "brotli"], addedRows)}`,
    ...shareTables,
  ].join("\n\n");
}

const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1);
const times = (a: number, b: number) => `${(a / b).toFixed(2)}x`;

interface ClientRow {
  title: string;
  alone: Weight;
  withZod: Weight;
}

function clientTable(rows: readonly ClientRow[]): string {
  const ky = rows.find(({ title }) => title === "ky");
  return markdownTable(
    [
      "client",
      "without Zod",
      "with zod/mini",
      "with zod/mini, against ky",
      "minified, without Zod",
    ],
    rows.map(({ title, alone, withZod }) => [
      title,
      kilobytes(alone.firstBytes),
      kilobytes(withZod.firstBytes),
      times(withZod.firstBytes, ky?.withZod.firstBytes ?? Number.NaN),
      kilobytes(alone.minifiedBytes),
    ]),
  );
}

function appTable(rows: readonly { title: string; weight: Weight }[]): string {
  const usual = rows.find(({ title }) => title === usualApp.title)?.weight.firstBytes ?? Number.NaN;
  return markdownTable(
    ["imported", "at first", "against the usual", "by `import()`, later", "minified, of all"],
    rows.map(({ title, weight }) => [
      title,
      kilobytes(weight.firstBytes),
      times(weight.firstBytes, usual),
      weight.laterBytes > 0 ? kilobytes(weight.laterBytes) : "",
      kilobytes(weight.minifiedBytes),
    ]),
  );
}

function shareTable(shares: readonly Share[]): string {
  return markdownTable(
    ["from", "kB minified", "kB less with brotli, were it not there"],
    shares.map(({ from, minifiedBytes, brotliBytes }) => [
      from,
      kilobytes(minifiedBytes),
      kilobytes(brotliBytes),
    ]),
  );
}
