import { describe, expect, it } from "vitest";
import { entryFor } from "../../src/guidance/catalog.ts";
import { type CatalogChanges, defineCatalog } from "../../src/guidance/define-catalog.ts";
import { en } from "../../src/guidance/locales/en.ts";

const seat = { title: "There is no free seat", fix: "Ask your administrator for one." };

/** As a caller without types has it. */
const defineUntyped = (changes: unknown) => Reflect.apply(defineCatalog, undefined, [changes]);

describe("defineCatalog", () => {
  it("adds an entry and leaves all others as they are", () => {
    const catalog = defineCatalog({ SEAT_LIMIT: seat });
    expect(catalog.entries).toEqual({ ...en.entries, SEAT_LIMIT: seat });
    expect(catalog.strings).toBe(en.strings);
  });

  it("replaces an entry, of a code or of a kind", () => {
    const catalog = defineCatalog({ SESSION_EXPIRED: seat, notFound: seat });
    expect(entryFor(catalog, "SESSION_EXPIRED", "notFound")).toBe(seat);
    expect(entryFor(catalog, "UNKNOWN", "notFound")).toBe(seat);
  });

  it("does not change the catalog it is laid over", () => {
    const before = structuredClone(en);
    defineCatalog({ SESSION_EXPIRED: seat });
    expect(en).toEqual(before);
  });

  it("is laid over another catalog as well", () => {
    const german = { ...en, language: "de" };
    const catalog = defineCatalog({ B: seat }, defineCatalog({ A: seat }, german));
    expect(catalog.language).toBe("de");
    expect(catalog.entries).toMatchObject({ A: seat, B: seat });
  });

  it("keeps an entry whose replacement is undefined", () => {
    const changes: CatalogChanges = defaultsOf({ SESSION_EXPIRED: undefined });
    expect(defineCatalog(changes).entries.SESSION_EXPIRED).toBe(en.entries.SESSION_EXPIRED);
  });

  it("gives no entry to a code that names an object's own machinery", () => {
    const catalog = defineCatalog(JSON.parse('{"__proto__": {"title": "t", "fix": "f"}}'));
    expect(entryFor(catalog, "title", "conflict")).toBe(en.entries.conflict);
    expect(Object.getPrototypeOf(catalog.entries)).toBe(Object.prototype);
  });

  it.each<[string, unknown[], string]>([
    ["nothing", [], "undefined"],
    ["null", [null], "null"],
    ["a language", ["de"], '"de"'],
    ["a list of entries", [[seat]], "[object Array]"],
    ["a function", [() => ({ X: seat })], "[object Function]"],
  ])("rejects %s for the entries", (_, args, got) => {
    expect(() => Reflect.apply(defineCatalog, undefined, args)).toThrow(
      new TypeError(
        `defineCatalog must be given entries, such as { SEAT_LIMIT: { title, fix } }: got ${got}`,
      ),
    );
  });

  it.each<[string, unknown, string]>([
    ["null", null, "null"],
    ["a language", "de", '"de"'],
    ["entries", { X: seat }, "[object Object]"],
    ["half a catalog", { language: "de", entries: {} }, "[object Object]"],
  ])("rejects %s for the catalog that it is laid over", (_, base, got) => {
    expect(() => Reflect.apply(defineCatalog, undefined, [{ X: seat }, base])).toThrow(
      new TypeError(
        `defineCatalog's second argument must be what defineCatalog({ … }) gave, or a language from react-recourse/locales: got ${got}`,
      ),
    );
  });

  it.each<[string, unknown, string]>([
    ["no title", { X: { fix: "f" } }, "X.title must be a sentence: got undefined"],
    ["an empty title", { X: { title: " ", fix: "f" } }, 'X.title must be a sentence: got " "'],
    ["no fix", { X: { title: "t" } }, "X.fix must be a sentence: got undefined"],
    ["a number for a fix", { X: { title: "t", fix: 7 } }, "X.fix must be a sentence: got 7"],
    ["a BigInt for a fix", { X: { title: "t", fix: 7n } }, "X.fix must be a sentence: got 7"],
    [
      "an unknown remedy",
      { X: { ...seat, remedy: "retyr" } },
      "X.remedy must be one of retry, signIn",
    ],
    [
      "a remedy that is no name, beside a label",
      { X: { ...seat, remedy: 7, label: "Add seats" } },
      "X.remedy must be one of retry, signIn",
    ],
    [
      "an empty label",
      { X: { ...seat, remedy: "addSeats", label: " " } },
      'X.label must be what the button says: got " "',
    ],
    ["a remedy from the prototype", { X: { ...seat, remedy: "constructor" } }, "X.remedy must be"],
    [
      "an unknown tone",
      { X: { ...seat, tone: "red" } },
      'X.tone must be one of danger, warning, info: got "red"',
    ],
    [
      "null for an entry",
      { network: null },
      "network must be an entry with title and fix: got null",
    ],
    ["false for an entry", { X: false }, "X must be an entry with title and fix: got false"],
    ["an empty string", { X: "" }, 'X must be an entry with title and fix: got ""'],
    ["a string for an entry", { X: "text" }, 'X must be an entry with title and fix: got "text"'],
  ])("rejects %s and says how to mend it", (_, changes, message) => {
    expect(() => defineUntyped(changes)).toThrow(TypeError);
    expect(() => defineUntyped(changes)).toThrow(`defineCatalog: ${message}`);
  });
});

/** As a caller without exactOptionalPropertyTypes has it. */
function defaultsOf(changes: Record<string, undefined>): CatalogChanges {
  return changes;
}
