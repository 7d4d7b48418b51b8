import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseTokens } from "../../../stories/looks/parse-tokens.ts";

const path = fileURLToPath(new URL("../../../src/components/styles/tokens.css", import.meta.url));

/** As it stands. Vitest gives an empty text to who imports a stylesheet. */
export const tokensCss = await readFile(path, "utf8");

/** The kit's own look. */
export const kitTheme = parseTokens(tokensCss);
