import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ErrorCard, ErrorToaster, queryDefaults, RecourseProvider } from "react-recourse";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useNavigate,
  useRouteError,
} from "react-router";
import "react-recourse/styles.css";
import { newApi } from "./api";

export const links = () => [{ rel: "icon", href: "data:," }];

export function Layout({ children }: { children: ReactNode }) {
  const [api] = useState(newApi);
  const [queryClient] = useState(() => {
    const { queries, mutations } = queryDefaults(api);
    // What the server has loaded is not loaded again at once.
    return new QueryClient({
      defaultOptions: { queries: { ...queries, staleTime: 60_000 }, mutations },
    });
  });
  return (
    <html lang="en">
      <head>
        <title>Sessions</title>
        <Meta />
        <Links />
      </head>
      <body>
        <QueryClientProvider client={queryClient}>
          <RecourseProvider api={api}>
            <main>{children}</main>
            <ErrorToaster />
          </RecourseProvider>
        </QueryClientProvider>
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const navigate = useNavigate();
  const here = useLocation();
  return (
    <ErrorCard
      variant="page"
      error={useRouteError()}
      onRetry={() => navigate(here, { replace: true, state: here.state })}
    />
  );
}
