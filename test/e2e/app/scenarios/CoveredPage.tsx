import { useRef, useState } from "react";
import { ApiError, createApi, ErrorToaster, RecourseProvider, toastError } from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

const failed = () =>
  new ApiError({ code: "SESSION_EXPIRED", kind: "notFound", message: "", requestId: "req_77" });
const lost = () => new ApiError({ code: "GENERIC_ERROR", kind: "serverError", message: "" });

/** A page that dialogs cover, or that an app has made inert. */
export function CoveredPage({ apiUrl }: ScenarioProps) {
  const outer = useRef<HTMLDialogElement>(null);
  const inner = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [api] = useState(() => createApi({ baseUrl: apiUrl, retry: false }));
  const save = () => api.request("POST /v1/sessions");
  return (
    <RecourseProvider api={api} remedies={{ openSession: () => inner.current?.showModal() }}>
      <button type="button" onClick={() => toastError(failed())}>
        Fail on the page
      </button>
      <button type="button" onClick={() => toastError(lost(), { retry: save })}>
        Fail to save
      </button>
      <section ref={stage} aria-label="Stage">
        <button type="button" onClick={() => stage.current?.requestFullscreen()}>
          Fill the screen
        </button>
      </section>
      <button type="button" onClick={() => panel.current?.showPopover()}>
        Open the panel
      </button>
      <section
        ref={panel}
        popover="manual"
        aria-label="Panel"
        style={{ inset: 0, inlineSize: "100vw", blockSize: "100vh" }}
      >
        <button type="button" onClick={() => toastError(failed())}>
          Fail in the panel
        </button>
      </section>
      <button type="button" onClick={openForeignDialog}>
        Open a foreign dialog and fail
      </button>
      <button type="button" onClick={() => outer.current?.showModal()}>
        Open the dialog
      </button>
      <button
        type="button"
        onClick={() => {
          document.body.inert = true;
          toastError(failed());
        }}
      >
        Make the body inert and fail
      </button>
      <dialog ref={outer} aria-label="Outer">
        <button type="button" onClick={() => toastError(failed())}>
          Fail
        </button>
        <button type="button" onClick={() => inner.current?.showModal()}>
          Open another
        </button>
        <button type="button" onClick={() => outer.current?.close()}>
          Close the dialog
        </button>
        <button type="button" onClick={() => outer.current?.remove()}>
          Remove the dialog
        </button>
      </dialog>
      <dialog ref={inner} aria-label="Inner">
        <button type="button" onClick={() => inner.current?.close()}>
          Close the other
        </button>
      </dialog>
      <ErrorToaster />
    </RecourseProvider>
  );
}

/** As a script that is no part of the app puts one up. */
function openForeignDialog() {
  const dialog = document.createElement("dialog");
  dialog.ariaLabel = "Foreign";
  dialog.textContent = "One moment";
  document.body.append(dialog);
  dialog.showModal();
  toastError(failed());
}
