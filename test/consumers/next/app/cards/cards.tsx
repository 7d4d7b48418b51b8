"use client";

import { ApiError, ErrorCard } from "react-recourse";

/** What routers and apps hand over, in the markup of the server, whose clock is another. */
const errors = {
  error: new Error("Boom"),
  text: "a string",
  routeResponse: { status: 404, statusText: "Not Found", internal: false, data: "No such page" },
  limited: new ApiError({
    code: "GENERIC_ERROR",
    kind: "rateLimited",
    message: "Wait.",
    retryAt: Date.now() + 60_000,
  }),
};

export function Cards() {
  return Object.entries(errors).map(([name, error]) => (
    <ErrorCard key={name} error={error} onRetry={() => {}} />
  ));
}
