/** A part of an app and its test, for every test runner that has the globals `test` and `expect`. */

import { QueryClient, QueryClientProvider, useIsFetching } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { createApi, ErrorCard, isApiError, RecourseProvider, useApiQuery } from "react-recourse";
import { toApiError } from "react-recourse/core";
import { fieldErrors } from "react-recourse/forms";
import { de } from "react-recourse/locales/de";
import { failing } from "react-recourse/msw";
import { createReporter } from "react-recourse/reporters";
import { sonnerAdapter } from "react-recourse/sonner";
import "react-recourse/register";

const api = createApi({ baseUrl: "https://api.example", onError: () => {} });
const route = "GET /v1/sessions/{sessionId}";
const server = setupServer(
  http.get("https://api.example/v1/sessions/:id", () => HttpResponse.json({ name: "Invoices" })),
);

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function SessionName() {
  const { data, error } = useApiQuery(route, { params: { sessionId: "ses_1" } });
  const fetching = useIsFetching();
  if (error) return <ErrorCard error={error} />;
  return <h1>{data?.name ?? `${fetching} to come`}</h1>;
}

function renderApp(props) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RecourseProvider api={api} {...props}>
        <SessionName />
      </RecourseProvider>
    </QueryClientProvider>,
  );
}

test("a session's name shows", async () => {
  renderApp();
  // The app's own Query and the kit's are one.
  expect(screen.getByRole("heading", { name: "1 to come" })).not.toBeNull();
  await screen.findByRole("heading", { name: "Invoices" });
});

test("an expired session is told of, with a way out and the request id", async () => {
  server.use(failing(route, "SESSION_EXPIRED"));
  renderApp({ remedies: { openSession() {} } });
  await screen.findByText("This session has expired");
  await screen.findByRole("button", { name: "Open a new session" });
  expect(await screen.findAllByText(/^req_/)).not.toEqual([]);
});

test("it is told of in German", async () => {
  server.use(failing(route, "SESSION_EXPIRED"));
  renderApp({ catalog: de });
  await screen.findByText(de.entries.SESSION_EXPIRED.title);
});

test("every other entry is there", () => {
  expect(isApiError(toApiError(new Error("x")), "UNEXPECTED_ERROR")).toBe(true);
  expect(fieldErrors(new Error("x"))).toEqual([]);
  expect(typeof createReporter).toBe("function");
  expect(typeof sonnerAdapter).toBe("function");
});
