import type { ClientName } from "../clients/client-name.ts";
import type { SimulationOptions } from "../simulation-options.ts";

/** One client in one scenario. Goes to a worker as a message. */
export interface Job extends SimulationOptions {
  client: ClientName;
  /** A scenario's name. */
  scenario: string;
}
