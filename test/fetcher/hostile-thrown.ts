import fc from "fast-check";

/** A value to throw, as data that can be printed: a proxy that throws at every question could not be. */
export interface HostileThrown {
  form: "bare" | "proxy" | "revoked" | "getter" | "frozen" | "error" | "branded" | "function";
  value: unknown;
  key: string;
  traps: readonly (keyof ProxyHandler<object>)[];
}

const anything = fc.anything({
  maxDepth: 2,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** What an `ApiError` of another copy of the kit, or something that plays one, may hold. */
const branded = fc
  .dictionary(
    fc.constantFrom(
      ...["code", "kind", "message", "status", "requestId", "retryAfterMs", "attempts", "retryAt"],
      ...["retryStopped", "route", "method", "path", "details", "at", "cause", "name", "toJSON"],
      ...["response", "data", "headers", "request", "config", "url", "errors", "graphQLErrors"],
    ),
    fc.oneof(
      anything,
      fc.constantFrom("network", "timeout", "aborted", "unavailable", "attempts", 404, 429, 503),
    ),
  )
  .map((fields) => ({ "~recourse": "ApiError", ...fields }));

export const hostileThrown: fc.Arbitrary<HostileThrown> = fc.record({
  form: fc.constantFrom(
    ...(["bare", "bare", "proxy", "revoked", "getter", "frozen", "error"] as const),
    ...(["branded", "branded", "function"] as const),
  ),
  value: fc.oneof(anything, branded),
  key: fc.constantFrom(
    ...["name", "message", "code", "cause", "details", "~recourse", "stack", "then", "status"],
    ...["response", "request", "config", "data", "meta", "headers", "errors", "networkError"],
  ),
  traps: fc.subarray([
    ...(["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"] as const),
    ...(["set", "defineProperty", "isExtensible", "preventExtensions"] as const),
  ]),
});

export function toThrown({ form, value, key, traps }: HostileThrown): unknown {
  const target = typeof value === "object" && value !== null ? value : { value };
  switch (form) {
    case "bare":
    case "branded":
      return value;
    case "proxy":
      return new Proxy(target, Object.fromEntries(traps.map((trap) => [trap, no])));
    case "revoked": {
      const { proxy, revoke } = Proxy.revocable(target, {});
      revoke();
      return proxy;
    }
    case "getter":
      return Object.defineProperty({ ...target }, key, { get: no, enumerable: true });
    case "frozen":
      return Object.freeze({ ...target });
    case "error":
      return Object.assign(new Error("e"), { [key]: value });
    case "function":
      return Object.defineProperties(() => {}, Object.getOwnPropertyDescriptors({ ...target }));
  }
}

function no(): never {
  throw new Error("no");
}
