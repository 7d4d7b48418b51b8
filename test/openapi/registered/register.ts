/** What an app writes once, beside its generated types. */
import type { paths } from "../generated/sessions.ts";

declare module "react-recourse" {
  interface Register {
    paths: paths;
    codes: "LIMIT_OF_OTHER_API";
  }
}
