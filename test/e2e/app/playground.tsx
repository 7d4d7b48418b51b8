/** The whole Playground as a page of its own, on MSW's service worker. `?retry=false` shows each failure at once. */

import "react-recourse/styles.css";
import "./playground.css";
import { setupWorker } from "msw/browser";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AgentConsole } from "../../../stories/playground/console/AgentConsole.tsx";
import { createAgentService } from "../../../stories/playground/service/agent-service.ts";
import { trustWorker } from "./trusted-worker.ts";

const baseUrl = location.origin;
const service = createAgentService({ baseUrl, idleTimeoutMs: 5 * 60_000, slowMs: 6_000 });
const workerUrl = "./mockServiceWorker.js";
trustWorker(workerUrl);
await setupWorker(...service.handlers).start({
  quiet: true,
  onUnhandledRequest: "bypass",
  serviceWorker: { url: workerUrl },
});

const retry = new URLSearchParams(location.search).has("retry") ? false : { baseDelayMs: 20 };
const root = document.getElementById("root");
if (!root) throw new Error("playground.html has no #root");
createRoot(root).render(
  <StrictMode>
    <AgentConsole
      service={service}
      baseUrl={baseUrl}
      api={{ retry, timeoutMs: 1_500, onError: () => {} }}
    />
  </StrictMode>,
);
