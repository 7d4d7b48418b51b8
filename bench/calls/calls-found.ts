import type { ClientName } from "./clients/client-name.ts";

export interface CallCounts {
  rounds: number;
  /** Calls of each client in a round. */
  calls: number;
  /** Calls of each client before the first round. */
  warmUp: number;
}

export interface CallsInput {
  fake: CallCounts;
  http: CallCounts;
  /** Path of the server's script. */
  server: string;
}

/** Of one call. */
export interface Cost {
  cpuUs: number;
  wallUs: number;
}

export type ClientCosts = readonly { name: ClientName; figures: readonly Cost[] }[];

export interface MeasuredCalls {
  found: ClientCosts;
  notFound: ClientCosts;
}

export interface CallsFound {
  fake: MeasuredCalls;
  http: MeasuredCalls;
}
