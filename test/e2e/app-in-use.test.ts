/** What a person does in an app for a while: writes, pastes, asks again and again, has a page from a server taken over. */

import type { Page } from "playwright";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, onTestFinished } from "vitest";
import type { RecordedRequest, Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";
import { ServedPage } from "./app/ServedPage.tsx";
import { collectLogLines } from "./log-lines.ts";
import { newWatchedPage } from "./open-page.ts";
import { test } from "./scenario-test.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe("A note that is saved at every letter, while nothing can be saved", () => {
  const written = "Sixty letters that were typed and saved, each one for itself";
  const upTo = (length: number) => JSON.stringify({ text: written.slice(0, length) });
  const from = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => upTo(first + index));

  test("is sent again from its 50 newest states by one press, in order, and the toast has said what is lost", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Writing");
    api.script("POST /v1/notes", [fault.error("NOTE_LOCKED", { status: 409 })]);
    await page.getByRole("textbox", { name: "Note" }).pressSequentially(written);
    const toast = page.getByRole("dialog");
    await toast.getByText("×60", { exact: true }).waitFor();
    expect(await toast.count()).toBe(1);
    await toast.getByText("Not saved: 50").waitFor();
    await toast.getByText("Too many to keep, and lost: 10").waitFor();

    api.script("POST /v1/notes", [fault.ok({}, 201)]);
    await press(page, "Try again");
    await expect.poll(() => toast.getByText("Not saved").count()).toBe(0);
    expect(api.requests.slice(60).map(({ body }) => body)).toEqual(from(11, 60));
  });

  test("is sent again from where that stopped, where it is refused on the way", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Writing");
    const refused = fault.error("NOTE_LOCKED", { status: 409 });
    const saved = fault.ok({}, 201);
    api.script("POST /v1/notes", [refused]);
    await page.getByRole("textbox", { name: "Note" }).pressSequentially(written.slice(0, 6));
    const toast = page.getByRole("dialog");
    await toast.getByText("Not saved: 6").waitFor();

    api.script("POST /v1/notes", [saved, saved, refused, saved]);
    await press(page, "Try again");
    await toast.getByText("Not saved: 4").waitFor();
    await press(page, "Try again");
    await expect.poll(() => toast.count()).toBe(0);
    const bodies = api.requests.slice(6).map(({ body }) => body);
    expect(bodies).toEqual([...from(1, 3), ...from(3, 6)]);
  });
});

describe("A table that is pasted and imported", () => {
  test.for([
    ["CSV", "text/csv", 'name;note\nAda;"said ""hello"""\n'],
    ["JSON", "application/json", '{"name": "Ada",  "note": "hello"}'],
  ] as const)(
    "is sent letter by letter as the %s that it is",
    async ([name, type, table], { openWithApi }) => {
      const { api, page } = await openWithApi("Writing", {
        context: { permissions: ["clipboard-read", "clipboard-write"] },
      });
      api.script("PUT /v1/table", [fault.error("TABLE_LOCKED", { status: 409 }), fault.ok({})]);
      await page.evaluate((text) => navigator.clipboard.writeText(text), table);
      await page.getByRole("textbox", { name: "Table" }).press("ControlOrMeta+V");
      await press(page, `Import as ${name}`);
      await press(page, "Try again");

      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
      const sent = api.requests.map(({ headers, body }) => [headers["content-type"], body]);
      expect(sent).toEqual([
        [type, table],
        [type, table],
      ]);
    },
  );
});

