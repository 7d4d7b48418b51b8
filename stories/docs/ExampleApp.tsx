import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ApiOptions,
  createApi,
  RecourseProvider,
  type RecourseProviderProps,
} from "react-recourse";

interface ExampleAppProps extends Omit<RecourseProviderProps, "api"> {
  /** What each call is answered with. Calls count from 1. */
  answer: (call: number, method: string) => Response | Promise<Response>;
  retry?: ApiOptions["retry"];
}

/**
 * An app with a provider, an API and a query client of its own. Its answers are given here, since on a page of
 * documentation several stories stand side by side and must not share one mock.
 */
export function ExampleApp({ answer, retry = false, ...provider }: ExampleAppProps) {
  const [client] = useState(() => new QueryClient());
  const [api] = useState(() => {
    let calls = 0;
    return createApi({
      baseUrl: "https://api.agntix.example",
      onError: () => {},
      retry,
      fetch: async (_, { method = "GET" } = {}) => {
        calls += 1;
        return answer(calls, method);
      },
    });
  });
  return (
    <QueryClientProvider client={client}>
      <RecourseProvider api={api} {...provider} />
    </QueryClientProvider>
  );
}
