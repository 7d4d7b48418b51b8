import { useState } from "react";
import {
  ApiError,
  createApi,
  ErrorToaster,
  type ErrorToastProps,
  RecourseProvider,
  toastError,
  useErrorGuidance,
} from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

const longTitle =
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

const failure = (index: number) =>
  new ApiError({
    code: `FAILURE_${index}`,
    kind: index % 2 === 0 ? "serverError" : "forbidden",
    message: longTitle,
    route: `GET /v1/things/${index}`,
    requestId: `req_${index}_${longTitle}`,
    status: 500,
  });

function fail(times: number) {
  for (let index = 1; index <= times; index += 1) toastError(failure(index), { retry: () => {} });
}

/** A toast as README draws one. */
function OwnToast({ toast, onRetry, onClose, frameProps, titleProps }: ErrorToastProps) {
  const { title } = useErrorGuidance(toast.error, { onRetry });
  return (
    <div {...frameProps}>
      <p {...titleProps}>{title}</p>
      <button type="button" onClick={onClose}>
        Away with it
      </button>
    </div>
  );
}

/** Many failures of many kinds, in the kit's look and in one of the app's own. */
export function ToastStack({ apiUrl }: ScenarioProps) {
  const [api] = useState(() => createApi({ baseUrl: apiUrl, onError: () => {} }));
  const [isOwn, setOwn] = useState(false);
  return (
    <RecourseProvider api={api} supportUrl={() => "https://help.example"}>
      {[1, 5, 5_000].map((times) => (
        <button key={times} type="button" onClick={() => fail(times)}>
          Fail in {times} ways
        </button>
      ))}
      <button type="button" onClick={() => setOwn(true)}>
        Draw my own
      </button>
      {isOwn ? <ErrorToaster>{(props) => <OwnToast {...props} />}</ErrorToaster> : <ErrorToaster />}
    </RecourseProvider>
  );
}
