import fc from "fast-check";

/** What breaks lines, reorders them, hides in them, is half a character, or fills a field to its limit. */
const nastyPieces = fc.constantFrom(
  " ",
  ",",
  "\n",
  "\u0000",
  "\u001b[31m",
  "\u0085",
  "\u202e",
  "\u2066",
  "\u061c",
  "\u200b",
  "\u2028",
  "\ufeff",
  "\u00e9",
  "\u{1f511}",
  "\u{e0041}",
  "\ud800",
  "\udc00",
  "req_01",
  "x".repeat(127),
  "x".repeat(199),
  "\u{1f511}".repeat(199),
  "x".repeat(1_000),
);

export const nastyText = fc.oneof(
  fc.array(nastyPieces, { maxLength: 6 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom("", "__proto__", "constructor", "toString", "SESSION_EXPIRED", "ABORT_ERROR"),
);

/** JSON text and no values: a value could not say `1e999`, a key twice, or `__proto__` as a key of its own. */
const nastyJson = fc.oneof(
  { weight: 4, arbitrary: nastyText.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "null",
      "true",
      "404",
      "1e999",
      "[]",
      '{"at":[1e999]}',
      '"\\ud800"',
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      `${"[".repeat(20)}${"]".repeat(20)}`,
    ),
  },
);

const field = (names: readonly string[]) =>
  fc.tuple(fc.constantFrom(...names), nastyJson).map(([name, json]) => `"${name}":${json}`);

const object = (...names: string[]) =>
  fc.array(field(names), { maxLength: 5 }).map((fields) => `{${fields.join(",")}}`);

const envelope = object(
  ...["code", "message", "requestId", "details", "__proto__", "constructor", "toJSON", "status"],
).map((error) => `{"error":${error}}`);

const problem = object("type", "title", "detail", "status", "__proto__", "constructor");

export const bodyText = fc.oneof(
  { weight: 6, arbitrary: envelope },
  { weight: 2, arbitrary: problem },
  { weight: 1, arbitrary: nastyJson },
  { weight: 1, arbitrary: nastyJson.map((error) => `{"error":${error}}`) },
  { weight: 1, arbitrary: fc.string({ maxLength: 50 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "<!doctype html><title>502 Bad Gateway</title>",
      '\ufeff{"error":{"code":"C"}}',
      '{"error":{"co',
    ),
  },
);

/** UTF-8 that, unlike `TextEncoder`'s, has halves of surrogate pairs as three bytes each, which no decoder may take. */
export function toLaxBytes(text: string): Uint8Array<ArrayBuffer> {
  const parts = Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    const isHalf = character.length === 1 && unit >= 0xd800 && unit <= 0xdfff;
    return isHalf
      ? [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
      : [...new TextEncoder().encode(character)];
  });
  return Uint8Array.from(parts.flat());
}
