import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defineCatalog } from "../../src/guidance/define-catalog.ts";
import { fillTemplate } from "../../src/guidance/interface-strings.ts";
import { de } from "../../src/guidance/locales/de.ts";
import { en } from "../../src/guidance/locales/en.ts";
import {
  catalogMessages,
  type Translate,
  translateCatalog,
} from "../../src/guidance/translate-catalog.ts";

/** Formats as FormatJS and Lingui do: names get their values, and a name without one is an error. */
function formatMessage(
  messages: Readonly<Record<string, string>>,
  { id, defaultMessage }: { id: string; defaultMessage: string },
  values: Readonly<Record<string, string>>,
): string {
  return (messages[id] ?? defaultMessage).replace(/\{\s*(\w+)\s*\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`MISSING_VALUE ${name}`);
    return value;
  });
}

const translateWith =
  (messages: Readonly<Record<string, string>>): Translate =>
  (id, defaultMessage, values) =>
    formatMessage(messages, { id, defaultMessage }, values);

/** As a caller without types has it. */
const translateUntyped = (translate: () => unknown) =>
  Reflect.apply(translateCatalog, undefined, [en, translate]);

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("translateCatalog", () => {
  it.each([undefined, null, "de", {}])(
    "that is given %o for a catalog translates English",
    (given) => {
      vi.spyOn(console, "warn").mockImplementation(() => {});
      const translate: Translate = (_, fallback) => `${fallback}!`;
      const catalog = Reflect.apply(translateCatalog, undefined, [given, translate]);
      expect(catalog.entries.notFound.title).toBe(`${en.entries.notFound.title}!`);
    },
  );

  it("gives a catalog that is the same where every message is left as it is", () => {
    expect(translateCatalog(en, translateWith({}))).toEqual(en);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it.each([
    ["recourse.SESSION_EXPIRED.title", "This session has expired"],
    ["recourse.rateLimited.fix", "Wait a moment, then try again."],
    ["recourse.offline.title", "You’re offline"],
    ["recourse.remedies.retry", "Try again"],
    ["recourse.strings.copied", "Copied"],
    ["recourse.strings.fields.code", "Code"],
  ])("asks for %s, with the catalog's text to fall back on", (id, fallback) => {
    const translate = vi.fn<Translate>((_, text) => text);
    translateCatalog(en, translate);
    expect(translate.mock.calls.filter(([asked]) => asked === id)).toEqual([[id, fallback, {}]]);
  });

  it("asks for every message once, in the order they are listed in", () => {
    const translate = vi.fn<Translate>((_, text) => text);
    translateCatalog(en, translate);
    const asked = translate.mock.calls.map(([id, fallback]) => [id, fallback]);
    expect(asked).toEqual(Object.entries(catalogMessages(en)));
  });

  it("puts each translation in its place, and leaves remedies, tones and the rest", () => {
    const translated = translateCatalog(en, (id) => `[${id}]`);
    expect(translated.entries.SESSION_EXPIRED).toEqual({
      ...en.entries.SESSION_EXPIRED,
      title: "[recourse.SESSION_EXPIRED.title]",
      fix: "[recourse.SESSION_EXPIRED.fix]",
    });
    expect(translated.offline.fix).toBe("[recourse.offline.fix]");
    expect(translated.remedies.goBack).toBe("[recourse.remedies.goBack]");
    expect(translated.strings.dismiss).toBe("[recourse.strings.dismiss]");
    expect(translated.strings.fields.route).toBe("[recourse.strings.fields.route]");
    const leftOver = Object.entries(catalogMessages(translated)).filter(
      ([id, text]) => text !== `[${id}]`,
    );
    expect(leftOver).toEqual([]);
  });

  it("keeps what is filled in only later, also where the translation turns it around", () => {
    const { strings } = translateCatalog(
      en,
      translateWith({
        "recourse.strings.attempt": "Von { maxAttempts } Versuchen läuft {attempt}",
        "recourse.strings.retryIn": "In {time}",
      }),
    );
    expect(strings.attempt).toBe("Von {maxAttempts} Versuchen läuft {attempt}");
    expect(strings.nextAttemptIn).toBe("next in {time}");
    expect(fillTemplate(strings.retryIn, { time: "3 Sek." })).toBe("In 3 Sek.");
  });

  it("is laid over another language and an app's own entries as well", () => {
    const base = defineCatalog({ SEAT_LIMIT: { title: "Kein Platz frei", fix: "Warten." } }, de);
    const translated = translateCatalog(
      base,
      translateWith({ "recourse.SEAT_LIMIT.fix": "Bitte warten." }),
    );
    expect(translated).toEqual({
      ...base,
      entries: {
        ...base.entries,
        SEAT_LIMIT: { title: "Kein Platz frei", fix: "Bitte warten." },
      },
    });
  });

  it("does not change the catalog it is laid over", () => {
    const before = structuredClone(en);
    translateCatalog(en, (id) => `[${id}]`);
    expect(en).toEqual(before);
  });

  it.each<[string, () => unknown]>([
    ["throws", () => boom()],
    ["gives undefined", () => undefined],
    ["gives null", () => null],
    ["gives an empty string", () => ""],
    ["gives only spaces", () => " \n"],
    ["gives a list of parts", () => ["Try", "again"]],
    ["gives a promise", () => Promise.resolve("Try again")],
  ])("leaves every text as it is where translate %s", (_, translate) => {
    expect(translateUntyped(translate)).toEqual(en);
  });

  it("leaves a text as it is where only its id comes back, which is how libraries say that there is none", () => {
    expect(translateCatalog(en, (id) => id)).toEqual(en);
  });

  it("leaves only the text whose own translation fails", () => {
    const translated = translateCatalog(en, (id) =>
      id === "recourse.remedies.reload" ? boom() : "übersetzt",
    );
    expect(translated.remedies).toMatchObject({ reload: "Reload", goBack: "übersetzt" });
  });
});

describe("a message without a translation", () => {
  /** A message of its own, since a message is told of once as long as the page lives. */
  const only = (code: string, translate: Translate) =>
    translateCatalog(defineCatalog({ [code]: { title: "t", fix: "f" } }), (id, text, values) =>
      id === `recourse.${code}.title` ? translate(id, text, values) : text,
    );

  it("is told of once in development, with its id and what came instead", () => {
    only("TOLD_ONCE", () => "");
    only("TOLD_ONCE", () => "");
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      [expect.stringContaining("no translation for recourse.TOLD_ONCE.title"), '""'],
    ]);
  });

  it("is told of with the error that was thrown", () => {
    only("THROWS", boom);
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      [expect.stringContaining("recourse.THROWS.title"), new Error("no catalog loaded")],
    ]);
  });

  it("is not told of in production", () => {
    vi.stubEnv("NODE_ENV", "production");
    only("IN_PRODUCTION", () => "");
    expect(console.warn).not.toHaveBeenCalled();
  });
});

describe("catalogMessages", () => {
  it("lists every text by its id", () => {
    const messages = catalogMessages(
      defineCatalog({ SEAT_LIMIT: { title: "Full", fix: "Wait." } }),
    );
    expect(messages).toMatchObject({
      "recourse.SEAT_LIMIT.title": "Full",
      "recourse.strings.retryIn": "Try again in {time}",
    });
    expect(Object.keys(messages)).toHaveLength(Object.keys(catalogMessages(en)).length + 2);
  });

  it("leaves out an entry that was taken away", () => {
    const changes: Record<string, undefined> = { SEAT_LIMIT: undefined };
    const catalog = { ...en, entries: { ...en.entries, ...changes } };
    expect(catalogMessages(catalog)).toEqual(catalogMessages(en));
  });
});

function boom(): never {
  throw new Error("no catalog loaded");
}
