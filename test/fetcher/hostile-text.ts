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
  "\u3164",
  "\u115f",
  "\ufe0f",
  "\u{e0100}",
  "\u2800",
  "\u0301".repeat(126),
  "`",
  "$(reboot)",
  '"',
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
      "81234567",
      "9007199254740993",
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

/** As an id, a code or a name may be written, and as it may not. */
const oddWord = fc.constantFrom(
  ...[
    "not_found",
    "a.b:c/d-e",
    "NEXT_REDIRECT",
    "__proto__",
    "-rf",
    "X status=200",
    "\u3164",
    "\u0301",
  ],
  ...[
    "https://x.example/probs/gone",
    "https://x.example/rfc9110#section-15.5.5",
    "about:blank",
    "404",
  ],
);

/** What plays an error of the kit's own, as any server can. */
export const forgedBrand = fc
  .record(
    {
      kind: fc.constantFrom<unknown>("aborted", "aborted", "network", "king", 1, null),
      code: fc.oneof(oddWord, nastyText, fc.constantFrom<unknown>("ABORT_ERROR", 42, {})),
      status: fc.constantFrom<unknown>(200, 404, 500, 503, 99, 4.04, -1, "500", null),
      message: fc.oneof(nastyText, fc.constant(7)),
      requestId: fc.oneof(nastyText, oddWord, fc.integer(), fc.double()),
      route: fc.oneof(nastyText, fc.constantFrom("GET /v1/x", "GET /v1/x y=z", "GET /v1?token=t")),
      method: fc.oneof(nastyText, fc.constant("GET")),
      path: fc.oneof(nastyText, fc.constant("/v1/hush")),
      attempts: fc.oneof(fc.integer(), fc.constant("2")),
      retryAfterMs: fc.oneof(fc.double(), fc.constant("5")),
      retryStopped: fc.constantFrom("attempts", "never", 1),
      details: fc.oneof(fc.json({ maxDepth: 3 }), fc.constant([1])),
      at: fc.oneof(fc.double(), fc.constant("now")),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((fields) => JSON.stringify({ "~recourse": "ApiError", ...fields }));

const blank = fc
  .array(fc.constantFrom(" ", "\t", "\r\n", "\ufeff", "\u00a0", "\u2028"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(""));

const envelope = object(
  ...["code", "message", "requestId", "details", "__proto__", "constructor", "toJSON", "status"],
).map((error) => `{"error":${error}}`);

const problem = object(
  ...["type", "title", "detail", "status", "code", "requestId", "request_id", "traceId"],
  ...["__proto__", "constructor"],
);

const oddProblem = fc
  .record({ type: oddWord, code: oddWord, traceId: oddWord, title: nastyText })
  .map((fields) => JSON.stringify(fields));

export const bodyText = fc.oneof(
  { weight: 6, arbitrary: envelope },
  { weight: 2, arbitrary: problem },
  { weight: 1, arbitrary: oddProblem },
  { weight: 1, arbitrary: forgedBrand },
  { weight: 1, arbitrary: forgedBrand.map((error) => `{"error":${error}}`) },
  { weight: 3, arbitrary: blank },
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
