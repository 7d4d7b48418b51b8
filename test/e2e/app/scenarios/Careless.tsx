import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { createApi, ErrorToaster, RecourseProvider, useApiMutation } from "react-recourse";
import type { ScenarioProps } from "../scenario-props.ts";

/** Apps whose developer has made the mistake that `variant` names. */
export function Careless({ apiUrl, variant }: ScenarioProps) {
  const [client] = useState(() => new QueryClient());
  const [api] = useState(() =>
    createApi({
      baseUrl: apiUrl,
      onError: () => {},
      ...(variant === "a readError that throws" && { readError: readCarelessly }),
    }),
  );
  return (
    <RecourseProvider api={api}>
      {variant === "providers in the wrong order" ? (
        <QueryClientProvider client={client}>
          <Order />
        </QueryClientProvider>
      ) : (
        <Order />
      )}
      <ErrorToaster />
    </RecourseProvider>
  );
}

function readCarelessly(): never {
  throw new TypeError("Cannot read properties of undefined (reading 'reason')");
}

function Order() {
  const order = useApiMutation("POST /v1/orders");
  return (
    <>
      <button type="button" onClick={() => order.mutate({})}>
        Order
      </button>
      <p data-testid="order">
        {order.status} {order.error?.code}
      </p>
    </>
  );
}
