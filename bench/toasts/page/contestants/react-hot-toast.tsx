import toast, { Toaster } from "react-hot-toast";
import type { Contestant } from "../contestant.ts";

export const contestant: Contestant = {
  Toaster: () => <Toaster />,
  toShow:
    ({ key, title, requestId }) =>
    () =>
      toast.error(`${title} ${requestId}`, { id: key, duration: Number.POSITIVE_INFINITY }),
};
