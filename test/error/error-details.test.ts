import { describe, expect, it } from "vitest";
import { toErrorDetails } from "../../src/error/error-details.ts";

/** An object in an object, so many times. */
const nested = (levels: number): object => (levels === 0 ? {} : { inner: nested(levels - 1) });

const no = (): never => {
  throw new Error("no");
};
const hostile = (trap: keyof ProxyHandler<object>) => new Proxy({}, { [trap]: no });
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const cycle: Record<string, unknown> = { a: 1 };
cycle["self"] = [cycle];

describe("an error's details", () => {
  it("are what was told, without what is undefined", () => {
    expect(toErrorDetails({ field: "name", limits: [1, null], gone: undefined })).toEqual({
      field: "name",
      limits: [1, null],
    });
  });

  it.each([[undefined], [{}], [{ gone: undefined }]])("are none for %j", (details) => {
    expect(toErrorDetails(details)).toBeUndefined();
  });

  it("lose what is nested deeper than 16 levels", () => {
    expect(Object.keys(toErrorDetails({ fits: nested(15), deep: nested(16) }) ?? {})).toEqual([
      "fits",
    ]);
  });

  it.each([
    ["1e999", JSON.parse("1e999")],
    ["NaN", Number.NaN],
    ["a bigint", 1n],
    ["1e999 further in", JSON.parse('{"at":[1e999]}')],
  ])("lose what JSON cannot carry: %s", (_, value) => {
    expect(toErrorDetails({ fits: 1, value })).toEqual({ fits: 1 });
  });

  it.each<[string, unknown]>([
    ["whose getter throws", Object.defineProperty({}, "value", { get: no, enumerable: true })],
    [
      "in which one throws",
      { value: { at: Object.defineProperty([], 0, { get: no, enumerable: true }) } },
    ],
    ["that cannot be listed", { value: hostile("ownKeys") }],
    ["that has no prototype to tell", { value: { at: hostile("getPrototypeOf") } }],
    ["that was revoked", { value: revoked }],
    ["that holds itself", { value: cycle }],
  ])("lose an entry %s, and no other", (_, given) => {
    const details = Object.defineProperties({ fits: 1 }, Object.getOwnPropertyDescriptors(given));
    expect(toErrorDetails(details)).toEqual({ fits: 1 });
  });

  it.each<[string, unknown]>([
    ["a list", [1]],
    ["a text", "x"],
    ["null", null],
    ["a proxy that cannot be listed", hostile("ownKeys")],
    ["a proxy that was revoked", revoked],
  ])("are none for %s", (_, details) => {
    expect(toErrorDetails(details)).toBeUndefined();
  });

  it("keep instances of classes as they are, and read none of them", () => {
    class Order {
      readonly total = 1n;
      get secret(): string {
        return no();
      }
    }
    const [order, at] = [new Order(), new Date(0)];
    expect(toErrorDetails({ order, at })).toEqual({ order, at });
  });

  it("are read at once where lists share their items 32 times over", () => {
    let shared: unknown = "x";
    for (let level = 0; level < 15; level += 1) shared = Array(32).fill(shared);
    expect(Object.keys(toErrorDetails({ shared }) ?? {})).toEqual(["shared"]);
  });

  it("hold no prototype", () => {
    expect(toErrorDetails(JSON.parse('{"__proto__":{"a":1},"b":2}'))).toEqual({ b: 2 });
  });
});
