import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import type { Contestant } from "./contestant.ts";

declare global {
  interface Window {
    /** Mounts so many rows, each with a query of its own. Gives the milliseconds until all show their data. */
    mountRows(count: number): Promise<number>;
  }
}

let asked = 0;

/** Every answer is there at once, made anew, with a request id of its own. */
window.fetch = async (input) => {
  asked += 1;
  const url = input instanceof Request ? input.url : String(input);
  const session = { id: url.slice(url.lastIndexOf("/") + 1), name: "A session" };
  const headers = { "content-type": "application/json", "x-request-id": `req_${asked}` };
  return new Response(JSON.stringify(session), { headers });
};

const name = new URLSearchParams(location.search).get("contestant");
const modules = import.meta.glob<{ contestant: Contestant }>("./contestants/*.tsx");
const loaded = await modules[`./contestants/${name}.tsx`]?.();
if (!loaded) throw new Error(`there is no contestant ${name}`);
const { Frame, useName } = loaded.contestant;

function Row({ sessionId, onShown }: { sessionId: string; onShown: () => void }) {
  const name = useName(sessionId);
  useEffect(() => {
    if (name !== undefined) onShown();
  }, [name, onShown]);
  return <li>{name ?? "Loading…"}</li>;
}

window.mountRows = (count) =>
  new Promise((resolve) => {
    let shown = 0;
    const begunAt = performance.now();
    const onShown = () => {
      shown += 1;
      if (shown === count) resolve(performance.now() - begunAt);
    };
    const root = createRoot(document.querySelector("#root") ?? document.body);
    root.render(
      <Frame>
        <ul>
          {Array.from({ length: count }, (_, row) => (
            <Row key={row} sessionId={`ses_${row}`} onShown={onShown} />
          ))}
        </ul>
      </Frame>,
    );
  });
