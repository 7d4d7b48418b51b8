import { queryContestant } from "../query-contestant.tsx";

export const contestant = queryContestant(async (sessionId, signal) => {
  const url = `https://api.agntix.ai/v1/sessions/${encodeURIComponent(sessionId)}`;
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
});
