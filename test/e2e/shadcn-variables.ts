/** The variables of a shadcn/ui app, as its command writes them, made of the palette that they are taken from. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The grays that shadcn/ui offers as base colours, each by its name in Tailwind's palette. */
export const shadcnGrays = [
  ...["neutral", "stone", "zinc", "gray", "slate"],
  ...["mauve", "olive", "mist", "taupe"],
] as const;

/**
 * What `shadcn init` writes for a base colour (ui.shadcn.com/docs/theming, "Base Colors"): its light and dark theme are
 * the same steps of each gray of Tailwind's palette, and `--destructive` is red.
 */
export async function shadcnVariables(gray: string): Promise<string> {
  const theme = await readFile(
    createRequire(import.meta.url).resolve("tailwindcss/theme.css"),
    "utf8",
  );
  const step = (name: string) => {
    const value = new RegExp(`--color-${name}: ([^;]+);`).exec(theme)?.[1];
    if (value === undefined) throw new Error(`Tailwind must have the colour ${name}`);
    return value;
  };
  const of = (number: number) => step(`${gray}-${number}`);
  return `:root {
    --radius: 0.625rem;
    --background: oklch(1 0 0);
    --foreground: ${of(950)};
    --card: oklch(1 0 0);
    --card-foreground: ${of(950)};
    --primary: ${of(900)};
    --primary-foreground: ${of(50)};
    --muted: ${of(100)};
    --muted-foreground: ${of(500)};
    --destructive: ${step("red-600")};
    --border: ${of(200)};
    --input: ${of(200)};
    --ring: ${of(400)};
  }
  .dark {
    --background: ${of(950)};
    --foreground: ${of(50)};
    --card: ${of(900)};
    --card-foreground: ${of(50)};
    --primary: ${of(200)};
    --primary-foreground: ${of(900)};
    --muted: ${of(800)};
    --muted-foreground: ${of(400)};
    --destructive: ${step("red-400")};
    --border: oklch(1 0 0 / 10%);
    --input: oklch(1 0 0 / 15%);
    --ring: ${of(500)};
  }
  body { background: var(--background); color: var(--foreground); }`;
}
