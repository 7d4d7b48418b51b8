/** What a registered spec that names its codes makes of a catalog's words. Checked by `tsc`, never run. */

import { type Catalog, defineCatalog, en } from "react-recourse";
import { expectTypeOf, test } from "vitest";

const entry = { title: "There is no free seat", fix: "Ask for one." };

test("a catalog has words for all codes of the spec that the kit has none for", () => {
  const words = { SEAT_LIMIT: entry, MESSAGE_TOO_LONG: entry, LIMIT_OF_OTHER_API: entry };
  const catalog = defineCatalog(words);
  expectTypeOf(catalog).toExtend<Catalog>();
  defineCatalog({ ...words, SESSION_EXPIRED: entry, OF_NO_SPEC: entry }, en);
  const { SEAT_LIMIT: _, ...others } = words;
  // @ts-expect-error: one has none
  defineCatalog(others);
  // @ts-expect-error: the same in another language
  defineCatalog(others, en);
  // @ts-expect-error: misspelt
  defineCatalog({ ...others, SEAT_LIMT: entry });
  // @ts-expect-error: no fix
  defineCatalog({ ...words, SEAT_LIMIT: { title: "t" } });
});

test("what has been given words needs them no more", () => {
  const words = { SEAT_LIMIT: entry, MESSAGE_TOO_LONG: entry, LIMIT_OF_OTHER_API: entry };
  defineCatalog({ network: entry }, defineCatalog(words));
});
