import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../../src/guidance/catalog.ts";
import { formatDuration } from "../../src/guidance/format-duration.ts";
import { detailFields, placeholdersIn } from "../../src/guidance/interface-strings.ts";
import { ar } from "../../src/guidance/locales/ar.ts";
import { de } from "../../src/guidance/locales/de.ts";
import { en } from "../../src/guidance/locales/en.ts";
import { es } from "../../src/guidance/locales/es.ts";
import { fr } from "../../src/guidance/locales/fr.ts";
import { ja } from "../../src/guidance/locales/ja.ts";
import { ptBR } from "../../src/guidance/locales/pt-BR.ts";
import { zhCN } from "../../src/guidance/locales/zh-CN.ts";
import { remedyIds } from "../../src/guidance/remedy.ts";
import { catalogMessages } from "../../src/guidance/translate-catalog.ts";
import { referenceCodes } from "./reference-codes.ts";

const catalogs: [string, Catalog][] = [
  ["ar", ar],
  ["de", de],
  ["es", es],
  ["fr", fr],
  ["ja", ja],
  ["pt-BR", ptBR],
  ["zh-CN", zhCN],
];

const english = catalogMessages(en);

/** What is spelt as in English. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: [
    "recourse.strings.fields.code",
    "recourse.strings.fields.status",
    "recourse.strings.fields.route",
  ],
  fr: ["recourse.strings.fields.code", "recourse.strings.fields.route"],
  "pt-BR": ["recourse.strings.fields.status"],
};

/** Messages, as `id: text`, of which something is true. */
const whereTrue = (catalog: Catalog, isTrue: (text: string, id: string) => boolean) =>
  Object.entries(catalogMessages(catalog))
    .filter(([id, text]) => isTrue(text, id))
    .map(([id, text]) => `${id}: ${text}`);

const isTitle = (id: string) => id.endsWith(".title");

/** Fixes, and what stands alone as a sentence in the interface. */
const isSentence = (id: string) =>
  /\.fix(?:WithoutId)?$/.test(id) ||
  /\.strings\.(?:copyByHand|offlineNotice|onlineNotice|serviceBack)$/.test(id);

const fullStop = /[.。．]$/u;

/** Remedies, tones and the rest: all of a catalog that is no word. */
const conductOf = ({ entries, remedies, strings, language, ...situations }: Catalog) =>
  Object.entries({ ...entries, ...situations }).map(([name, entry]) => [
    name,
    { ...entry, title: "", fix: "", fixWithoutId: "" },
  ]);

describe.each([["en", en] as const, ...catalogs])("A fix in %s", (_, catalog) => {
  it("that names the request id has another one that names none", () => {
    const name = catalog.strings.requestId.toLowerCase();
    const { language, remedies, strings, entries, ...situations } = catalog;
    const namesId = (text = "") => text.toLowerCase().includes(name);
    for (const entry of Object.values({ ...entries, ...situations }))
      expect([entry?.fixWithoutId !== undefined, namesId(entry?.fixWithoutId)]).toEqual([
        namesId(entry?.fix),
        false,
      ]);
  });
});

describe("the languages", () => {
  it("are all looked at here", () => {
    const files = readdirSync(new URL("../../src/guidance/locales", import.meta.url)).sort();
    const tags = [...catalogs.map(([tag]) => tag), "en"].sort();
    expect(files).toEqual(tags.map((tag) => `${tag}.ts`));
  });
});

describe.each(catalogs)("the catalog in %s", (tag, catalog) => {
  it("says which language it is, in a way that Intl takes", () => {
    expect(catalog.language).toBe(tag);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(Intl.NumberFormat.supportedLocalesOf(tag)).toEqual([tag]);
  });

  it("has a text for every message, and for nothing else", () => {
    expect(Object.keys(catalogMessages(catalog)).sort()).toEqual(Object.keys(english).sort());
    expect(whereTrue(catalog, (text) => !/\p{L}/u.test(text))).toEqual([]);
    expect(whereTrue(catalog, (text) => text !== text.trim())).toEqual([]);
  });

  it("says nothing in English", () => {
    const isWords = (text: string) => /\p{L}/u.test(text.replace(/\{\w+\}/g, ""));
    const same = whereTrue(catalog, (text, id) => isWords(text) && text === english[id]);
    expect(same.map((message) => message.split(":")[0])).toEqual(sameAsEnglish[tag] ?? []);
  });

  it("leaves the same gaps to be filled in as English does", () => {
    const gaps = (text: string) => Object.keys(placeholdersIn(text)).sort();
    const written = (text: string) => text.match(/[{}]/g)?.length ?? 0;
    const differs = (text: string, id: string) => {
      const wanted = gaps(english[id] ?? "");
      return gaps(text).join() !== wanted.join() || written(text) !== 2 * wanted.length;
    };
    expect(whereTrue(catalog, differs)).toEqual([]);
  });

  it("ends no title with a full stop, and every sentence with one", () => {
    const ends = (text: string) => fullStop.test(text) || /[!?！？؟]$/u.test(text);
    expect(whereTrue(catalog, (text, id) => isTitle(id) && ends(text))).toEqual([]);
    expect(whereTrue(catalog, (text, id) => isSentence(id) && !fullStop.test(text))).toEqual([]);
  });

  it("is written with quotes and ellipses as they are printed", () => {
    expect(whereTrue(catalog, (text) => /["'`´]|\.\.\./.test(text))).toEqual([]);
  });

  it("keeps buttons short", () => {
    expect(Object.values(catalog.remedies).filter((label) => label.length > 28)).toEqual([]);
  });

  it("offers and looks the same as English does", () => {
    expect(conductOf(catalog)).toEqual(conductOf(en));
  });

  it("calls no two codes, kinds, remedies or fields the same", () => {
    const { entries, remedies, strings } = catalog;
    const codes = Object.keys(referenceCodes);
    const titles = Object.entries(entries)
      .filter(([name]) => name !== "UNAUTHORIZED" && name !== "ABORT_ERROR")
      .map(([, entry]) => entry?.title);
    expect(new Set(titles).size).toBe(Object.keys(en.entries).length - 2);
    expect(new Set(codes.map((code) => entries[code]?.title)).size).toBe(codes.length);
    expect(new Set(Object.values(remedies)).size).toBe(remedyIds.length);
    expect(new Set(Object.values(strings.fields)).size).toBe(detailFields.length);
  });

  it("uses one name for the request id", () => {
    expect(catalog.strings.fields.requestId).toBe(catalog.strings.requestId);
    const { fix } = catalog.entries.clientError;
    expect(fix.toLowerCase()).toContain(catalog.strings.requestId.toLowerCase());
  });

  it.each([3_000, 120_000, 7_200_000])("writes a wait of %i ms in its own way", (durationMs) => {
    const written = formatDuration(durationMs, catalog.language);
    expect(written).toMatch(/[2-3٢-٣]/);
    expect(written).not.toMatch(/sec|hr/);
  });
});
