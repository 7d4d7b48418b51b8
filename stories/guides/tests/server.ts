import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

/** What works. A test puts its failure before it. */
export const server = setupServer(
  http.get("https://api.agntix.example/v1/sessions/:id", () =>
    HttpResponse.json({ name: "Invoice questions" }),
  ),
);
