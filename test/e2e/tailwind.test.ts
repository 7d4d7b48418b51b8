import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { openLooks } from "./looks-page.ts";
import { test as base } from "./looks-test.ts";

const test = base.extend("alone", { scope: "file" }, async ({ browser, pageUrl }) => {
  const page = await openLooks(browser, `${pageUrl}/production/looks/plain.html`);
  try {
    return await stylesOf(page);
  } finally {
    await page.context().close();
  }
});

/** Both orders of import, in a stylesheet and in a script. */
const orders = [
  "tailwind-first",
  "kit-first",
  "tailwind-first-in-script",
  "kit-first-in-script",
] as const;

describe.for(orders)("Beside Tailwind 4, in the page %s,", (order) => {
  test("every element of the kit is styled as without it", async ({ alone, openLooks }) => {
    const beside = await stylesOf(await openLooks(order));

    const names = alone.map(({ name }) => name);
    expect(beside.map(({ name }) => name)).toEqual(names);
    expect(everyKind.filter((kind) => !names.includes(kind))).toEqual([]);
    const differences = alone.flatMap((element, at) => differencesOf(element, beside[at]));
    expect(differences).toEqual([]);
  });

  test("preflight is at work all the same", async ({ openLooks }) => {
    const page = await openLooks(order);
    const own = await page.evaluate(() => {
      const button = document.body.appendChild(document.createElement("button"));
      const heading = document.body.appendChild(document.createElement("h1"));
      return [getComputedStyle(button).padding, getComputedStyle(heading).fontSize];
    });

    expect(own).toEqual(["0px", "16px"]);
  });

  test("utilities win on elements of the kit", async ({ openLooks }) => {
    const page = await openLooks(order);
    const before = await Promise.all(utilities.map((utility) => computedBy(page, utility)));
    await page.evaluate((all) => {
      for (const { name, on } of all) document.querySelector(on)?.classList.add(name);
    }, utilities);
    const after = await Promise.all(utilities.map((utility) => computedBy(page, utility)));

    expect(after).toEqual(utilities.map(({ gives }) => gives));
    expect(before.filter((value, at) => value === after[at])).toEqual([]);
  });
});

const utilities = [
  {
    name: "rounded-none",
    on: ".recourse-card[data-variant=section]",
    property: "border-top-left-radius",
    gives: "0px",
  },
  {
    name: "bg-red-500",
    on: ".recourse-card[data-variant=inline]",
    property: "background-color",
    gives: "oklch(0.637 0.237 25.331)",
  },
  {
    name: "bg-red-500",
    on: ".recourse-button[data-emphasis=primary]",
    property: "background-color",
    gives: "oklch(0.637 0.237 25.331)",
  },
  { name: "p-10", on: ".recourse-button[data-emphasis=quiet]", property: "padding", gives: "40px" },
  {
    name: "text-4xl",
    on: "[data-variant=page] .recourse-title",
    property: "font-size",
    gives: "36px",
  },
  {
    name: "font-black",
    on: ".recourse-toast .recourse-title",
    property: "font-weight",
    gives: "900",
  },
  { name: "p-10", on: ".recourse-toast", property: "padding", gives: "40px" },
  {
    name: "rounded-none",
    on: ".recourse-details dl",
    property: "border-top-left-radius",
    gives: "0px",
  },
] as const;

function computedBy(page: Page, { on, property }: (typeof utilities)[number]): Promise<string> {
  return page
    .locator(on)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** What has to be among the elements, so that none is compared in vain. */
const everyKind = [
  "section.recourse-card",
  "h1.recourse-title",
  "h2.recourse-title",
  "p.recourse-fix",
  "button.recourse-button",
  "a.recourse-button",
  "code.recourse-id",
  "summary",
  "dl",
  "dt",
  "dd",
  "svg.recourse-icon",
  "div.recourse-toast",
  "button.recourse-dismiss",
  "span.recourse-count",
  "div.recourse-retry",
] as const;

interface StyledElement {
  name: string;
  style: Record<string, string>;
}

/** Every computed property of every element of the kit, in one tone. */
function stylesOf(page: Page): Promise<StyledElement[]> {
  return page.evaluate(() => {
    // What preflight sets on the page and the kit inherits: a page's own choice, with Tailwind or without.
    document.body.style.margin = "0";
    Object.assign(document.documentElement.style, {
      fontFamily: "sans-serif",
      tabSize: "4",
      webkitTextSizeAdjust: "100%",
      webkitTapHighlightColor: "transparent",
    });
    // The other tones are other colours and nothing else.
    const elements = [...document.querySelectorAll(".recourse, .recourse *")].filter(
      (element) => !element.closest("[data-tone]:not([data-tone=danger])"),
    );
    return elements.map((element) => {
      const computed = getComputedStyle(element);
      const kind = [...element.classList].filter((name) => name !== "recourse");
      return {
        name: [element.localName, ...kind].join("."),
        style: Object.fromEntries(
          [...computed].map((name) => [name, computed.getPropertyValue(name)]),
        ),
      };
    });
  });
}

function differencesOf(alone: StyledElement, beside: StyledElement | undefined): string[] {
  return Object.entries(alone.style)
    .filter(([property, value]) => beside?.style[property] !== value)
    .filter(([property]) => !isWithoutEffect(property, alone.style, beside?.style))
    .map(([property, value]) => `${alone.name} ${property}: ${value}, ${beside?.style[property]}`);
}

/**
 * Preflight gives every border a style and no width, and aligns images in their line of text, which an icon of the kit,
 * a block, is not in.
 */
function isWithoutEffect(
  property: string,
  ...styles: readonly (Record<string, string> | undefined)[]
): boolean {
  const side = /^(border-.+)-style$/.exec(property)?.[1];
  return styles.every((style) =>
    property === "vertical-align"
      ? style?.["display"] === "block"
      : side !== undefined && style?.[`${side}-width`] === "0px",
  );
}
