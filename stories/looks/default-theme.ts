import tokensCss from "../../src/components/styles/tokens.css?raw";
import { parseTokens } from "./parse-tokens.ts";
import type { Theme } from "./theme.ts";

/** The kit's own look, read from its CSS as it stands. */
export const defaultTheme: Theme = parseTokens(tokensCss);
