/** Whether the value is an object or a function: it can be a key of a `WeakMap` and have properties. */
export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
