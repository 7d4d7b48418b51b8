import { documentedCodes } from "react-recourse/core";
import type { QueuedFault } from "../service/faults.ts";

export interface FailureChoice {
  label: string;
  failure: QueuedFault["failure"];
  retryAfterSeconds?: number;
}

const statuses = [400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504] as const;

/** Everything that can be made to happen, in the order of the error reference. */
export const failureChoices: readonly { group: string; choices: readonly FailureChoice[] }[] = [
  {
    group: "Codes",
    choices: documentedCodes.map((code) => ({ label: code, failure: code })),
  },
  {
    group: "Statuses",
    choices: [
      ...statuses.map((status) => ({ label: String(status), failure: status })),
      { label: "429 after 3 s", failure: 429, retryAfterSeconds: 3 },
      { label: "429 after 90 s", failure: 429, retryAfterSeconds: 90 },
      { label: "503 after 3 s", failure: 503, retryAfterSeconds: 3 },
    ],
  },
  {
    group: "Connection",
    choices: [
      { label: "Connection lost", failure: "network" },
      { label: "Answer cut off", failure: "cutBody" },
      { label: "Invalid JSON", failure: "cutJson" },
      { label: "HTML 502", failure: "html502" },
      { label: "Slow", failure: "slow" },
      { label: "No answer", failure: "noAnswer" },
    ],
  },
];

/** `503 after 3 s` */
export function labelOf({ failure, retryAfterSeconds }: QueuedFault): string {
  const choices = failureChoices.flatMap((group) => group.choices);
  const found = choices.find(
    (choice) => choice.failure === failure && choice.retryAfterSeconds === retryAfterSeconds,
  );
  return found?.label ?? String(failure);
}
