/** When a session is over, who is told of it, and when it is asked for again. */

import { inspect } from "node:util";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { internalsOf } from "../../src/fetcher/create-api.ts";
import { envelope, failureOf, pending } from "./fake-fetch.ts";
import { signedApi } from "./signed-api.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;
const refused = (status: number) => Object.assign(new Error("invalid_grant"), { status });
const none = async () => null;

/** An app in which nobody is signed in, and what its sign-in answers. */
function signedOut(refresh: () => Promise<string | null>) {
  const asked = vi.fn(refresh);
  const world = signedApi({ refresh: asked });
  world.app.token = "";
  world.fetch.mockImplementation(async () => envelope(401, "WRONG_PASSWORD"));
  const login = () =>
    failureOf(world.api.request("POST /v1/login", { body: { password: "wrong" } }));
  return { ...world, asked, login };
}

describe("a wrong password while nobody is signed in", () => {
  it.each([
    ["refuses with 400", () => Promise.reject(refused(400))],
    ["refuses with 401", () => Promise.reject(refused(401))],
    ["refuses with a Response", () => Promise.reject(new Response(null, { status: 403 }))],
    ["gives no token", none],
  ])("is the call's own 401 where refresh %s, and no session has ended", async (_, refresh) => {
    const { login, asked, fetch, onSessionExpired } = signedOut(refresh);
    for (let attempt = 1; attempt <= 3; attempt += 1)
      expect(await login()).toMatchObject({
        code: "WRONG_PASSWORD",
        status: 401,
        requestId: "req_01",
        attempts: 1,
      });
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(onSessionExpired).not.toHaveBeenCalled();
  });

  const config = { data: "refresh_token=secret" };
  it.each<[string, Error]>([
    ["throws an error of its own", new Error("no refresh token")],
    ["makes a mistake", new ReferenceError("tokn is not defined")],
    ["is answered 503", Object.assign(refused(503), { config })],
    ["cannot store the token", new DOMException("full", "QuotaExceededError")],
  ])("is the call's own 401 where refresh %s, which the log tells", async (_, thrown) => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { login, onSessionExpired } = signedOut(() => Promise.reject(thrown));
    expect(await login()).toMatchObject({ code: "WRONG_PASSWORD", status: 401, attempts: 1 });
    expect(logged).toHaveBeenCalledTimes(1);
    expect(inspect(logged.mock.calls)).toContain(`refresh failed, and nobody is signed in`);
    expect(inspect(logged.mock.calls)).toContain(thrown.message);
    expect(inspect(logged.mock.calls)).not.toContain("secret");
    expect(onSessionExpired).not.toHaveBeenCalled();
  });
});

describe("a session that is known by its cookie alone", () => {
  it("is renewed although the network fails refresh at first", async () => {
    const { get, app, refresh } = signedApi();
    app.token = "";
    refresh.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const value = get();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await value).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("and has ended is asked for again after a sign-out: the next may be in the same cookie", async () => {
    const { api, get, app, refresh } = signedApi();
    app.token = "";
    refresh.mockRejectedValueOnce(refused(401));
    await failureOf(get());
    await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(1);
    internalsOf(api).forget();
    expect(await get()).toBe("in");
  });

  it.each([
    ["stores what refresh gives", true],
    ["stores nothing", false],
  ])("has ended where it was renewed and then is not, in an app that %s", async (_, isStoring) => {
    const { get, app, refresh, onSessionExpired } = signedApi();
    app.token = "";
    if (!isStoring) refresh.mockImplementationOnce(async () => app.taken);
    expect(await get()).toBe("in");
    app.taken = "newer";
    refresh.mockRejectedValue(refused(401));
    expect(await failureOf(get())).toMatchObject({ status: 401 });
    expect(onSessionExpired).toHaveBeenCalledTimes(1);
  });
});

describe("the end of a session is told", () => {
  it("where the app has dropped the token before refresh was refused", async () => {
    const { get, app, refresh, onSessionExpired } = signedApi();
    app.taken = "old";
    expect(await get()).toBe("in");
    Object.assign(app, { token: "", taken: "new" });
    refresh.mockRejectedValue(refused(401));
    await failureOf(get());
    await failureOf(get());
    expect(onSessionExpired).toHaveBeenCalledTimes(1);
  });

  it("once, where identity() names nobody from then on", async () => {
    const app: { user: string | null } = { user: "ada" };
    const { get, refresh, onSessionExpired } = signedApi({ identity: () => app.user });
    refresh.mockRejectedValue(refused(401));
    onSessionExpired.mockImplementation(() => {
      app.user = null;
    });
    for (let call = 1; call <= 3; call += 1) await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(onSessionExpired).toHaveBeenCalledTimes(1);
  });

  it("to nobody where the person has signed out", async () => {
    const { api, get, app, refresh, onSessionExpired } = signedApi();
    app.taken = "old";
    expect(await get()).toBe("in");
    Object.assign(app, { token: "", taken: "new" });
    internalsOf(api).forget();
    refresh.mockRejectedValue(refused(401));
    expect(await failureOf(get())).toMatchObject({ code: "UNAUTHORIZED", attempts: 1 });
    expect(onSessionExpired).not.toHaveBeenCalled();
  });

  it("to nobody where the refusal comes after the sign-out", async () => {
    const { api, get, refresh, onSessionExpired } = signedApi();
    const answer = pending<void>();
    refresh.mockImplementationOnce(async () => {
      await answer.promise;
      throw refused(401);
    });
    const failed = failureOf(get());
    await vi.advanceTimersByTimeAsync(10);
    internalsOf(api).forget();
    answer.resolve();
    expect(await failed).toMatchObject({ code: "UNAUTHORIZED", attempts: 1 });
    expect(onSessionExpired).not.toHaveBeenCalled();
  });
});
