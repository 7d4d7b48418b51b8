import { describe } from "vitest";
import { appTest } from "./app-test.ts";
import { itRecovers, itSendsAgain } from "./session-page.ts";

const test = appTest("vite-react-18");

describe("vite-react-18", () => {
  test("is built for production", ({ app: _app }) => {});
  itRecovers(test, "/");
  itSendsAgain(test, "/");
});
