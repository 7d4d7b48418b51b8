/** How long a page that was about to go, and is still there, waits before it tells what failed meanwhile. */
const stayMs = 3_000;

/**
 * What is to be told should the page stay, or come back; undefined while nobody is about to leave it. Module-level, as the
 * rest here: a page is left as a whole, whatever APIs and toasts are on it.
 */
let untold: (() => void)[] | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let watched: object | undefined;

/**
 * Notices from now on when the person leaves the page: the browser then ends what is under way, to which it looks as if
 * the network had failed. Firefox does so as soon as it asks for the next page, long before `pagehide` where that is slow
 * to come, and has told of it by `beforeunload` alone. Does nothing on a server, and nothing twice.
 */
export function watchPageExit(): void {
  // React Native has a window, and no events on it.
  if (typeof window === "undefined" || typeof window.addEventListener !== "function") return;
  if (watched === window) return;
  watched = window;
  window.addEventListener("beforeunload", () => {
    wait();
    // It also comes before a download, a mail or a dialog in which the person decides to stay.
    timer = setTimeout(tellAll, stayMs);
  });
  window.addEventListener("pagehide", wait);
  // From the back/forward cache: a page that is loaded anew has no memory.
  window.addEventListener("pageshow", tellAll);
}

/** Tells of a failure at once; while the page is being left, only once it has stayed or has come back, in order. */
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
