import { useState } from "react";
import {
  type ApiMutationSettings,
  createApi,
  ErrorToaster,
  type MutationRequest,
  RecourseProvider,
  useApiMutation,
} from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

const sendMessage = "POST /v1/sessions/{sessionId}/messages";
const variables = { params: { sessionId: "s1" }, body: { text: "Hello" } };

type Options = ApiMutationSettings<typeof sendMessage, unknown>;

/** Every way to send a message and to care, or not to care, for its failure. */
export function Messages({ apiUrl }: ScenarioProps) {
  const [api] = useState(() =>
    createApi({ baseUrl: apiUrl, retry: { baseDelayMs: 1, random: () => 0 } }),
  );
  const [handled, setHandled] = useState<string[]>([]);
  const [present, setPresent] = useState(true);
  const handledBy = (who: string) => () => setHandled((before) => [...before, who]);
  return (
    <RecourseProvider api={api}>
      <ul data-testid="handled">
        {handled.map((who, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only ever grows at its end
          <li key={index}>{who}</li>
        ))}
      </ul>
      <button type="button" onClick={() => setPresent(false)}>
        Leave
      </button>
      {present && (
        <>
          <Sender name="Send" />
          <Sender name="Send with a key" request={{ idempotencyKey: true }} />
          <Sender name="Send, hook handles" options={{ onError: handledBy("hook") }} />
          <Sender name="Send, call handles" onCallError={handledBy("call")} />
          <AwaitingSender name="Send and await" onCaught={handledBy("await")} />
          <Sender
            name="Send, toast forced"
            options={{ onError: handledBy("hook"), meta: { errorToast: true } }}
          />
          <Sender name="Send, toast forbidden" options={{ meta: { errorToast: false } }} />
        </>
      )}
      <ErrorToaster />
    </RecourseProvider>
  );
}

interface SenderProps {
  name: string;
  request?: MutationRequest<unknown>;
  options?: Options;
  onCallError?: () => void;
}

function Sender({ name, request, options, onCallError }: SenderProps) {
  const send = useApiMutation(sendMessage, request, options);
  const callOptions = onCallError && { onError: onCallError };
  return (
    <SendButton
      name={name}
      status={send.status}
      onSend={() => send.mutate(variables, callOptions)}
    />
  );
}

function AwaitingSender({ name, onCaught }: { name: string; onCaught: () => void }) {
  const send = useApiMutation(sendMessage);
  return (
    <SendButton
      name={name}
      status={send.status}
      onSend={() => send.mutateAsync(variables).catch(onCaught)}
    />
  );
}

function SendButton(props: { name: string; status: string; onSend: () => void }) {
  return (
    <p>
      <button type="button" onClick={props.onSend}>
        {props.name}
      </button>
      <span data-testid={props.name}>{props.status}</span>
    </p>
  );
}