describe("A person who may not see one report, and asks for it ten times", () => {
  /** Takes the tokens that it gives; the report, only those of a sign-in that came after it was granted. */
  class ReportServer {
    isGranted = false;
    readonly #given = new Set<string>();
    readonly #granted = new Set<string>();

    readonly give: Reply = (exchange) => {
      const token = `T-${exchange.requestId}`;
      this.#given.add(token);
      if (this.isGranted) this.#granted.add(token);
      return fault.ok({ token })(exchange);
    };
    readonly profile: Reply = (exchange) => this.#answer(exchange.request, this.#given)(exchange);
    readonly report: Reply = (exchange) => this.#answer(exchange.request, this.#granted)(exchange);

    #answer({ headers }: RecordedRequest, taken: ReadonlySet<string>): Reply {
      const token = headers["authorization"]?.replace("Bearer ", "") ?? "";
      return taken.has(token) ? fault.ok("in") : fault.error("UNAUTHORIZED");
    }
  }

  test("has one token renewed for it in all tabs, stays signed in, and is shown it after a new sign-in", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Reports");
    const server = new ReportServer();
    api.script("POST /v1/sign-in", [server.give]);
    api.script("POST /v1/refresh", [server.give]);
    api.script("GET /v1/profile", [server.profile]);
    api.script("GET /v1/report", [server.report]);
    const renewals = () => api.requests.filter(({ path }) => path === "/v1/refresh").length;
    const outcomes = (tab: Page, name: string) => tab.getByTestId(name).textContent();
    const refused = (times: number) => Array(times).fill("UNAUTHORIZED").join(", ");

    await press(page, "Sign in");
    await page.waitForFunction(() => localStorage.getItem("token") !== null);
    const second = await page.context().newPage();
    await second.goto(page.url());
    for (const tab of [page, second]) {
      await press(tab, "Profile");
      await expect.poll(() => outcomes(tab, "Profile")).toBe("in");
    }

    for (let times = 1; times <= 10; times += 1) {
      await press(page, "Report");
      await expect.poll(() => outcomes(page, "Report")).toBe(refused(times));
    }
    await press(second, "Report");
    await expect.poll(() => outcomes(second, "Report")).toBe(refused(1));
    expect(renewals()).toBe(1);
    await press(page, "Profile");
    await expect.poll(() => outcomes(page, "Profile")).toBe("in, in");
    expect(await outcomes(page, "endings")).toBe("0");

    server.isGranted = true;
    const before = await second.evaluate(() => localStorage.getItem("token"));
    await press(page, "Sign in");
    await second.waitForFunction((token) => localStorage.getItem("token") !== token, before);
    await press(second, "Report");
    await expect.poll(() => outcomes(second, "Report")).toBe(`${refused(1)}, in`);
    expect(renewals()).toBe(1);
  });
});

describe("A page of failures that a server has rendered", () => {
  test("is taken over as it is, a second later, counts down, and can be used", async ({
    browser,
    pageUrl,
  }) => {
    const atMs = Date.now();
    const markup = renderToString(createElement(ServedPage, { atMs }));
    const uncaught: Error[] = [];
    const page = await newWatchedPage(browser, (error) => void uncaught.push(error));
    onTestFinished(() => page.context().close());
    await page.clock.install({ time: atMs + 1_500 });
    await page.route("**/hydrate.html*", async (route) => {
      const response = await route.fetch();
      const empty = '<div id="root">';
      await route.fulfill({
        response,
        body: (await response.text()).replace(empty, `${empty}${markup}`),
      });
    });
    await page.goto(`${pageUrl}/development/hydrate.html?at=${atMs}`);
    await page.waitForFunction(() => window.hydrationErrors !== undefined);

    const limited = page.locator("section.recourse-card").first();
    const wait = limited.getByRole("button", { name: /^Try again in \d+ sec/ });
    await wait.waitFor();
    expect(await page.evaluate(() => window.hydrationErrors)).toEqual([]);
    expect(await page.locator("section.recourse-card").count()).toBe(4);
    await page.clock.fastForward(60_000);
    await limited.getByRole("button", { name: "Try again", exact: true }).click();
    await expect.poll(() => page.getByTestId("retries").textContent()).toBe("1");
    expect(uncaught).toEqual([]);
  });
});

describe("A developer who puts the providers in the wrong order", () => {
  test("is told once how to order them, as soon as something is to be sent", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Careless", {
      build: "development",
      variant: "providers in the wrong order",
    });
    const lines = collectLogLines(page);
    api.script("POST /v1/orders", [fault.error("SOLD_OUT", { status: 409 })]);
    for (const times of [1, 2]) {
      await press(page, "Order");
      await expect.poll(() => api.requests).toHaveLength(times);
      await expect.poll(() => page.getByTestId("order").textContent()).toBe("error SOLD_OUT");
    }

    expect(lines).toEqual([
      expect.stringContaining("put <QueryClientProvider> around <RecourseProvider>"),
    ]);
  });
});
