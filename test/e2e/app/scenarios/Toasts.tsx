import { useEffect, useState } from "react";
import {
  ApiError,
  createApi,
  ErrorToaster,
  RecourseProvider,
  toastError,
  useApi,
} from "react-recourse";
import { PasteBox } from "../PasteBox.tsx";
import type { ScenarioProps } from "../scenario-props.ts";

/** Failures that an app gives to `toastError`, before and after it has a toaster. */
export function Toasts({ apiUrl }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, retry: false, onError: () => {} }));
  const [hasToaster, setHasToaster] = useState(false);
  const [hasWidget, setHasWidget] = useState(false);
  return (
    <RecourseProvider api={api}>
      <OpenButton sessionId="s1" times={1} />
      <OpenButton sessionId="s1" times={20} />
      <ModelsButton />
      <button type="button" onClick={() => setHasToaster(true)}>
        Mount the toaster
      </button>
      <button type="button" onClick={() => setHasWidget(true)}>
        Mount the widget
      </button>
      {hasWidget && <FailingWidget />}
      {hasToaster && <ErrorToaster />}
      <PasteBox />
    </RecourseProvider>
  );
}

function OpenButton({ sessionId, times }: { sessionId: string; times: number }) {
  const api = useApi();
  async function open() {
    for (let time = 0; time < times; time += 1)
      await api
        .request("GET /v1/sessions/{sessionId}", { params: { sessionId } })
        .catch(toastError);
  }
  return (
    <button type="button" onClick={open}>
      Open {times === 1 ? "once" : `${times} times`}
    </button>
  );
}

function ModelsButton() {
  const api = useApi();
  return (
    <button type="button" onClick={() => api.request("GET /v1/chat/models").catch(toastError)}>
      Load models
    </button>
  );
}

/** Raises a toast in its mount effect, which StrictMode runs twice. */
function FailingWidget() {
  const [error] = useState(
    () =>
      new ApiError({ code: "WIDGET_FAILED", kind: "unexpected", message: "The widget failed." }),
  );
  useEffect(() => toastError(error), [error]);
  return <p>The widget</p>;
}
