import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { defaultTheme } from "./default-theme.ts";
import { TokenList } from "./TokenList.tsx";

const meta = preview.meta({
  title: "Looks/Tokens",
  component: TokenList,
  args: { theme: defaultTheme },
  parameters: { controls: { disable: true } },
});

/** Read from the kit's CSS. */
export const Default = meta.story({
  name: "Every token",
  play: async ({ canvas }) => {
    for (const name of defaultTheme.keys())
      await expect(canvas.getByText(name, { exact: true })).toBeVisible();
  },
});
