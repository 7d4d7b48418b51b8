import { expect, test } from "vitest";
import {
  declaredTokens,
  parseLightDark,
  parseTokens,
} from "../../../stories/tokens/parse-tokens.ts";

test("parseTokens reads :root, in layers and conditions too, and nothing else", () => {
  const css = `
      /* :root { --recourse-ink: red; } */
      @layer components.recourse {
        @supports (color: light-dark(#000, #fff)) {
          :root {
            --recourse-ink: light-dark(#17181c, #f3f3f5);
            --other: 1px;
            --recourse-shadow:
              0 1px 2px rgb(0 0 0 / 5%),
              0 2px 4px black
          }
        }
        .recourse-card { --recourse-tone: var(--recourse-danger); }
      }`;

  expect([...parseTokens(css)]).toEqual([
    ["--recourse-ink", "light-dark(#17181c, #f3f3f5)"],
    ["--recourse-shadow", "0 1px 2px rgb(0 0 0 / 5%), 0 2px 4px black"],
  ]);
});

test("declaredTokens finds those that are declared elsewhere, and none that are only used", () => {
  const css = ".dark { --recourse-scheme: dark; color: var(--recourse-ink) }";

  expect([...declaredTokens(css)]).toEqual(["--recourse-scheme"]);
});

test.for([
  ["light-dark(#fff, #000)", "#fff", "#000"],
  [
    "0 1px 2px light-dark(rgb(0, 0, 0), rgb(1, 1, 1))",
    "0 1px 2px rgb(0, 0, 0)",
    "0 1px 2px rgb(1, 1, 1)",
  ],
  ["0 0 light-dark(a, b), 1px light-dark(c, d)", "0 0 a, 1px c", "0 0 b, 1px d"],
  ["0.5rem", "0.5rem", "0.5rem"],
])("parseLightDark takes %j apart", ([value, light, dark]) => {
  expect(parseLightDark(value ?? "")).toEqual({ light, dark });
});
