import { Toaster, toast } from "sonner";
import type { Contestant } from "../contestant.ts";

export const contestant: Contestant = {
  Toaster: () => <Toaster />,
  toShow:
    ({ key, title, requestId }) =>
    () =>
      toast.error(title, { id: key, description: requestId, duration: Number.POSITIVE_INFINITY }),
};
