import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type Catalog, createApi, en, RecourseProvider, type RemedyHandlers } from "react-recourse";
import { fn } from "storybook/test";

/** Answered by each story's own handlers. */
export const storyApi = createApi({
  baseUrl: "https://api.agntix.example",
  // Failing is what these stories are for.
  onError: () => {},
});

/** Every remedy does something, so that every button shows. */
export const storyRemedies = {
  signIn: fn(),
  openSession: fn(),
  chooseModel: fn(),
  reattachTools: fn(),
  completeConfig: fn(),
  requestAccess: fn(),
  reload: fn(),
  goBack: fn(),
} satisfies RemedyHandlers;

interface StoryProviderProps {
  catalog?: Catalog;
  children: ReactNode;
}

/** A provider and a query client for one story alone. */
export function StoryProvider({ children, catalog = en }: StoryProviderProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <RecourseProvider
        api={storyApi}
        catalog={catalog}
        remedies={storyRemedies}
        supportUrl={({ markdown }) =>
          `mailto:support@agntix.example?body=${encodeURIComponent(markdown)}`
        }
        appVersion="1.4.0"
      >
        {children}
      </RecourseProvider>
    </QueryClientProvider>
  );
}
