import { describe, expect, it } from "vitest";
import { consoleClient } from "./console-client.ts";
import { failureOf, runService } from "./running-service.ts";

const { service, clock, api } = runService();
const { open, load, send, page } = consoleClient(api);

describe("messages", () => {
  it("are answered by the agent and kept", async () => {
    const { id } = await open();
    const { message, answer } = await send(id, "I was charged twice.");
    expect(message).toMatchObject({ role: "person", text: "I was charged twice." });
    expect(answer).toMatchObject({ role: "agent", text: expect.stringContaining("refund") });
    expect((await page(id)).items).toEqual([answer, message]);
    expect((await load(id)).messageCount).toBe(2);
  });

  it("come page by page, newest first, each of them once", async () => {
    const first = await page("ses_1001", { limit: 5 });
    const second = await page("ses_1001", { limit: 5, cursor: first.nextCursor });
    const third = await page("ses_1001", { limit: 5, cursor: second.nextCursor });
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual(Array.from({ length: 12 }, (_, turn) => `msg_1001_${12 - turn}`));
    expect(third.nextCursor).toBeNull();
  });

  it("end without an empty page when the last one is full", async () => {
    const first = await page("ses_1001", { limit: 6 });
    const second = await page("ses_1001", { limit: 6, cursor: first.nextCursor });
    expect(second.items).toHaveLength(6);
    expect(second.nextCursor).toBeNull();
  });

  it("that arrive meanwhile shift no page", async () => {
    const first = await page("ses_1001", { limit: 5 });
    await send("ses_1001");
    const second = await page("ses_1001", { limit: 5, cursor: first.nextCursor });
    expect(second.items[0]?.id).toBe("msg_1001_7");
  });

  it.each([
    [{ limit: 0 }, "limit"],
    [{ limit: 101 }, "limit"],
    [{ limit: "many" }, "limit"],
    [{ cursor: "msg_unknown" }, "cursor"],
  ])("refuse the query %j", async (query, field) => {
    expect(await failureOf(page("ses_1001", query))).toMatchObject({
      code: "VALIDATION_FAILED",
      details: { fields: { [field]: expect.any(String) } },
    });
  });

  it("cannot be read while the history store is broken, and can still be sent", async () => {
    service.controls.setHistoryBroken(true);
    expect(await failureOf(page("ses_1001"))).toMatchObject({
      status: 500,
      code: "MESSAGES_HISTORY_ERROR",
    });
    expect((await send("ses_1001")).answer.role).toBe("agent");
    service.controls.setHistoryBroken(false);
    expect((await page("ses_1001")).items[0]?.role).toBe("agent");
  });
});

describe("the rate limit", () => {
  const sendFive = async () => {
    for (const text of ["one", "two", "three", "four", "five"]) await send("ses_1001", text);
  };

  it("takes five messages in ten seconds and says when the next may come", async () => {
    await sendFive();
    clock.nowMs += 6_001;
    expect(await failureOf(send("ses_1001"))).toMatchObject({
      status: 429,
      code: "RATE_LIMITED",
      retryAfterMs: 4_000,
      details: { limit: 5, windowSeconds: 10 },
    });
    clock.nowMs += 4_000;
    expect((await send("ses_1001")).message.role).toBe("person");
  });

  it("is not lengthened by messages that it refused", async () => {
    await sendFive();
    for (const text of ["six", "seven"]) await failureOf(send("ses_1001", text));
    clock.nowMs += 10_000;
    expect((await send("ses_1001")).message.role).toBe("person");
  });

  it("leaves reading alone, and can be cleared", async () => {
    await sendFive();
    expect((await page("ses_1001")).items).toHaveLength(20);
    service.controls.clearRateLimit();
    expect((await send("ses_1001")).message.role).toBe("person");
  });
});
