import type { ApiSuccess } from "../error/api-success.ts";
import { Listeners } from "../error/listeners.ts";
import type { CallProgress } from "../retry/call-progress.ts";

/** Tells of one API's calls that succeed, whoever made them: what was wrong with the whole of it is over. */
export class ApiSuccesses extends Listeners<[success: ApiSuccess]> {
  note(route: string, { owner }: CallProgress): void {
    this.tell({ route, isSigned: owner?.identity !== undefined });
  }
}
