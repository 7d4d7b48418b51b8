import { createRoot } from "react-dom/client";
import type { Flood } from "../flood.ts";
import type { Contestant } from "./contestant.ts";

declare global {
  interface Window {
    /** Makes ready a flood of failures, before anything is measured. */
    prepare(flood: Flood): void;
    /** Shows them, and waits until the page has nothing to do. */
    show(): Promise<void>;
    /** How many elements of the page are the toaster's. */
    countElements(): number;
  }
}

const name = new URLSearchParams(location.search).get("contestant");
const modules = import.meta.glob<{ contestant: Contestant }>("./contestants/*.tsx");
const loaded = await modules[`./contestants/${name}.tsx`]?.();
if (!loaded) throw new Error(`there is no contestant ${name}`);
const { Toaster, toShow } = loaded.contestant;

const root = document.querySelector("#root");
if (!root) throw new Error("the page must have #root");
createRoot(root).render(<Toaster />);
await untilIdle();
const elementsBefore = document.querySelectorAll("body *").length;

let shows: (() => void)[] = [];
let isAtOnce = true;

window.prepare = (flood) => {
  isAtOnce = flood.isAtOnce;
  shows = Array.from({ length: flood.failures }, (_, failure) =>
    toShow({
      key: `cause${failure % flood.causes}`,
      title: `Something did not work ${failure % flood.causes}.`,
      requestId: `req_${failure}`,
    }),
  );
};

window.show = async () => {
  for (const show of shows) {
    show();
    if (!isAtOnce) await nextTask();
  }
  await untilIdle();
  if (!document.body.textContent.includes(`req_${shows.length - 1}`))
    throw new Error(`${name} does not show the newest failure`);
};

window.countElements = () => document.querySelectorAll("body *").length - elementsBefore;

/** As soon as the browser lets others work, which it does not put off as it does timers. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Two frames, then half a second in which toasts come to rest, then a moment without work. */
async function untilIdle(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await new Promise((resolve) => requestIdleCallback(resolve));
}
