import { onlineManager } from "@tanstack/react-query";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { announcer } from "../../../src/components/focus/announcer.ts";
import { ServiceNotice } from "../../../src/components/status/ServiceNotice.tsx";
import type { Route } from "../../../src/error/route-form.ts";
import type { Api } from "../../../src/fetcher/api.ts";
import { bearer } from "../../../src/fetcher/bearer.ts";
import { ar } from "../../../src/guidance/locales/ar.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { envelope, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});

type Answer = () => Response | Promise<Response>;
const ok: Answer = () => json("ok");
const status =
  (code: number, headers?: Record<string, string>): Answer =>
  () =>
    envelope(code, "X", headers);
const limited = (seconds: number) => status(429, { "retry-after": String(seconds) });

/** A service that answers each path as it is told to, all of them alike or one by one. */
function serviceThat(all: Answer, own: Record<string, Answer> = {}) {
  const service = { all, own, asked: [] as string[] };
  const fetch = vi.fn(async (input: unknown) => {
    const { pathname } = new URL(String(input));
    service.asked.push(pathname);
    return (service.own[pathname] ?? service.all)();
  });
  return { service, fetch };
}

interface PartProps {
  name: string;
  enabled?: boolean;
  api?: Api;
}

function Part({ name, enabled = true, api }: PartProps) {
  const route: Route = `GET /v1/${name}`;
  const { status, error } = useApiQuery(route, {}, { enabled, api });
  return <li>{`${name} ${status} ${error?.code ?? ""}`.trim()}</li>;
}

function showPage(
  names: readonly string[],
  all: Answer,
  options: Parameters<typeof quietApi>[1] = {},
) {
  const { service, fetch } = serviceThat(all);
  const api = quietApi(fetch, { retry: false, ...options });
  const { client, wrapper } = underProvider({ api });
  const said = vi.spyOn(announcer, "say");
  const page = (
    <>
      <ServiceNotice />
      <ul>
        {names.map((name) => (
          <Part key={name} name={name} />
        ))}
      </ul>
    </>
  );
  render(page, { wrapper });
  return {
    service,
    api,
    client,
    said: () => said.mock.calls.map(([{ text }]) => text),
    parts: () => screen.getAllByRole("listitem").map(({ textContent }) => textContent),
  };
}

const notice = () => screen.queryByRole("group");
const frame = () => document.querySelector(".recourse-service");
const tryNow = () => screen.queryByRole("button", { name: "Try now" });
const ask = (api: Api, ...routes: Route[]) =>
  act(async () => {
    for (const route of routes) await api.request(route).catch(() => {});
  });

/** Keys alone, and no waiting on a clock that stands still. */
async function press(name: string) {
  const button = screen.getByRole("button", { name });
  act(() => button.focus());
  await act(() => userEvent.setup({ advanceTimers: () => {}, delay: null }).keyboard("{Enter}"));
}

const down =
  "The service isn’t available right now. What you see may be out of date. Changes may have to wait until it’s back.";

