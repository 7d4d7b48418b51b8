/** What a person sees, copies and waits for where a server says something odd. */

import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { errorEnvelope } from "../server/envelope.ts";
import type { Reply } from "../server/exchange.ts";
import { fault } from "../server/fault.ts";
import { sendJson } from "../server/json-reply.ts";
import { collectLogLines } from "./log-lines.ts";
import { test } from "./scenario-test.ts";
import { cardOn, copyAndPaste, openSession, paste } from "./session-page.ts";

const route = "GET /v1/sessions/s1";
const opened = fault.ok({ id: "s1", status: "OPEN" });
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const hour = 3_600_000;

const sessions = (page: Page) => page.getByTestId("session").allTextContents();

describe("A person who copies for support what strangers have written", () => {
  /** Everything that cannot be seen, is painted over its neighbours, or begins a new line of a log. */
  const harmful = /(?!\n)[\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u;
  const marks = "\u0301".repeat(126);

  test.for<[string, (id: string) => { code: string; requestId: string; message: string }]>([
    [
      "an id with marks that nobody sees",
      (id) => ({ code: "TAKEN", requestId: `${id}\ufe0f\u200b\u3164`, message: "m" }),
    ],
    [
      "a code of one letter and 126 accents",
      (id) => ({ code: `E${marks}`, requestId: id, message: "m" }),
    ],
    [
      "a code that would be run by a shell, and break out of Markdown",
      (id) => ({ code: "A `B` $(reboot)", requestId: id, message: "m" }),
    ],
  ])("gets the plain id, and a report without harm, of %s", async ([, write], { openWithApi }) => {
    const { api, page } = await openWithApi("QuickSession", { context: clipboard });
    const lines = collectLogLines(page);
    const answer: Reply = (exchange) => {
      const { code, requestId, message } = write(exchange.requestId);
      sendJson(exchange, 409, errorEnvelope(code, requestId, { message }));
    };
    api.script(route, [answer]);
    await openSession(page, "s1");
    const card = cardOn(page);

    const { requestId } = await firstOf(api.requests);
    expect(await copyAndPaste(page, card.locator(".recourse-request-id"))).toBe(requestId);
    await card.getByText("Details for support").click();
    await card.getByRole("button", { name: "Copy report" }).click();
    await card.locator("details").getByRole("button", { name: "Copied" }).waitFor();
    const report = await paste(page);
    expect(report).toMatch(/^\n {4}Code: (TAKEN|UNKNOWN)\n {4}Status: 409\n/);
    expect(report).toContain(`    Request ID: ${requestId}\n`);
    for (const text of [report, await card.innerText(), ...lines])
      expect(text).not.toMatch(harmful);
    expect(lines).toHaveLength(1);
  });

  test("reads a message that would colour a terminal, and forge a line of its log, as one line", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Writing");
    const message = "\u001b[31mSold\r\n[react-recourse] out\u202e";
    api.script("POST /v1/orders", [fault.error("SOLD_OUT", { status: 409, message })]);
    await page.getByRole("button", { name: "Order", exact: true }).click();
    await expect
      .poll(() => page.getByTestId("order").textContent())
      .toBe("error [31mSold [react-recourse] out");
  });

  test("has no row for an id that is nothing to see", async ({ openWithApi }) => {
    const { api, page } = await openWithApi("QuickSession");
    const answer: Reply = (exchange) =>
      sendJson(exchange, 409, errorEnvelope("TAKEN", "\u3164\u200b"));
    api.script(route, [answer]);
    await openSession(page, "s1");
    await cardOn(page).getByRole("heading").waitFor();
    expect(await cardOn(page).getByText("Request ID").count()).toBe(0);
  });
});

