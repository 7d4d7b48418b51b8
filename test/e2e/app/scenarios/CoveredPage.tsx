import { useRef } from "react";
import { ApiError, createApi, ErrorToaster, RecourseProvider, toastError } from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

const failed = () =>
  new ApiError({ code: "SESSION_EXPIRED", kind: "notFound", message: "", requestId: "req_77" });

/** A page that dialogs cover, or that an app has made inert. */
export function CoveredPage({ apiUrl }: ScenarioProps) {
  const outer = useRef<HTMLDialogElement>(null);
  const inner = useRef<HTMLDialogElement>(null);
  return (
    <RecourseProvider
      api={createApi({ baseUrl: apiUrl })}
      remedies={{ openSession: () => inner.current?.showModal() }}
    >
      <button type="button" onClick={() => toastError(failed())}>
        Fail on the page
      </button>
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