describe("ServiceNotice", () => {
  it("draws nothing while all is well, and for a single failure", async () => {
    const { api, said } = showPage([], status(502));
    expect(frame()).toBeEmptyDOMElement();
    await ask(api, "GET /v1/a");
    expect(frame()).toBeEmptyDOMElement();
    expect(said()).toEqual([]);
  });

  it("tells of an outage once, and for a while that it is over", async () => {
    const { api, service, said } = showPage([], status(503));
    await ask(api, "GET /v1/a", "GET /v1/b", "GET /v1/c");
    expect(notice()).toHaveAccessibleName("The service isn’t available right now");
    expect(notice()).toHaveTextContent("What you see may be out of date.");
    service.all = ok;
    await ask(api, "GET /v1/a");
    expect(notice()).toHaveTextContent("The service is available again.");
    expect(said()).toEqual([down, "The service is available again."]);
    await pass(4_000);
    expect(frame()).toBeEmptyDOMElement();
    expect(said()).toHaveLength(2);
  });

  it("counts down until when the service is limited, and reads that out once", async () => {
    const { api, said } = showPage([], limited(30));
    await ask(api, "GET /v1/a", "GET /v1/b");
    expect(notice()).toHaveTextContent(
      "The service needs a short breakIt answers again in 30 sec.",
    );
    await pass(10_000);
    expect(notice()).toHaveTextContent("It answers again in 20 sec.");
    expect(said()).toEqual(["The service needs a short break. It answers again in 30 sec."]);
    await pass(20_000);
    expect(notice()).toHaveTextContent("The service is available again.");
  });

  it("has nothing to press while the service is limited", async () => {
    showPage(["a", "b"], limited(30));
    await pass(10);
    expect(notice()).toHaveTextContent("The service needs a short break");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("tells that there is no connection, and that it is back", async () => {
    const { said } = showPage(["a"], ok);
    await pass(10);
    act(() => onlineManager.setOnline(false));
    expect(notice()).toHaveTextContent("You’re offline.");
    expect(screen.queryByRole("button")).toBeNull();
    act(() => onlineManager.setOnline(true));
    expect(notice()).toHaveTextContent("You’re connected again.");
    expect(said()).toEqual([
      "You’re offline. This continues by itself once you’re connected.",
      "You’re connected again.",
    ]);
  });

  it("has no live region of its own", async () => {
    const { api } = showPage([], status(503));
    await ask(api, "GET /v1/a", "GET /v1/b");
    expect(frame()?.querySelector("[aria-live], [role=status], [role=alert]")).toBeNull();
    expect(frame()?.closest("[aria-live], [role=status], [role=alert]")).toBeNull();
  });

  it("speaks the provider's language", async () => {
    const { fetch } = serviceThat(status(503));
    const api = quietApi(fetch, { retry: false });
    render(<ServiceNotice />, underProvider({ api, catalog: ar }));
    await ask(api, "GET /v1/a", "GET /v1/b");
    expect(frame()).toHaveAttribute("lang", "ar");
    expect(notice()).toHaveAccessibleName("الخدمة غير متاحة الآن");
  });

  it("is about the API that it is given", async () => {
    const [provided, given] = [serviceThat(ok), serviceThat(status(503))].map(({ fetch }) =>
      quietApi(fetch, { retry: false }),
    );
    if (!provided || !given) throw new Error("two APIs are made above");
    render(<ServiceNotice api={given} />, underProvider({ api: provided }));
    await ask(given, "GET /v1/a", "GET /v1/b");
    expect(notice()).not.toBeNull();
  });
});

describe("“Try now”", () => {
  it("is there only where something on the screen has failed that may do better", async () => {
    const { api, service } = showPage(["missing"], status(404));
    await pass(10);
    service.all = status(503);
    await ask(api, "GET /v1/a", "GET /v1/b");
    expect(notice()).not.toBeNull();
    expect(tryNow()).toBeNull();
  });

  it("sends one request, and no more while the service is still down", async () => {
    const { service, parts, said } = showPage(["a", "b", "c"], status(503), {
      retry: { budget: false },
    });
    await pass(60_000);
    expect(parts()).toEqual(["a error X", "b error X", "c error X"]);
    service.asked = [];
    await press("Try now");
    await pass(60_000);
    expect(service.asked).toHaveLength(1);
    expect(parts()).toEqual(["a error X", "b error X", "c error X"]);
    expect(tryNow()).toHaveFocus();
    // Whoever cannot see it hears what came of it.
    expect(said()).toEqual([down, down]);
  });

  it("is sent also where what it fetches is on the screen, which waits for the end of an outage else", async () => {
    const { service, client, parts } = showPage(["a", "b", "c"], ok);
    await pass(10);
    service.all = status(503);
    await act(() => client.refetchQueries());
    await act(() => client.refetchQueries());
    await pass(10);
    service.asked = [];
    await press("Try now");
    await pass(10);
    expect(service.asked).toHaveLength(1);
    service.all = ok;
    await press("Try now");
    await pass(1_000);
    expect(parts()).toEqual(["a success", "b success", "c success"]);
    expect(service.asked).toHaveLength(4);
  });

  it("asks with the newest of what failed", async () => {
    const { service, client, api } = showPage(["a", "b", "c"], status(503));
    await pass(10);
    await act(() => client.refetchQueries({ queryKey: [api.name, "GET /v1/b"] }));
    await pass(10);
    service.asked = [];
    await press("Try now");
    await pass(10);
    expect(service.asked).toEqual(["/v1/b"]);
  });

  it("fetches what else failed over the next second, once it is answered", async () => {
    const drawn = [0.9, 0.1, 0.5];
    const random = () => drawn.pop() ?? 0;
    const retry = { maxAttempts: 1, random };
    const { service, parts, said } = showPage(["a", "b", "c", "d"], status(503), { retry });
    await pass(10);
    service.all = ok;
    service.asked = [];
    await press("Try now");
    await pass(0);
    expect(service.asked).toHaveLength(1);
    await pass(100);
    expect(service.asked).toHaveLength(2);
    await pass(400);
    expect(service.asked).toHaveLength(3);
    await pass(410);
    expect(parts()).toEqual(["a success", "b success", "c success", "d success"]);
    expect(service.asked).toHaveLength(4);
    expect(said()).toEqual([down, "The service is available again."]);
  });

  it.each([
    ["a 500, though its own part stays broken", status(500)],
    ["a no", status(404)],
  ])("takes %s for an answer", async (_, answer) => {
    const { service, parts } = showPage(["a", "b"], status(503));
    await pass(10);
    service.all = ok;
    service.own = { "/v1/a": answer };
    await press("Try now");
    await pass(1_000);
    expect(parts()).toEqual(["a error X", "b success"]);
  });

  it("says that it works meanwhile, and sends no second request", async () => {
    const { service } = showPage(["a", "b"], status(503));
    await pass(10);
    service.all = () => new Promise(() => {});
    service.asked = [];
    await press("Try now");
    await press("Working…");
    expect(screen.getByRole("button", { name: "Working…" })).toHaveAttribute("aria-busy", "true");
    expect(service.asked).toHaveLength(1);
  });

  it("sends one request for two notices", async () => {
    const { service, fetch } = serviceThat(status(503));
    const api = quietApi(fetch, { retry: false });
    const page = (
      <>
        <ServiceNotice />
        <ServiceNotice />
        <Part name="a" />
        <Part name="b" />
      </>
    );
    render(page, underProvider({ api }));
    await pass(10);
    service.all = () => new Promise(() => {});
    service.asked = [];
    const [one, two] = screen.getAllByRole("group");
    for (const group of [one, two]) if (group) act(() => within(group).getByRole("button").click());
    await pass(10);
    expect(service.asked).toHaveLength(1);
  });

  it("leaves the focus in its place once the service is back", async () => {
    const { service } = showPage(["a", "b"], status(503));
    await pass(10);
    service.all = ok;
    await press("Try now");
    await pass(10);
    expect(frame()).toHaveFocus();
    await pass(10_000);
    expect(frame()).toHaveFocus();
  });

  it("hurries what waits for its next attempt", async () => {
    const { service, parts } = showPage(["a", "b"], status(502), {
      retry: { baseDelayMs: 60_000 },
    });
    await pass(10);
    service.all = ok;
    await press("Try now");
    await pass(1_000);
    expect(parts()).toEqual(["a success", "b success"]);
  });

  it("passes over what the app has switched off, and what is another API's", async () => {
    const { service, fetch } = serviceThat(status(503));
    const api = quietApi(fetch, { retry: false });
    const other = quietApi(serviceThat(status(503)).fetch, { retry: false, name: "other" });
    const { wrapper } = underProvider({ api });
    const page = (enabled: boolean) => (
      <>
        <ServiceNotice />
        <Part name="c" api={other} />
        <Part name="a" enabled={enabled} />
        <Part name="b" enabled={enabled} />
      </>
    );
    const { rerender } = render(page(true), { wrapper });
    await pass(10);
    expect(tryNow()).not.toBeNull();
    rerender(page(false));
    await pass(10);
    expect(service.asked).toHaveLength(2);
    expect(tryNow()).toBeNull();
  });
});

describe("An outage", () => {
  it("signs nobody out, and takes nothing from the screen", async () => {
    const onSessionExpired = vi.fn();
    const refresh = vi.fn(async () => "new");
    const credentials = bearer({ token: () => "old", refresh, onSessionExpired });
    const { service, client, parts } = showPage(["a", "b"], ok, { credentials });
    await pass(10);
    const clear = vi.spyOn(client, "clear");
    service.all = status(502);
    await act(() => client.refetchQueries());
    await pass(10);
    expect(notice()).toHaveAccessibleName("The service isn’t available right now");
    await press("Try now");
    await pass(1_000);
    expect([onSessionExpired, refresh, clear].map(({ mock }) => mock.calls.length)).toEqual([
      0, 0, 0,
    ]);
    expect(client.getQueriesData({}).map(([, data]) => data)).toEqual(["ok", "ok"]);
    expect(parts()).toEqual(["a error X", "b error X"]);
  });
});