describe("A person whose device has another time than the server waits", () => {
  /** A rate limit that ends at a date of the server's own clock. */
  const limitedTo = (aheadMs: number, waitMs: number): Reply => {
    return (exchange) => {
      const nowMs = Date.now() + aheadMs;
      const retryAfter = new Date(nowMs + waitMs).toUTCString();
      exchange.response.setHeader("date", new Date(nowMs).toUTCString());
      const headers = { "retry-after": retryAfter };
      return fault.error("GENERIC_ERROR", { status: 429, headers })(exchange);
    };
  };

  test.for([
    ["an hour behind", hour],
    ["an hour ahead", -hour],
  ] as const)("3 s for a date 3 s ahead, %s", async ([, aheadMs], { openWithApi }) => {
    const { api, page } = await openWithApi(
      "QuickSession",
      {},
      {
        exposeHeaders: ["Retry-After", "Date"],
      },
    );
    api.script(route, [limitedTo(aheadMs, 3_000), opened]);
    await openSession(page, "s1");

    await page.getByText("Attempt 2 of 5").waitFor();
    await expect.poll(() => sessions(page)).toEqual(["s1 is OPEN"]);
    const [first, second] = api.requests.map(({ atMs }) => atMs);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(3_000);
    expect(Number(second) - Number(first)).toBeLessThan(8_000);
    expect(api.requests).toHaveLength(2);
  });

  test("10 s of 10, where the clock is set back by an hour meanwhile, and then for nothing more", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("QuickSession", {}, { exposeHeaders: ["Retry-After"] });
    await page.clock.install();
    api.script(route, [fault.rateLimited({ retryAfterSeconds: 10 }), opened]);
    await openSession(page, "s1");
    await page.getByText("Attempt 2 of 5").waitFor();
    await page.clock.setSystemTime(Date.now() - hour);
    expect(api.requests).toHaveLength(1);
    await page.clock.runFor(15_000);

    await expect.poll(() => sessions(page)).toEqual(["s1 is OPEN"]);
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect.poll(() => api.requests).toHaveLength(3);
    expect(await page.locator(".recourse-card, .recourse-toast").count()).toBe(0);
  });
});

describe("A developer whose server and schema disagree", () => {
  test("is told the field on the console, and the person is not shown the value", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("QuickSession", { build: "development" });
    const lines = collectLogLines(page);
    api.script(route, [fault.ok({ id: "s1", status: 41_907 })]);
    await openSession(page, "s1");
    await cardOn(page).getByText("Details for support").click();

    expect(await cardOn(page).innerText()).toContain("INVALID_RESPONSE");
    expect(await cardOn(page).innerText()).not.toContain("41907");
    await expect
      .poll(() => lines)
      .toEqual([expect.stringMatching(/INVALID_RESPONSE.*the schema says: status: /)]);
    expect(api.requests).toHaveLength(1);
  });

  test("is warned once of a readError that throws, and the answer is read all the same", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Careless", {
      build: "development",
      variant: "a readError that throws",
    });
    const lines = collectLogLines(page);
    api.script("POST /v1/orders", [fault.error("SOLD_OUT", { status: 409 })]);
    for (const times of [1, 2]) {
      await page.getByRole("button", { name: "Order", exact: true }).click();
      await expect.poll(() => api.requests).toHaveLength(times);
      await expect.poll(() => page.getByTestId("order").textContent()).toBe("error SOLD_OUT");
    }

    expect(lines).toEqual([expect.stringMatching(/readError.*threw at a 409.*TypeError/s)]);
  });
});

describe("An order that is answered without JSON", () => {
  const order = "POST /v1/orders";
  const press = (page: Page) => page.getByRole("button", { name: "Order", exact: true }).click();
  const outcome = (page: Page) => page.getByTestId("order").textContent();

  test.for([
    ["OK in plain text", "text/plain", "OK", 'success "OK"'],
    ["nothing but white space", "application/json", " \n", "success null"],
  ] as const)("by %s has worked", async ([, type, body, told], { openWithApi }) => {
    const { api, page } = await openWithApi("Writing");
    api.script(order, [fault.wrongContentType(type, body)]);
    await press(page);
    await expect.poll(() => outcome(page)).toBe(told);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(api.requests).toHaveLength(1);
  });

  test("by the page of a captive portal has not, and can be sent again", async ({
    openWithApi,
  }) => {
    const { api, page } = await openWithApi("Writing");
    const portal = "<!doctype html><title>Sign in to the Wi-Fi</title>";
    api.script(order, [
      fault.wrongContentType("text/plain", portal),
      fault.wrongContentType("text/plain", "OK"),
    ]);
    await press(page);
    await page.getByRole("dialog").waitFor();
    expect(await outcome(page)).toMatch(/^error /);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => outcome(page)).toBe('success "OK"');
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });
});

/** Waits for it. */
async function firstOf<T>(all: readonly T[]): Promise<T> {
  await expect.poll(() => all.length).toBeGreaterThan(0);
  const [first] = all;
  if (first === undefined) throw new Error("none has come");
  return first;
}
