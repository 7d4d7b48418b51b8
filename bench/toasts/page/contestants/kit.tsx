import { ApiError, ErrorToaster, RecourseProvider, toastError } from "react-recourse";
import "react-recourse/styles.css";
import type { Contestant } from "../contestant.ts";

export const contestant: Contestant = {
  Toaster: () => (
    <RecourseProvider>
      <ErrorToaster />
    </RecourseProvider>
  ),
  toShow: ({ key, title, requestId }) => {
    const error = new ApiError({
      code: "GENERIC_ERROR",
      kind: "serverError",
      status: 500,
      message: title,
      requestId,
      route: `GET /v1/${key}`,
      method: "GET",
    });
    return () => toastError(error);
  },
};
