import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, vi } from "vitest";
import { RecourseProvider } from "../../../src/components/provider/RecourseProvider.tsx";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";

const cleanUps: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllGlobals();
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

type Render = (app: ReactNode) => string | Promise<string>;

/** Renders where there is no window, then lets the page take the markup over. */
export async function hydrate(
  children: ReactNode,
  laterOn = () => {},
  render: Render = renderToString,
) {
  const api = quietApi(fakeFetch(json({})).fetch);
  const app = <RecourseProvider api={api}>{children}</RecourseProvider>;
  vi.stubGlobal("window", undefined);
  const html = await render(app);
  vi.unstubAllGlobals();
  laterOn();
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = html;
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(container, app, { onRecoverableError }));
  cleanUps.push(() => {
    act(() => root.unmount());
    container.remove();
  });
  return { html, onRecoverableError };
}
