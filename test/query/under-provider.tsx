import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import {
  RecourseProvider,
  type RecourseProviderProps,
} from "../../src/components/provider/RecourseProvider.tsx";

/** A client of its own for one test, and a wrapper for Testing Library that puts all below a provider. */
export function underProvider(
  props: Omit<RecourseProviderProps, "children">,
  client = new QueryClient(),
) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <RecourseProvider {...props}>{children}</RecourseProvider>
    </QueryClientProvider>
  );
  return { client, wrapper };
}

/** Longer than this, React would show what came only long after: it draws at the end of an act. */
const stepMs = 250;

/** Lets fake time pass, and React and TanStack Query catch up with it. */
export async function pass(ms: number) {
  for (let leftMs = ms; leftMs >= 0; leftMs -= stepMs)
    await act(() => vi.advanceTimersByTimeAsync(Math.min(stepMs, leftMs)));
}
