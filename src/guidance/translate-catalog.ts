import { warnOnce } from "../error/warn-once.ts";
import type { Catalog, CatalogEntry } from "./catalog.ts";
import { placeholdersIn } from "./interface-strings.ts";
import { usableCatalog } from "./usable-catalog.ts";

/**
 * Translates one message. `id` is stable, `fallback` is the catalog's text. Pass `values` on: each placeholder, such as
 * `{time}` or `{count}`, has itself as its value, since it is filled in later.
 */
export type Translate = (
  id: string,
  fallback: string,
  values: Readonly<Record<string, string>>,
) => string;

/**
 * Lays an app's own translations over a catalog. Asks for each message once, with an ID such as
 * `recourse.SESSION_EXPIRED.title`, `recourse.offline.fix`, `recourse.remedies.retry`, `recourse.strings.copied` or
 * `recourse.strings.fields.code`; {@link catalogMessages} lists them all. Pass a catalog in the language of the
 * translations, or one that names it: `{ ...en, language: intl.locale }`. Times and `lang` attributes use that
 * language.
 *
 * FormatJS: `(id, defaultMessage, values) => intl.formatMessage({ id, defaultMessage }, values)`
 *
 * Lingui: `(id, message, values) => i18n._(id, values, { message })`
 *
 * Never throws: if `translate` throws, or returns nothing, no string, or only the ID, the catalog's text stays and
 * development warns once. It cannot do plurals, since values are not known yet when a message is translated.
 */
export function translateCatalog(catalog: Catalog, translate: Translate): Catalog {
  return mapMessages(catalog, (id, fallback) => {
    try {
      const given: unknown = translate(id, fallback, placeholdersIn(fallback));
      if (typeof given === "string" && given.trim() !== "" && given !== id) return given;
      hintAtMissing(id, typeof given === "string" ? JSON.stringify(given) : typeof given);
    } catch (thrown) {
      hintAtMissing(id, thrown);
    }
    return fallback;
  });
}

/** Every message of a catalog by its ID, in a fixed order, for tools that collect messages for translation. */
export function catalogMessages(catalog: Catalog): Record<string, string> {
  const messages = new Map<string, string>();
  mapMessages(catalog, (id, text) => {
    messages.set(id, text);
    return text;
  });
  return Object.fromEntries(messages);
}

/** Returns the text that replaces a message. */
type ChangeMessage = (id: string, text: string) => string;

function mapMessages(given: Catalog, change: ChangeMessage): Catalog {
  const catalog = usableCatalog(given);
  const { fields, ...strings } = catalog.strings;
  const entries = Object.entries(catalog.entries).map(([name, entry]) => [
    name,
    entry && mapEntry(`recourse.${name}`, entry, change),
  ]);
  return {
    ...catalog,
    entries: { ...catalog.entries, ...Object.fromEntries(entries) },
    offline: mapEntry("recourse.offline", catalog.offline, change),
    outdatedPage: mapEntry("recourse.outdatedPage", catalog.outdatedPage, change),
    afterSuccess: mapEntry("recourse.afterSuccess", catalog.afterSuccess, change),
    tooLarge: mapEntry("recourse.tooLarge", catalog.tooLarge, change),
    serviceDown: mapEntry("recourse.serviceDown", catalog.serviceDown, change),
    serviceLimited: mapEntry("recourse.serviceLimited", catalog.serviceLimited, change),
    remedies: mapEach("recourse.remedies", catalog.remedies, change),
    strings: {
      ...mapEach("recourse.strings", strings, change),
      fields: mapEach("recourse.strings.fields", fields, change),
    },
  };
}

function mapEntry(id: string, entry: CatalogEntry, change: ChangeMessage): CatalogEntry {
  const changed = { ...entry };
  for (const part of ["title", "fix", "fixWithoutId", "label"] as const) {
    const text = entry[part];
    if (text !== undefined) changed[part] = change(`${id}.${part}`, text);
  }
  return changed;
}

function mapEach<Name extends string>(
  id: string,
  texts: Readonly<Record<Name, string>>,
  change: ChangeMessage,
): Record<Name, string> {
  const changed: Record<Name, string> = { ...texts };
  for (const name in texts) changed[name] = change(`${id}.${name}`, texts[name]);
  return changed;
}

function hintAtMissing(id: string, got: unknown): void {
  warnOnce(
    () =>
      process.env.NODE_ENV !== "production" && [
        `translation of ${id}`,
        `no translation for ${id}, so its own text stays:`,
        got,
      ],
  );
}
