import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { declaredTokens, parseLightDark } from "../../../stories/looks/parse-tokens.ts";
import { TokenList } from "../../../stories/looks/TokenList.tsx";
import { kitTheme, tokensCss } from "./kit-theme.ts";

const page = renderToStaticMarkup(createElement(TokenList, { theme: kitTheme }));

test("The page of tokens has every custom property of tokens.css, and none besides", () => {
  const listed = [...page.matchAll(/<code class="looks-name" dir="ltr">([^<]+)<\/code>/g)].map(
    ([, name]) => name,
  );

  expect(listed).toHaveLength(22);
  expect(listed.toSorted()).toEqual([...declaredTokens(tokensCss)].toSorted());
});

test("The page of tokens has the values that the CSS has", () => {
  const values = [...kitTheme.values()].flatMap((value) => Object.values(parseLightDark(value)));
  const shown = new Set(
    [...page.matchAll(/<figcaption>.*?<code>([^<]+)<\/code>/g)].map(([, value]) => value),
  );

  expect(values.filter((value) => !shown.has(value.replaceAll('"', "&quot;")))).toEqual([]);
});
