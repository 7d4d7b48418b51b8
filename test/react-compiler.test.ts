/**
 * What React Compiler says of every component and hook, those of the registry included, with the checks that
 * eslint-plugin-react-hooks 7 switches on (its `COMPILER_OPTIONS`): no broken rule of React, and nothing that it leaves
 * uncompiled. The kit itself is published uncompiled.
 */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "@babel/core";
import compiler, { type LoggerEvent, type PluginOptions } from "babel-plugin-react-compiler";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

const files = ["src", "registry"].flatMap((folder) =>
  readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx$|\buse[A-Z]\w*\.ts$/.test(name))
    .map((name) => `${folder}/${name}`),
);

const checks = {
  validateRefAccessDuringRender: true,
  validateNoSetStateInRender: true,
  validateNoSetStateInEffects: true,
  validateNoJSXInTryStatements: true,
  validateNoImpureFunctionsInRender: true,
  validateStaticComponents: true,
  validateNoFreezingKnownMutableFunctions: true,
  validateNoVoidUseMemo: true,
  validateNoCapitalizedCalls: [],
  validateHooksUsage: true,
  validateNoDerivedComputationsInEffects: true,
};

/** What the compiler tells of one file's components and hooks. */
function judge(path: string): LoggerEvent[] {
  const events: LoggerEvent[] = [];
  const options: PluginOptions = {
    noEmit: true,
    panicThreshold: "none",
    environment: checks,
    logger: { logEvent: (_file, event) => events.push(event) },
  };
  const filename = `${root}${path}`;
  transformSync(readFileSync(filename, "utf8"), {
    filename,
    configFile: false,
    babelrc: false,
    code: false,
    parserOpts: { plugins: ["typescript", "jsx"] },
    plugins: [[compiler, options]],
  });
  return events;
}

function describeEvent(event: LoggerEvent): string {
  return "detail" in event ? event.detail.reason : JSON.stringify(event);
}

it("React Compiler compiles every component and hook, and finds nothing against React's rules", () => {
  const judged = files.flatMap((path) => judge(path).map((event) => ({ path, event })));
  const findings = judged.filter(({ event }) => event.kind !== "CompileSuccess");

  expect(findings.map(({ path, event }) => `${path}: ${describeEvent(event)}`)).toEqual([]);
  expect(judged.length).toBeGreaterThan(60);
}, 30_000);
