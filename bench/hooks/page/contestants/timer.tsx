import { queryContestant } from "../query-contestant.tsx";

const timeoutMs = 30_000;

export const contestant = queryContestant(async (sessionId, signal) => {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal.addEventListener("abort", abort);
  try {
    const url = `https://api.agntix.ai/v1/sessions/${encodeURIComponent(sessionId)}`;
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.json();
  } finally {
    signal.removeEventListener("abort", abort);
    clearTimeout(timer);
  }
});
