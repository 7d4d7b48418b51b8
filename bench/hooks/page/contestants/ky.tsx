import ky from "ky";
import type { Session } from "../contestant.ts";
import { queryContestant } from "../query-contestant.tsx";

const api = ky.create({ prefixUrl: "https://api.agntix.ai", timeout: 30_000, retry: 0 });

export const contestant = queryContestant((sessionId, signal) =>
  api.get(`v1/sessions/${encodeURIComponent(sessionId)}`, { signal }).json<Session>(),
);
