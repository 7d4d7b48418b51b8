import addonA11y from "@storybook/addon-a11y";
import addonDocs from "@storybook/addon-docs";
import addonThemes, { withThemeByDataAttribute } from "@storybook/addon-themes";
import { definePreview } from "@storybook/react-vite";
import addonMsw from "msw-storybook-addon";
import { configure } from "storybook/test";
import "@fontsource-variable/inter/wght.css";
import "react-recourse/styles.css";
import { errorToasts } from "react-recourse";
import { StoryProvider } from "../stories/StoryProvider.tsx";
import { checkEveryLook } from "./check-every-look.ts";
import { checkKeyboard, noteKeyboard } from "./check-keyboard.ts";
import "./preview.css";

// What a story waits for comes at once or not at all; a busy machine gets the time it needs.
configure({ asyncUtilTimeout: 10_000 });

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonThemes(), addonMsw()],
  parameters: {
    a11y: { test: "error" },
    layout: "padded",
    controls: { expanded: true },
    options: {
      storySort: {
        includeNames: true,
        order: [
          "Introduction",
          "Playground",
          "Guides",
          [
            "From axios",
            "From plain useQuery",
            "From a generated client",
            "From sonner",
            "shadcn and MUI",
            "Tests",
          ],
          "Patterns",
          ["Inline, card or toast?", "*"],
          "Guidance",
          "Languages",
          "Components",
          ["*", ["Docs", "Default", "*"]],
          "Forms",
          "Tokens",
          "*",
        ],
      },
    },
  },
  initialGlobals: { theme: "light", direction: "ltr" },
  globalTypes: {
    direction: {
      description: "Writing direction",
      toolbar: {
        title: "Direction",
        icon: "transfer",
        items: [
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
        dynamicTitle: true,
      },
    },
  },
  decorators: [
    withThemeByDataAttribute({
      themes: { light: "light", dark: "dark" },
      defaultTheme: "light",
      attributeName: "data-theme",
    }),
    (Story, { globals, id }) => {
      document.documentElement.dir = globals["direction"] === "rtl" ? "rtl" : "ltr";
      return (
        <StoryProvider key={id}>
          <Story />
        </StoryProvider>
      );
    },
  ],
  // Toasts belong to the page, and a page of stories is one page.
  beforeEach: [() => errorToasts.clear(), noteKeyboard],
  afterEach: [checkKeyboard, checkEveryLook],
});
