/** Whether the value is an Error or a DOMException, of any realm, polyfilled or not. Never throws. */
export function isErrorObject(thrown: unknown): boolean {
  try {
    const tag = Object.prototype.toString.call(thrown);
    return thrown instanceof Error || tag === "[object Error]" || tag === "[object DOMException]";
  } catch {
    // A proxy may throw at any operation.
    return false;
  }
}
