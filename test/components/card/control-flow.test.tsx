import { render } from "@testing-library/react";
import { Component, type PropsWithChildren } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ApiError } from "../../../src/error/api-error.ts";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const withDigest = (digest: string) => Object.assign(new Error("steering"), { digest });

const steering = [
  "DYNAMIC_SERVER_USAGE",
  "BAILOUT_TO_CLIENT_SIDE_RENDERING",
  "HANGING_PROMISE_REJECTION",
  "NEXT_NOT_FOUND",
  "NEXT_REDIRECT;replace;/login;307;",
  "NEXT_HTTP_ERROR_FALLBACK;404",
  "NEXT_PRERENDER_INTERRUPTED",
  'REACT_ROUTER_ERROR:REDIRECT:{"status":302,"location":"/login"}',
];

const failed = (requestId: string) =>
  new ApiError({ code: "X", kind: "serverError", message: "", requestId });

/** The boundary that a framework puts around its pages. */
class Framework extends Component<PropsWithChildren, { isSteered: boolean }> {
  override state = { isSteered: false };
  static getDerivedStateFromError = () => ({ isSteered: true });
  override render() {
    return this.state.isSteered ? "the framework’s" : this.props.children;
  }
}

/** Renders something that throws below our boundary, and gives what shows. */
function shownAfter(thrown: unknown): string | null {
  const onError = vi.fn();
  function Throws(): never {
    throw thrown;
  }
  const { container } = render(
    <Framework>
      <ErrorBoundary fallback="ours" onError={onError}>
        <Throws />
      </ErrorBoundary>
    </Framework>,
  );
  expect(onError).toHaveBeenCalledTimes(container.textContent === "ours" ? 1 : 0);
  return container.textContent;
}

describe("ErrorBoundary", () => {
  it.each<[string, unknown]>([
    ["Next's redirect()", withDigest("NEXT_REDIRECT;replace;/login;307;")],
    ["Next's notFound()", withDigest("NEXT_HTTP_ERROR_FALLBACK;404")],
    ["an older Next's notFound()", withDigest("NEXT_NOT_FOUND")],
    ["Next's bail-out to the client", withDigest("BAILOUT_TO_CLIENT_SIDE_RENDERING")],
    ["Next's dynamic bail-out", withDigest("DYNAMIC_SERVER_USAGE")],
    ["Next's promise that never settles", withDigest("HANGING_PROMISE_REJECTION")],
    ["Next's prerender that was cut short", withDigest("NEXT_PRERENDER_INTERRUPTED")],
    ["React Router's redirect() on a server", withDigest("REACT_ROUTER_ERROR:REDIRECT:{}")],
    ["TanStack Router's notFound()", { isNotFound: true }],
    ["TanStack Router's redirect()", Object.assign(new Response(null), { options: { to: "/" } })],
  ])("lets %s go on to the framework", (_, thrown) => {
    expect(shownAfter(thrown)).toBe("the framework’s");
  });

  it.each<[string, unknown]>([
    ["an error of Next's server, which has only a digest", withDigest("2883409102")],
    ["an error whose digest is a request id", withDigest("req_01")],
    ["an ApiError", new ApiError({ code: "X", kind: "conflict", message: "", requestId: "req_1" })],
    ...steering.map((id): [string, unknown] => [
      `an answer whose request is called ${id}`,
      failed(id),
    ]),
    ...steering.map((id): [string, unknown] => [
      `an older kit's error, with the digest ${id}`,
      Object.assign(failed(id), { digest: id }),
    ]),
    ["a Response", new Response(null, { status: 404 })],
    ["a text that looks like one", "NEXT_REDIRECT;"],
  ])("catches %s", (_, thrown) => {
    expect(shownAfter(thrown)).toBe("ours");
  });
});
