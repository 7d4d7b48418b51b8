import {
  type DefaultError,
  type QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverOptions,
} from "@tanstack/react-query";
import { baseUrl, type Client, type PollHeard } from "./client.ts";

/** Reads once as a component does that mounts, waits for data or error, and unmounts. */
export function readOnce<Output, Failure, Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryObserverOptions<Output, Failure, Data, Output, Key>,
): Promise<Data> {
  return new Promise((resolve, reject) => {
    const observer = new QueryObserver(queryClient, options);
    const unmount = observer.subscribe((result) => {
      if (result.isPending) return;
      unmount();
      if (result.isSuccess) resolve(result.data);
      else reject(result.error);
    });
  });
}

/**
 * Reads for good as a mounted component with a `refetchInterval` does. TanStack Query counts the interval anew from the
 * end of each attempt.
 */
export function pollByQuery<Output, Failure, Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryObserverOptions<Output, Failure, Data, Output, Key>,
  { onBegun, onData }: PollHeard,
): void {
  let shown = { isFetching: false, dataUpdatedAt: 0 };
  new QueryObserver(queryClient, options).subscribe((result) => {
    if (result.isFetching && !shown.isFetching) onBegun();
    if (result.dataUpdatedAt !== shown.dataUpdatedAt) onData();
    shown = { isFetching: result.isFetching, dataUpdatedAt: result.dataUpdatedAt };
  });
}

/** A client that reads a URL in a query function of the app's own. */
export function queryOfUrls(
  queryClient: QueryClient,
  read: (url: string) => Promise<unknown>,
): Client {
  const optionsOf = (url: string): QueryObserverOptions<unknown, DefaultError> => ({
    queryKey: [url],
    queryFn: () => read(url),
  });
  return {
    read: (sessionId) =>
      readOnce(queryClient, { ...optionsOf(`${baseUrl}/v1/sessions/${sessionId}`), gcTime: 0 }),
    poll: (list, everyMs, heard) =>
      pollByQuery(
        queryClient,
        { ...optionsOf(`${baseUrl}/v1/${list}`), refetchInterval: everyMs },
        heard,
      ),
  };
}
