import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import tokensCss from "../../src/components/styles/tokens.css?raw";
import { declaredTokens } from "./parse-tokens.ts";
import { TokenList } from "./TokenList.tsx";

const meta = preview.meta({
  title: "Tokens",
  component: TokenList,
  parameters: { controls: { disable: true } },
});

/** All that the kit's CSS declares, and none besides; one alone has no value. */
export const Default = meta.story({
  name: "Every token",
  play: async ({ canvas }) => {
    const listed = canvas.getAllByText(/^--recourse-/).map(({ textContent }) => textContent);
    await expect(listed.toSorted()).toEqual([...declaredTokens(tokensCss)].toSorted());
    await expect(canvas.getAllByText("no value")).toHaveLength(1);
  },
});
