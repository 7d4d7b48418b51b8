import { en } from "react-recourse";
import { ar } from "react-recourse/locales/ar";
import { de } from "react-recourse/locales/de";
import { es } from "react-recourse/locales/es";
import { fr } from "react-recourse/locales/fr";
import { ja } from "react-recourse/locales/ja";
import { ptBR } from "react-recourse/locales/pt-BR";
import { zhCN } from "react-recourse/locales/zh-CN";
import { failing } from "react-recourse/msw";
import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { walkByKeyboard } from "../keyboard.ts";
import { LanguageSample } from "./LanguageSample.tsx";

const meta = preview.meta({
  title: "Languages",
  component: LanguageSample,
  parameters: { layout: "fullscreen", controls: { disable: true } },
  beforeEach({ msw }) {
    msw.use(failing("GET /v1/sessions", 502));
  },
  play: async ({ canvas, args: { catalog } }) => {
    const { language, entries, remedies, strings } = catalog;
    const number = new Intl.NumberFormat(language);
    const attempt = strings.attempt
      .replace("{attempt}", number.format(2))
      .replace("{maxAttempts}", number.format(5));
    await expect(
      canvas.getByRole("region", { name: entries.SESSION_EXPIRED.title }),
    ).toHaveAttribute("lang", language);
    await expect(canvas.getByRole("button", { name: remedies.openSession })).toBeVisible();
    await expect(canvas.getAllByText(strings.requestId)[0]).toBeVisible();
    await expect(await canvas.findByText(attempt)).toBeVisible();
    await walkByKeyboard();
  },
});

export const Arabic = meta.story({ args: { catalog: ar }, globals: { direction: "rtl" } });

export const BrazilianPortuguese = meta.story({ args: { catalog: ptBR } });

export const French = meta.story({ args: { catalog: fr } });

export const German = meta.story({ args: { catalog: de } });

export const Japanese = meta.story({ args: { catalog: ja } });

export const SimplifiedChinese = meta.story({ args: { catalog: zhCN } });

export const Spanish = meta.story({ args: { catalog: es } });

/** A sentence ends with its full stop, also in a page that runs the other way; its card runs as the page does. */
export const EnglishFromRightToLeft = meta.story({
  args: { catalog: en },
  globals: { direction: "rtl" },
  play: async ({ canvas }) => {
    for (const { fix } of [en.entries.SESSION_EXPIRED, en.entries.network])
      await expect(placeOf(canvas.getByText(fix), -1).left).toBeGreaterThan(
        placeOf(canvas.getByText(fix), -2).left,
      );
    const card = canvas.getByRole("region", { name: en.entries.GENERIC_ERROR.title });
    const title = canvas.getByText(en.entries.GENERIC_ERROR.title);
    const { left, width } = card.getBoundingClientRect();
    await expect(title.getBoundingClientRect().left).toBeGreaterThan(left + width / 2);
    await canvas.findByText("Attempt 2 of 5");
    await walkByKeyboard();
  },
});

/** Where a character of a text is drawn, counted from its end. */
function placeOf(element: HTMLElement, at: number): DOMRect {
  const text = element.firstChild;
  if (!(text instanceof Text)) throw new TypeError("the element must begin with its text");
  const range = document.createRange();
  const start = text.length + at;
  range.setStart(text, start);
  range.setEnd(text, start + 1);
  return range.getBoundingClientRect();
}
