import { describe, expect, it } from "vitest";
import { errorKinds } from "../../src/error/error-kind.ts";
import { kindFromStatus } from "../../src/error/kind-from-status.ts";
import { type CatalogEntry, entryFor } from "../../src/guidance/catalog.ts";
import { detailFields } from "../../src/guidance/interface-strings.ts";
import { en } from "../../src/guidance/locales/en.ts";
import { remedyIds } from "../../src/guidance/remedy.ts";
import { referenceCodes, referenceStatuses } from "./reference-codes.ts";

const codes = Object.keys(referenceCodes);
/** What has words beside the codes and kinds. */
const situations = [
  "offline",
  "outdatedPage",
  "afterSuccess",
  "tooLarge",
  "serviceDown",
  "serviceLimited",
] as const;
const named: [string, CatalogEntry][] = Object.entries({
  ...en.entries,
  ...Object.fromEntries(situations.map((name) => [name, en[name]])),
}).map(([name, entry]) => [name, entry ?? { title: "", fix: "" }]);

describe("the English catalog", () => {
  it.each(codes)("has words for the documented code %s", (code) => {
    expect(Object.hasOwn(en.entries, code)).toBe(true);
    expect(en.entries[code]).toMatchObject({
      title: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
    });
  });

  it.each(errorKinds)("has words for the kind %s", (kind) => {
    expect(Object.hasOwn(en.entries, kind)).toBe(true);
    expect(en.entries[kind].title).not.toBe("");
    expect(en.entries[kind].fix).not.toBe("");
  });

  it("knows no code that the reference does not", () => {
    const known = Object.keys(en.entries).filter(
      (name) => !errorKinds.some((kind) => kind === name),
    );
    expect(known.sort()).toEqual([...codes].sort());
  });

  it.each(referenceStatuses)(
    "has words of its own for an unknown code with status %i",
    (status) => {
      const kind = kindFromStatus(status);
      expect(entryFor(en, "NEVER_HEARD_OF", kind)).toBe(en.entries[kind]);
      expect(["clientError", "unexpected", "invalidResponse"]).not.toContain(kind);
    },
  );

  it.each(named)("gives %s a title without a full stop, and a fix in sentences", (_, entry) => {
    expect(entry.title).not.toMatch(/[.!]\s*$/);
    expect(entry.fix).toMatch(/\.$/);
  });

  it.each(named)("blames nobody and uses no jargon for %s", (_, entry) => {
    expect(`${entry.title} ${entry.fix}`).not.toMatch(
      /you (entered|typed|made|gave|did|failed|must|should)\b.*\b(wrong|mistake|bad)|\b(invalid|illegal|oops|forbidden|wrong|bad|fault|fatal|abort|payload|parse|JSON|HTTP|status|null|exception|sorry|please)\b|!|\d{3}/i,
    );
  });

  it("calls no two codes the same, so that people and support can tell them apart", () => {
    const titles = codes.map((code) => en.entries[code]?.title);
    expect(new Set(titles).size).toBe(codes.length);
  });

  it("calls no two kinds the same", () => {
    expect(new Set(errorKinds.map((kind) => en.entries[kind].title)).size).toBe(errorKinds.length);
  });

  it("labels every remedy, and every remedy differently", () => {
    expect(Object.keys(en.remedies).sort()).toEqual([...remedyIds].sort());
    expect(new Set(Object.values(en.remedies)).size).toBe(remedyIds.length);
  });

  it("names every line of the report", () => {
    expect(Object.keys(en.strings.fields)).toEqual([...detailFields]);
  });
});

describe("entryFor", () => {
  it("asks the code before the kind", () => {
    expect(entryFor(en, "SESSION_EXPIRED", "notFound")).toBe(en.entries.SESSION_EXPIRED);
  });

  it("falls back to the kind for an unknown code", () => {
    expect(entryFor(en, "SEAT_LIMIT", "conflict")).toBe(en.entries.conflict);
  });

  it("takes ABORT_ERROR for an abort only where the page aborted", () => {
    expect(entryFor(en, "ABORT_ERROR", "aborted")).toBe(en.entries.ABORT_ERROR);
    expect(entryFor(en, "ABORT_ERROR", "clientError")).toBe(en.entries.clientError);
  });

  it.each(errorKinds)("does not take the code %j for the kind it is spelt like", (spelt) => {
    const kind = spelt === "badRequest" ? "serverError" : "badRequest";
    expect(entryFor(en, spelt, kind)).toBe(en.entries[kind]);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", ""])(
    "does not take the code %j for an entry",
    (code) => {
      expect(entryFor(en, code, "conflict")).toBe(en.entries.conflict);
    },
  );
});
