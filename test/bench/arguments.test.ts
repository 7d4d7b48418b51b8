import { describe, expect, it, test } from "vitest";
import { parseArguments } from "../../bench/fleet/arguments.ts";
import { clientNames } from "../../bench/fleet/clients/client-name.ts";
import { scenarios } from "../../bench/fleet/scenario.ts";

const namesOf = (args: string[]) => parseArguments(args).scenarios.map(({ name }) => name);

describe("the command's arguments", () => {
  it("mean every client and scenario where they name none", () => {
    expect(parseArguments([])).toEqual({
      clients: clientNames,
      scenarios,
      seed: 1,
      scale: 0.125,
      kitRetry: {},
      isKept: false,
    });
  });

  test.for([
    [["kit", "503-tabs"], ["503-tabs"]],
    [
      ["all", "503-tabs,hang-busy"],
      ["503-tabs", "hang-busy"],
    ],
    [
      ["kit", "half"],
      ["half-busy", "half-tabs", "half-pollers", "half-dashboards"],
    ],
  ] as const)("%s name scenarios %s", ([args, names]) => {
    expect(namesOf([...args])).toEqual(names);
  });

  it("set seed, scale and the kit's retry options", () => {
    const args = ["kit,ky", "--seed", "7", "--scale", "1", "--kit", '{"baseDelayMs":1000}'];
    expect(parseArguments(args)).toMatchObject({
      clients: ["kit", "ky"],
      seed: 7,
      scale: 1,
      kitRetry: { baseDelayMs: 1_000 },
    });
  });

  test.for([
    [["axios"], "client must be one of kit, kit-query"],
    [["kit", "504"], "scenario must be one of 503-busy, 503-tabs"],
    [["--seed", "1.5"], "--seed must be a whole number: got 1.5"],
    [["--scale", "0"], "--scale must be from 0 to 1: got 0"],
    [["--seed", ""], "--seed must be a whole number: got "],
    [["--kit", "[]"], "--kit must be retry options as JSON: got []"],
    [["--kit", "{"], "--kit must be retry options as JSON: got {"],
    [["kit", "--write"], "--write keeps the results of all: leave out kit"],
    [["--sede", "1"], "--sede"],
  ] as const)("%s are refused in one line", ([args, message]) => {
    expect(() => parseArguments(args)).toThrow(TypeError);
    expect(() => parseArguments(args)).toThrow(message);
  });
});
