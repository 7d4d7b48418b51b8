import type { QueryClient } from "@tanstack/react-query";
import { Suspense } from "react";
import { ErrorCard } from "react-recourse";
import {
  createBrowserRouter,
  Outlet,
  useLoaderData,
  useLocation,
  useNavigate,
  useRouteError,
} from "react-router";
import { ActionPage, sendMessage } from "./ActionPage";
import { api, type Session, sessionOptions } from "./api";
import { MessageForm, SessionPage } from "./SessionPage";

function RouteErrorCard() {
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

/** What React Router's documentation says to throw. */
async function loadResponse(): Promise<Session> {
  const response = await api.fetch(`${import.meta.env.VITE_API_URL}/v1/sessions/s1`);
  if (!response.ok) throw response;
  return response.json();
}

function ResponsePage() {
  const { id } = useLoaderData<typeof loadResponse>();
  return (
    <>
      <h1>Session {id}</h1>
      <MessageForm sessionId={id} />
    </>
  );
}

export function newRouter(queryClient: QueryClient) {
  const loading = <p>Loading…</p>;
  return createBrowserRouter([
    {
      element: (
        <Suspense fallback={loading}>
          <Outlet />
        </Suspense>
      ),
      errorElement: <RouteErrorCard />,
      hydrateFallbackElement: loading,
      children: [
        { index: true, element: <h1>Sessions</h1> },
        {
          path: "loaded",
          loader: () => queryClient.ensureQueryData(sessionOptions("s1")),
          element: <SessionPage />,
        },
        {
          path: "response",
          loader: loadResponse,
          element: <ResponsePage />,
        },
        // Without a loader: the page itself throws.
        { path: "suspended", element: <SessionPage /> },
        { path: "action", action: sendMessage, element: <ActionPage /> },
      ],
    },
  ]);
}
