import { describe, expect, it } from "vitest";
import { consoleClient } from "./console-client.ts";
import { failureOf, runService } from "./running-service.ts";

const { service, clock, api } = runService();
const { open, load, close, remove, send, page } = consoleClient(api);

describe("sessions", () => {
  it("are opened, listed, loaded, closed and deleted", async () => {
    const session = await open();
    expect(session).toMatchObject({ name: "Lost parcel", state: "OPEN", messageCount: 0 });
    expect((await load(session.id)).id).toBe(session.id);
    expect(await close(session.id)).toMatchObject({ state: "CLOSED", expiresAt: null });
    expect(await remove(session.id)).toBeNull();
    expect((await failureOf(load(session.id))).code).toBe("SESSION_NOT_FOUND");
    expect((await failureOf(remove(session.id))).code).toBe("SESSION_NOT_FOUND");
  });

  it("expire once they are idle for the whole timeout, and not before", async () => {
    const { id } = await open();
    clock.nowMs += 59_999;
    expect((await load(id)).state).toBe("OPEN");
    clock.nowMs += 1;
    expect(await failureOf(load(id))).toMatchObject({ status: 404, code: "SESSION_EXPIRED" });
    expect((await failureOf(send(id))).code).toBe("SESSION_EXPIRED");
    expect((await failureOf(page(id))).code).toBe("SESSION_EXPIRED");
    expect((await failureOf(close(id))).code).toBe("SESSION_EXPIRED");
  });

  it("live on with every message, and not by being looked at", async () => {
    const { id } = await open();
    clock.nowMs += 50_000;
    await send(id);
    clock.nowMs += 50_000;
    expect((await load(id)).state).toBe("OPEN");
    clock.nowMs += 10_000;
    expect((await failureOf(load(id))).code).toBe("SESSION_EXPIRED");
  });

  it("can be deleted after they expired", async () => {
    expect(await remove("ses_1003")).toBeNull();
    expect((await failureOf(load("ses_1003"))).code).toBe("SESSION_NOT_FOUND");
  });

  it("that were closed refuse messages, keep their history and do not expire", async () => {
    expect(await failureOf(send("ses_1002"))).toMatchObject({
      status: 409,
      code: "INVALID_SESSION",
      details: { state: "CLOSED" },
    });
    expect((await failureOf(close("ses_1002"))).code).toBe("INVALID_SESSION");
    clock.nowMs += 3_600_000;
    expect((await page("ses_1002")).items).toHaveLength(4);
  });

  it("do not share a name while they are open", async () => {
    const first = await open("Lost parcel");
    expect(await failureOf(open(" lost PARCEL "))).toMatchObject({
      status: 409,
      code: "DUPLICATE_NAME",
      details: { name: "lost PARCEL" },
    });
    await close(first.id);
    expect((await open("Lost parcel")).id).not.toBe(first.id);
  });

  it("cannot be opened while the model is down, and can once it is back", async () => {
    service.controls.setDownstreamDown(true);
    expect(await failureOf(open())).toMatchObject({
      status: 503,
      code: "SESSION_CREATION_ERROR",
      details: { model: "harbor-large" },
    });
    expect(await failureOf(send("ses_1001"))).toMatchObject({
      status: 503,
      code: "MODEL_UNAVAILABLE",
    });
    service.controls.setDownstreamDown(false);
    expect((await open()).state).toBe("OPEN");
  });
});
