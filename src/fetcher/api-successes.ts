import type { ApiSuccess } from "../error/api-success.ts";
import { Listeners } from "../error/listeners.ts";
import type { CallProgress } from "../retry/call-progress.ts";
import type { PreparedRequest } from "./prepared-request.ts";

/** Tells listeners of each call of one API that succeeds, whoever made it: the API as a whole works again. */
export class ApiSuccesses extends Listeners<[success: ApiSuccess]> {
  note({ route, path }: Pick<PreparedRequest, "route" | "path">, { owner }: CallProgress): void {
    this.tell({ route, path, isSigned: owner?.identity !== undefined });
  }
}
