/** Whether it is an object or a function: what a `WeakMap` can hold by, and what has properties of its own. */
export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
