import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { fault } from "../server/fault.ts";
import { test } from "./scenario-test.ts";

const route = "POST /v1/sessions/s1/messages";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const toastTitles = (page: Page) =>
  page.getByRole("dialog").locator(".recourse-title").allTextContents();

const handledBy = (page: Page) => page.getByTestId("handled").locator("li").allTextContents();

describe("A message whose connection breaks", () => {
  test("is not sent again without a key", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("Messages", { apiUrl: api.url });
    api.script(route, [fault.resetBeforeHead()]);
    await press(page, "Send");

    await expect.poll(() => page.getByTestId("Send").textContent()).toBe("error");
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]?.headers).not.toHaveProperty("idempotency-key");
  });

  test("is sent again with one and the same key, and another message has another", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Messages", { apiUrl: api.url });
    api.script(route, [
      fault.resetBeforeHead(),
      fault.resetAfterHead(201),
      fault.ok({ id: "m1" }, 201),
    ]);
    for (const requests of [3, 4]) {
      await press(page, "Send with a key");
      await expect.poll(() => api.requests).toHaveLength(requests);
      await expect.poll(() => page.getByTestId("Send with a key").textContent()).toBe("success");
    }

    const keys = api.requests.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys.slice(0, 3)).toEqual(Array(3).fill(keys[0]));
    expect(keys[3]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[3]).not.toBe(keys[0]);
  });
});

test("A message that fails as the person leaves shows once the page has stayed", async ({
  openScenario,
  startApi,
}) => {
  const api = await startApi();
  const page = await openScenario("Messages", { apiUrl: api.url });
  const message = fault.held(fault.resetBeforeHead());
  // No other page: the browser keeps this one.
  const next = fault.held(fault.empty(204));
  api.script(route, [message.reply]);
  api.script("GET /next", [next.reply]);
  await press(page, "Send");
  await expect.poll(() => api.requests).toHaveLength(1);
  await page.evaluate((url) => void setTimeout(() => location.assign(url)), `${api.url}/next`);
  await expect.poll(() => api.requests).toHaveLength(2);
  message.release();
  // Chromium answers no question before.
  next.release();

  await expect.poll(() => page.getByTestId("Send").textContent()).toBe("error");
  expect(await toastTitles(page)).toEqual([]);
  await expect.poll(() => toastTitles(page)).toEqual(["We couldn’t reach the service"]);
});

describe("A mutation that fails", () => {
  test("becomes one toast when nobody handles it", async ({ openScenario, startApi }) => {
    const api = await startApi();
    const page = await openScenario("Messages", { apiUrl: api.url });
    api.script(route, [fault.error("INVALID_SESSION")]);
    await press(page, "Send");

    await expect.poll(() => toastTitles(page)).toEqual(["This session can’t take that right now"]);
    expect(api.requests).toHaveLength(1);
  });

  test.for([
    ["onError on the hook", "Send, hook handles", ["hook"]],
    ["onError on the call", "Send, call handles", ["call"]],
    ["catching what mutateAsync gives", "Send and await", ["await"]],
    ["meta: { errorToast: false }", "Send, toast forbidden", []],
  ] as const)(
    "makes no toast with %s",
    async ([, button, handlers], { openScenario, startApi }) => {
      const api = await startApi();
      const page = await openScenario("Messages", { apiUrl: api.url });
      api.script(route, [fault.error("INVALID_SESSION")]);
      await press(page, button);

      await expect.poll(() => page.getByTestId(button).textContent()).toBe("error");
      await expect.poll(() => handledBy(page)).toEqual(handlers);
      // What follows is unhandled: had the first made a toast, it would be there before this one.
      api.script(route, [fault.error("MODELS_NOT_FOUND")]);
      await press(page, "Send");
      await expect
        .poll(() => toastTitles(page))
        .toEqual(["This model isn’t available to your organization"]);
    },
  );

  test("makes a toast with meta: { errorToast: true }, handled or not", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Messages", { apiUrl: api.url });
    api.script(route, [fault.error("INVALID_SESSION")]);
    await press(page, "Send, toast forced");

    await expect.poll(() => toastTitles(page)).toEqual(["This session can’t take that right now"]);
    await expect.poll(() => handledBy(page)).toEqual(["hook"]);
  });

  test("becomes a toast when the component whose call handles it has left", async ({
    openScenario,
    startApi,
  }) => {
    const api = await startApi();
    const page = await openScenario("Messages", { apiUrl: api.url });
    const held = fault.held(fault.error("INVALID_SESSION"));
    api.script(route, [held.reply]);
    await press(page, "Send, call handles");
    await expect.poll(() => api.requests).toHaveLength(1);
    await press(page, "Leave");
    held.release();

    await expect.poll(() => toastTitles(page)).toEqual(["This session can’t take that right now"]);
    expect(await handledBy(page)).toEqual([]);
  });
});
