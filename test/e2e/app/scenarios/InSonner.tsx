import { useState } from "react";
import { ApiError, createApi, ErrorToaster, RecourseProvider, toastError } from "react-recourse";
import { sonnerAdapter } from "react-recourse/sonner";
import { Toaster, toast } from "sonner";
import type { ScenarioProps } from "../scenario-props.ts";

const adapter = sonnerAdapter(toast);
const codes = ["SESSION_EXPIRED", "CONFIG_NOT_FOUND", "MODELS_NOT_FOUND"];

/** Toasts in sonner, in the theme that the variant names. */
export function InSonner({ apiUrl, variant }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, retry: false }));
  const fail = (code: string) =>
    toastError(new ApiError({ code, kind: "notFound", message: "", requestId: "req_77" }));
  return (
    <RecourseProvider api={api}>
      <button type="button" onClick={() => toast("Saved", { duration: Number.POSITIVE_INFINITY })}>
        Save
      </button>
      <button type="button" onClick={() => codes.forEach(fail)}>
        Fail in 3 ways
      </button>
      <Toaster theme={variant === "dark" ? "dark" : "light"} />
      <ErrorToaster adapter={adapter} />
    </RecourseProvider>
  );
}
