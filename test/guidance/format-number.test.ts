import { describe, expect, it, vi } from "vitest";
import { formatNumber } from "../../src/guidance/format-number.ts";

describe("formatNumber", () => {
  it.each([
    ["en", "12,345"],
    ["de", "12.345"],
    ["ar-EG", "١٢٬٣٤٥"],
  ])("writes as %s does", (language, written) => {
    expect(formatNumber(12_345, language)).toBe(written);
  });

  it("keeps languages and units apart, also when they take turns", () => {
    const written = [
      formatNumber(2, "en", "minute"),
      formatNumber(2, "en"),
      formatNumber(2, "de", "minute"),
      formatNumber(2, "en", "minute"),
    ];
    expect(written).toEqual(["2 min", "2", "2 Min.", "2 min"]);
  });

  it.each(["pt_BR", "", "not a language", "€"])(
    "takes the browser’s own language in place of %j, and says so once",
    (language) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      const own = new Intl.NumberFormat().format(1_234);
      expect([formatNumber(1_234, language), formatNumber(1_234, language)]).toEqual([own, own]);
      formatNumber(2, language, "minute");
      expect(warn.mock.calls).toEqual([
        [expect.stringContaining(`a BCP 47 tag, such as "pt-BR": got ${JSON.stringify(language)}`)],
      ]);
    },
  );
});
