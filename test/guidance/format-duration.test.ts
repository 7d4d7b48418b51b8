import { describe, expect, it } from "vitest";
import { formatDuration } from "../../src/guidance/format-duration.ts";

const second = 1_000;
const minute = 60 * second;

describe("formatDuration", () => {
  it.each([
    [0, "0 sec"],
    [-5 * second, "0 sec"],
    [1, "1 sec"],
    [2_001, "3 sec"],
    [3_000, "3 sec"],
    [89 * second, "89 sec"],
    [89_001, "2 min"],
    [2 * minute, "2 min"],
    [2 * minute + 1, "3 min"],
    [89 * minute, "89 min"],
    [90 * minute, "2 hr"],
    [120 * minute + 1, "3 hr"],
  ])("rounds %i ms up to %j, so that it never promises too early", (durationMs, written) => {
    expect(formatDuration(durationMs, "en")).toBe(written);
  });

  it.each([
    ["de", "3 Sek."],
    ["fr", "3 s"],
    ["ja", "3 秒"],
    ["pt-BR", "3 s"],
  ])("writes in the short form of %s", (language, written) => {
    expect(formatDuration(3_000, language).replace(/\s/g, " ")).toBe(written);
  });

  it("keeps languages and units apart, also when they take turns", () => {
    const ask = () => ["en", "de", "en"].map((language) => formatDuration(120_000, language));
    expect(ask()).toEqual(["2 min", "2 Min.", "2 min"]);
    expect(formatDuration(1_000, "en")).toBe("1 sec");
  });
});
