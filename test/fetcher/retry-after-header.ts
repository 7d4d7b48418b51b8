import fc from "fast-check";

/** A header and, known without reading it, what it asks for; undefined where it asks for nothing that makes sense. */
export interface RetryAfterHeader {
  text: string | undefined;
  waitMs: number | undefined;
}

/** The moment that dates are written from. No part of a second, because they have none. */
export const startMs = Date.UTC(2026, 0, 1, 12, 0, 0);

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The three forms of an HTTP-date (RFC 9110, 5.6.7). */
const dateForms = {
  imf: (date: Date) => date.toUTCString(),
  rfc850: (date: Date) => {
    const [, day, month, year, time] = date.toUTCString().split(" ");
    return `${days[date.getUTCDay()]}, ${day}-${month}-${year?.slice(2)} ${time} GMT`;
  },
  asctime: (date: Date) => {
    const [weekday, day, month, year, time] = date.toUTCString().split(" ");
    return `${weekday?.slice(0, 3)} ${month} ${day?.replace(/^0/, " ")} ${time} ${year}`;
  },
};

const seconds = fc
  .oneof(fc.integer({ min: 0, max: 120 }), fc.nat(), fc.constantFrom(60, 61, 2 ** 31, 2 ** 53))
  .map((count) => ({
    text: String(count),
    waitMs: Math.min(count * 1_000, Number.MAX_SAFE_INTEGER),
  }));

const date = fc
  .tuple(
    fc.constantFrom(...Object.values(dateForms)),
    fc.oneof(
      fc.integer({ min: -100, max: 120 }),
      fc.integer({ min: -800_000_000, max: 700_000_000 }),
    ),
  )
  .map(([format, offsetSeconds]) => ({
    text: format(new Date(startMs + offsetSeconds * 1_000)),
    waitMs: Math.max(0, offsetSeconds * 1_000),
  }));

const insane = fc
  .oneof(
    fc.constantFrom(
      "",
      "-5",
      "+5",
      "1e3",
      "0x10",
      "1.5",
      "Infinity",
      "NaN",
      "10, 20",
      "1 2",
      "\u0665",
      "tomorrow",
      "2026-01-01T12:00:30Z",
      "Thu, 99 Jan 2026 12:00:30 GMT",
      "Thu, 01 Foo 2026 12:00:30 GMT",
      "Thu, 01 Jan 2026 99:00:00 GMT",
      "Thu Jan 99 12:00:30 2026",
    ),
    fc.string({ unit: "binary-ascii", maxLength: 40 }).filter((text) => !/^\s*\d+\s*$/.test(text)),
  )
  .map((text) => ({ text, waitMs: undefined }));

const endless = fc.integer({ min: 16, max: 2_000 }).map((digits) => ({
  text: "9".repeat(digits),
  waitMs: Number.MAX_SAFE_INTEGER,
}));

export const retryAfterHeader: fc.Arbitrary<RetryAfterHeader> = fc.oneof(
  { weight: 4, arbitrary: seconds },
  { weight: 3, arbitrary: date },
  { weight: 2, arbitrary: insane },
  { weight: 1, arbitrary: endless },
  { weight: 3, arbitrary: fc.constant({ text: undefined, waitMs: undefined }) },
);
