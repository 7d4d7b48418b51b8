/** Only `false` can be trusted: browsers say `true` behind a dead router as well (HTML, `navigator.onLine`). */
export function isOnline(): boolean {
  return typeof navigator === "undefined" || navigator.onLine !== false;
}
