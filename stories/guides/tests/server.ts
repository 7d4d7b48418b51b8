import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

/** The calls that work. A test puts its failure before them. */
export const server = setupServer(
  http.get("https://api.agntix.example/v1/sessions/:id", () =>
    HttpResponse.json({ name: "Invoice questions" }),
  ),
);
