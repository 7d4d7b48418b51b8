import { describe, expect, it } from "vitest";
import { readProperty } from "../../src/error/read-property.ts";

const throwing = {
  get status() {
    throw new Error("no");
  },
};
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();

describe("readProperty", () => {
  it.each<[string, unknown]>([
    ["null", null],
    ["undefined", undefined],
    ["a text", "status"],
    ["an object without it", {}],
    ["a getter that throws", throwing],
    ["a revoked proxy", proxy],
  ])("gives undefined for %s", (_, source) => {
    expect(readProperty(source, "status")).toBeUndefined();
  });

  it("reads own and inherited properties, of functions too", () => {
    expect(readProperty({ status: 401 }, "status")).toBe(401);
    expect(readProperty(Object.create({ status: 401 }), "status")).toBe(401);
    expect(readProperty(function named() {}, "name")).toBe("named");
  });
});
