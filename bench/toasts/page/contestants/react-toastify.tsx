import { ToastContainer, toast } from "react-toastify";
import type { Contestant } from "../contestant.ts";

export const contestant: Contestant = {
  Toaster: () => <ToastContainer />,
  toShow:
    ({ key, title, requestId }) =>
    () =>
      // A second toast of one id is ignored: it has to be told of by the first.
      toast.isActive(key)
        ? toast.update(key, { render: `${title} ${requestId}` })
        : toast.error(`${title} ${requestId}`, { toastId: key, autoClose: false }),
};
