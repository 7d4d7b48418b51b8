/** What must compile and what must not, of remedies and catalogs. Checked by `tsc`, never run. */
import { expectTypeOf, test } from "vitest";
import { ErrorBoundary } from "../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../src/components/card/ErrorCard.tsx";
import { RecourseProvider } from "../../src/components/provider/RecourseProvider.tsx";
import type { RemedyHandlers } from "../../src/components/provider/useRecourse.ts";
import type { ApiError } from "../../src/error/api-error.ts";
import type { Api } from "../../src/fetcher/api.ts";
import type { Catalog, CatalogEntries } from "../../src/guidance/catalog.ts";
import type { CatalogWords } from "../../src/guidance/catalog-from-words.ts";
import { defineCatalog } from "../../src/guidance/define-catalog.ts";
import { guide } from "../../src/guidance/guide.ts";
import { en } from "../../src/guidance/locales/en.ts";
import type { RemedyId } from "../../src/guidance/remedy.ts";
import type { Translate } from "../../src/guidance/translate-catalog.ts";

declare const api: Api;
const entry = { title: "There is no free seat", fix: "Ask for one." };

test("remedies are the known ones and an app's own, and are called with the error", () => {
  const remedies: RemedyHandlers = {
    signIn: () => {},
    chooseModel: async (error) => expectTypeOf(error).toEqualTypeOf<ApiError>(),
    addSeats: (error) => expectTypeOf(error).toEqualTypeOf<ApiError>(),
  };
  <RecourseProvider api={api} remedies={remedies} />;

  // @ts-expect-error: no function
  <RecourseProvider api={api} remedies={{ signIn: "/login" }} />;
  // An app with a client of its own has no API.
  <RecourseProvider remedies={remedies} />;
  // @ts-expect-error: no API that createApi made
  <RecourseProvider api={{}} remedies={remedies} />;
});

test("guidance names a remedy or none", () => {
  expectTypeOf(guide(null).remedy).toEqualTypeOf<RemedyId | undefined>();
  expectTypeOf(guide(null).tone).toEqualTypeOf<"danger" | "warning" | "info">();
});

test("a catalog's changes may have any code, and only whole entries", () => {
  defineCatalog({ SEAT_LIMIT: entry, SESSION_EXPIRED: entry, network: entry });
  defineCatalog({ SEAT_LIMIT: { ...entry, remedy: "requestAccess", tone: "info" } });
  expectTypeOf(defineCatalog({}, en)).toEqualTypeOf<Catalog>();

  // @ts-expect-error: no fix
  defineCatalog({ SEAT_LIMIT: { title: "t" } });
  defineCatalog({ SEAT_LIMIT: { ...entry, remedy: "callMom", label: "Call mom" } });
  // @ts-expect-error: a remedy of the app's own without a label
  defineCatalog({ SEAT_LIMIT: { ...entry, remedy: "callMom" } });
  // @ts-expect-error: a tone that does not exist
  defineCatalog({ SEAT_LIMIT: { ...entry, tone: "red" } });
  // @ts-expect-error: no entry
  defineCatalog({ SEAT_LIMIT: "no free seat" });
});

test("a whole catalog misses no code, no kind, no remedy and no string", () => {
  const { SESSION_EXPIRED: _code, ...withoutCode } = en.entries;
  const { network: _kind, ...withoutKind } = en.entries;
  const { retry: _remedy, ...withoutRemedy } = en.remedies;
  const { copied: _copied, ...withoutString } = en.strings;
  // @ts-expect-error: a documented code is missing
  const entries: CatalogEntries = withoutCode;
  // @ts-expect-error: a kind is missing
  const kinds: CatalogEntries = withoutKind;
  // @ts-expect-error: a remedy has no label
  const remedies: Catalog["remedies"] = withoutRemedy;
  // @ts-expect-error: a string is missing
  const strings: Catalog["strings"] = withoutString;
  return [entries, kinds, remedies, strings];
});

test("a boundary catches codes, kinds or what a predicate says", () => {
  <ErrorBoundary catches={["SESSION_EXPIRED", "notFound", "SEAT_LIMIT"]} />;
  <ErrorBoundary catches={(error) => error.status === 404} />;
  // @ts-expect-error: a status is no code
  <ErrorBoundary catches={[404]} />;
  // @ts-expect-error: one code without its list
  <ErrorBoundary catches="SESSION_EXPIRED" />;
});

test("a card takes whatever was thrown, and only the variants there are", () => {
  <ErrorCard error={undefined} />;
  <ErrorCard error={0} variant="inline" headingLevel={3} onRetry={async () => {}} />;
  // @ts-expect-error: no such variant
  <ErrorCard error={null} variant="banner" />;
  // @ts-expect-error: no such heading
  <ErrorCard error={null} headingLevel={7} />;
  // @ts-expect-error: no error
  <ErrorCard />;
});

test("a language has every word, and only words", () => {
  const { network, ...others } = en.entries;
  const { copied, ...strings } = en.strings;
  const words: CatalogWords = { ...en, entries: { ...others, network } };

  // @ts-expect-error: no words for a kind
  const noKind: CatalogWords = { ...words, entries: others };
  // @ts-expect-error: no word for one string
  const noString: CatalogWords = { ...words, strings };
  // @ts-expect-error: the tone is decided once for all languages
  const withTone: CatalogWords = { ...words, offline: { title: "t", fix: "f", tone: "info" } };
  expectTypeOf([noKind, noString, withTone, copied]).not.toBeAny();
});

test("translations come from a function that gives text", () => {
  const translate: Translate = (id, fallback, values) => `${id} ${fallback} ${values["time"]}`;
  <RecourseProvider api={api} translate={translate} />;

  // @ts-expect-error: no text
  <RecourseProvider api={api} translate={() => undefined} />;
});
