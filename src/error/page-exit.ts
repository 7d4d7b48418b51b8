/** How long after `beforeunload` a page that is still there holds back its failures. */
const stayMs = 3_000;

/**
 * Failures to report if the page stays or comes back; undefined while nobody is leaving. The state here is module-level
 * because the person leaves the page as a whole, with all its APIs and toasts.
 */
let untold: (() => void)[] | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let watched: object | undefined;

/**
 * Watches from now on whether the person leaves the page. The browser then ends all requests, which looks like a
 * network failure. Firefox ends them as soon as it asks for the next page: if that is slow, `pagehide` comes long
 * after, and only `beforeunload` comes first. Does nothing on a server, and nothing on the second call.
 */
export function watchPageExit(): void {
  // React Native has a `window` without events.
  if (typeof window === "undefined" || typeof window.addEventListener !== "function") return;
  if (watched === window) return;
  watched = window;
  window.addEventListener("beforeunload", () => {
    wait();
    // `beforeunload` also comes before a download, a mail, or a dialog in which the person decides to stay.
    timer = setTimeout(tellAll, stayMs);
  });
  window.addEventListener("pagehide", wait);
  // The page has come back from the back/forward cache. A page that loads anew has nothing to tell.
  window.addEventListener("pageshow", tellAll);
}

/** Reports a failure at once or, while the person leaves, when the page has stayed or come back. Keeps the order. */
export function tellUnlessLeaving(tell: () => void): void {
  if (untold) untold.push(tell);
  else tell();
}

function wait(): void {
  clearTimeout(timer);
  untold ??= [];
}

function tellAll(): void {
  clearTimeout(timer);
  const tells = untold ?? [];
  untold = undefined;
  for (const tell of tells) tell();
}
