import * as Dialog from "@radix-ui/react-dialog";
import { useState } from "react";
import { ApiError, createApi, ErrorToaster, RecourseProvider, toastError } from "react-recourse";
import { sonnerAdapter } from "react-recourse/sonner";
import { Toaster, toast } from "sonner";
import type { ScenarioProps } from "../scenario-props.ts";

const adapter = sonnerAdapter(toast);

/**
 * A page under the modal dialog of shadcn/ui, which traps the focus and closes for presses outside. In the variant
 * `sonner` the toasts are in that.
 */
export function RadixDialog({ apiUrl, variant }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, retry: false }));
  const fail = () => {
    const requestId = "req_77";
    toastError(new ApiError({ code: "A", kind: "serverError", message: "", requestId }), {
      retry: () => api.request("POST /v1/sessions"),
    });
  };
  return (
    <RecourseProvider api={api}>
      <button type="button" onClick={fail}>
        Fail on the page
      </button>
      <Dialog.Root>
        <Dialog.Trigger>Open the dialog</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay style={{ position: "fixed", inset: 0, background: "rgb(0 0 0 / 60%)" }} />
          <Dialog.Content
            aria-describedby={undefined}
            style={{ position: "fixed", inset: "5rem auto auto 1rem", background: "white" }}
          >
            <Dialog.Title>Outer</Dialog.Title>
            <input aria-label="Name" />
            <button type="button" onClick={fail}>
              Fail
            </button>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <Toaster />
      {variant === "sonner" ? <ErrorToaster adapter={adapter} /> : <ErrorToaster />}
    </RecourseProvider>
  );
}
