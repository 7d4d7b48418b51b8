import type { BrowserContextOptions } from "playwright";

/** A way in which people meet a component. */
export interface Look {
  name: string;
  globals: { theme: "light" | "dark"; direction: "ltr" | "rtl" };
  context: BrowserContextOptions;
  /** Of the root's font size; what a browser's own text setting does. */
  textPercent?: number;
}

const desktop = { width: 900, height: 700 };

export const looks: readonly Look[] = [
  {
    name: "light",
    globals: { theme: "light", direction: "ltr" },
    context: { viewport: desktop, colorScheme: "light" },
  },
  {
    name: "dark",
    globals: { theme: "dark", direction: "ltr" },
    context: { viewport: desktop, colorScheme: "dark" },
  },
  {
    name: "right to left",
    globals: { theme: "light", direction: "rtl" },
    context: { viewport: desktop },
  },
  {
    name: "320 px",
    globals: { theme: "light", direction: "ltr" },
    context: { viewport: { width: 320, height: 640 } },
  },
  {
    name: "200 % text",
    globals: { theme: "light", direction: "ltr" },
    context: { viewport: desktop },
    textPercent: 200,
  },
  {
    name: "forced colours",
    globals: { theme: "light", direction: "ltr" },
    context: { viewport: desktop, forcedColors: "active" },
  },
];
