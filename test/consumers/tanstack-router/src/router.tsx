import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Link,
  notFound,
  useRouter,
} from "@tanstack/react-router";
import { ErrorBoundary, ErrorCard } from "react-recourse";
import { sessionOptions } from "./api";
import { SessionPage } from "./SessionPage";

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  errorComponent: RouteErrorCard,
  notFoundComponent: () => <h1>No such page</h1>,
});

function RouteErrorCard({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <ErrorCard variant="page" error={error} onRetry={() => router.invalidate()} />;
}

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: () => (
    <>
      <h1>Sessions</h1>
      <Link to="/loaded">Session s1</Link>
    </>
  ),
});

const loaded = createRoute({
  getParentRoute: () => root,
  path: "/loaded",
  loader: ({ context }) => context.queryClient.ensureQueryData(sessionOptions("s1")),
  component: SessionPage,
});

/** Without a loader: the page itself throws. */
const suspended = createRoute({
  getParentRoute: () => root,
  path: "/suspended",
  component: SessionPage,
});

function Lost(): never {
  throw notFound();
}

const lost = createRoute({
  getParentRoute: () => root,
  path: "/lost",
  component: () => (
    <ErrorBoundary>
      <Lost />
    </ErrorBoundary>
  ),
});

export function newRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([home, loaded, suspended, lost]),
    context: { queryClient },
    defaultPendingComponent: () => "Loading…",
  });
}
