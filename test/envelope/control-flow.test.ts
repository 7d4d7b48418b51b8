import { describe, expect, it } from "vitest";
import { isControlFlow } from "../../src/envelope/control-flow.ts";

const no = () => {
  throw new Error("no");
};

describe("what a framework threw to steer itself", () => {
  it.each<keyof ProxyHandler<object>>(["get", "has", "getPrototypeOf", "ownKeys"])(
    "is not a proxy that throws at %s",
    (trap) => {
      expect(isControlFlow(new Proxy({}, { [trap]: no }))).toBe(false);
    },
  );
});
