import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  createMemoryRouter,
  data,
  type RouteObject,
  RouterProvider,
  useLocation,
  useNavigate,
  useRouteError,
} from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import { envelope, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";

const user = userEvent.setup();

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

/** The error element that README tells to write. */
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

async function open(route: Pick<RouteObject, "loader" | "element">, at = "/") {
  const page = {
    path: "/",
    errorElement: <RouteErrorCard />,
    element: <p>The page</p>,
    hydrateFallbackElement: <p>Loading</p>,
  };
  const router = createMemoryRouter([{ ...page, ...route }], { initialEntries: [at] });
  await act(async () => render(<RouterProvider router={router} />));
}

const failing = (thrown: () => unknown) => ({
  loader() {
    throw thrown();
  },
});

const heading = () => screen.findByRole("heading");

describe("An error element of React Router", () => {
  it("shows what a loader's request failed with, and loads again when its button is pressed", async () => {
    const { fetch } = fakeFetch(envelope(500, "GENERIC_ERROR"), json({ name: "Late parcel" }));
    const api = quietApi(fetch, { retry: false });
    await open({ loader: () => api.request("GET /v1/sessions/s1") });
    expect(await heading()).toHaveTextContent("That didn’t work");
    expect(screen.getByText("req_01", { selector: "code" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("The page")).toBeVisible();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it.each<[string, () => unknown]>([
    [
      "a Response with an envelope",
      () =>
        Response.json(
          { error: { code: "SESSION_EXPIRED", message: "m", requestId: "req_7" } },
          { status: 404 },
        ),
    ],
    [
      "data() with an envelope",
      () => data({ error: { code: "SESSION_EXPIRED", requestId: "req_7" } }, { status: 404 }),
    ],
    [
      "data() with an ApiError that comes from a server",
      () => {
        const fields = { code: "SESSION_EXPIRED", kind: "notFound", message: "m" } as const;
        const error = new ApiError({ ...fields, requestId: "req_7", status: 404 });
        return data(JSON.parse(JSON.stringify(error)), { status: 404 });
      },
    ],
  ])("reads %s that a loader threw", async (_, thrown) => {
    await open(failing(thrown));
    expect(await heading()).toHaveTextContent("This session has expired");
    expect(screen.getByText("req_7", { selector: "code" })).toBeVisible();
  });

  it.each([
    [403, "You don’t have access to this"],
    [503, "The service isn’t available right now"],
  ])("goes by the status %i of a Response that says nothing else", async (status, title) => {
    await open(failing(() => new Response("no", { status })));
    expect(await heading()).toHaveTextContent(title);
  });

  it("says that there is no such page for an address without a route", async () => {
    await open({}, "/nowhere");
    expect(await heading()).toHaveTextContent("We couldn’t find this");
  });

  it("renders again, when its button is pressed, a page that threw without having a loader", async () => {
    let isWell = false;
    function Page() {
      if (!isWell) throw new ApiError({ code: "X", kind: "serverError", message: "m" });
      return <p>The page</p>;
    }
    await open({ element: <Page /> });
    isWell = true;
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByText("The page")).toBeVisible();
  });

  it("gets what a boundary inside of the route does not catch", async () => {
    function Broken(): never {
      throw new ApiError({ code: "X", kind: "forbidden", message: "m" });
    }
    await open({
      element: (
        <ErrorBoundary catches={["rateLimited"]}>
          <Broken />
        </ErrorBoundary>
      ),
    });
    expect(await heading()).toHaveTextContent("You don’t have access to this");
  });
});
