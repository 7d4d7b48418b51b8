import { useRef } from "react";
import {
  ApiError,
  createApi,
  ErrorCard,
  ErrorToaster,
  RecourseProvider,
  RequestId,
  toastError,
  useCopy,
} from "react-recourse";
import { PasteBox } from "../PasteBox.tsx";
import type { ScenarioProps } from "../scenario-props.ts";

const error = new ApiError({
  code: "SESSION_EXPIRED",
  kind: "notFound",
  message: "",
  requestId: "req_77",
});

/** Request ids wherever a person may want to copy one: on the page, in a dialog, over an inert page, in a frame. */
export function Clipboard({ apiUrl }: ScenarioProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <RecourseProvider api={createApi({ baseUrl: apiUrl })}>
      <RequestId requestId="req_42" />
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Open the dialog
      </button>
      <button
        type="button"
        onClick={() => {
          document.body.inert = true;
          toastError(error);
        }}
      >
        Make the body inert and fail
      </button>
      <LateCopy />
      <PasteBox />
      <dialog ref={dialog} aria-label="Problem">
        <ErrorCard error={error} />
        <PasteBox />
      </dialog>
      <ErrorToaster />
    </RecourseProvider>
  );
}

/** Copies only when an answer has come: by then the browser no longer knows of the click. */
function LateCopy() {
  const source = useRef<HTMLElement>(null);
  const { copy, state } = useCopy();
  async function copyLate() {
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    console.info("late copy", await copy("req_late", source.current));
  }
  return (
    <p>
      <code ref={source}>req_late</code>
      <button type="button" onClick={copyLate}>
        Copy late
      </button>
      <span data-testid="late">{state}</span>
    </p>
  );
}
