import type { ApiSuccess } from "../error/api-success.ts";
import { Listeners } from "../error/listeners.ts";
import type { CallProgress } from "../retry/call-progress.ts";

/** Tells listeners of each call of one API that succeeds, whoever made it: the API as a whole works again. */
export class ApiSuccesses extends Listeners<[success: ApiSuccess]> {
  note(route: string, { owner }: CallProgress): void {
    this.tell({ route, isSigned: owner?.identity !== undefined });
  }
}
