/** When a session is over, who is told of it, and when it is asked for again. */

import { inspect } from "node:util";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { internalsOf } from "../../src/fetcher/api.ts";
import { envelope, failureOf, pending } from "./fake-fetch.ts";
import { signedApi } from "./signed-api.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;
const refused = (status: number) => Object.assign(new Error("invalid_grant"), { status });
const none = async () => null;

const base64Url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const opaque = (number: number) => `token-${number}`;
const jwt = (number: number) =>
  `${base64Url({ alg: "none" })}.${base64Url({ sub: "ada", jti: number })}.sig`;

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
    expect(inspect(logged.mock.calls)).toContain("refresh failed, nobody is signed in");
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

describe("an ended session", () => {
  /** A page with a person before it, who has just pressed something or not. */
  function page() {
    const userActivation = { isActive: false };
    vi.stubGlobal("navigator", { userActivation });
    return userActivation;
  }

  /** An app whose tokens stay in its memory: a sign-in in another tab changes a cookie and nothing here. */
  async function endedSession(source: Parameters<typeof signedApi>[0] = {}) {
    const world = signedApi(source);
    const { get, refresh } = world;
    refresh.mockRejectedValueOnce(refused(401));
    await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(1);
    return world;
  }

  const changes: [string, Parameters<typeof signedApi>[0], (world: World) => void][] = [
    [
      "signs in in another tab, which stores a token",
      {},
      ({ app }) => {
        app.token = "another";
      },
    ],
    [
      "signs in by a cookie after a sign-out",
      {},
      ({ api, app }) => {
        app.token = "";
        internalsOf(api).forget();
      },
    ],
    ["is named by identity()", { identity: () => who.is }, () => Object.assign(who, { is: "bob" })],
  ];
  type World = ReturnType<typeof signedApi>;
  const who: { is: string | null } = { is: null };

  it.each(changes)("is asked for again where the person %s", async (_, source, change) => {
    who.is = null;
    const world = await endedSession(source);
    const { get, refresh } = world;
    await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(1);
    change(world);
    expect(await get()).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("is not asked for again where its person is only named no more", async () => {
    who.is = "ada";
    const { get, refresh } = await endedSession({ identity: () => who.is });
    who.is = null;
    await failureOf(get());
    await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(1);
    who.is = "ada";
    expect(await get()).toBe("in");
  });

  it("is asked for again by hand, and is told of again only once there is a new one", async () => {
    const userActivation = page();
    const { get, app, refresh, onSessionExpired } = await endedSession({ identity: () => "ada" });
    refresh.mockRejectedValueOnce(refused(401));
    userActivation.isActive = true;
    expect(await failureOf(get())).toMatchObject({ code: "UNAUTHORIZED", attempts: 1 });
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(onSessionExpired).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await get()).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(3);
    app.taken = "newer";
    refresh.mockRejectedValueOnce(refused(401));
    await failureOf(get());
    expect(onSessionExpired).toHaveBeenCalledTimes(2);
  });

  it("is asked for again by hand as often as the network fails refresh", async () => {
    const userActivation = page();
    const { get, refresh } = await endedSession({ identity: () => "ada" });
    refresh.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    userActivation.isActive = true;
    const value = get();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await value).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it.each([
    ["the same person's, where its token says so", jwt, 0],
    ["another person's, where nothing says whose it is", opaque, 1],
  ])("gives way to a session that counts as %s", async (_, token, others) => {
    const userActivation = page();
    const session = { token: token(1) };
    const refresh = vi.fn(async () => session.token);
    const { api, get, app } = signedApi({ token: () => null, refresh });
    const onOtherPerson = vi.fn();
    internalsOf(api).signer?.onOtherPerson(onOtherPerson);
    app.taken = session.token;
    expect(await get()).toBe("in");
    session.token = token(2);
    app.taken = session.token;
    refresh.mockRejectedValueOnce(refused(401));
    await failureOf(get());
    await failureOf(get());
    expect(refresh).toHaveBeenCalledTimes(2);
    userActivation.isActive = true;
    // Begun for the person before, and sent for nobody else.
    await get().catch(() => {});
    expect(await get()).toBe("in");
    expect(refresh).toHaveBeenCalledTimes(3);
    expect(onOtherPerson).toHaveBeenCalledTimes(others);
  });

  it("is asked for by hand once a second at most", async () => {
    const userActivation = page();
    const { get, refresh } = await endedSession();
    userActivation.isActive = true;
    refresh.mockRejectedValue(refused(401));
    const asked: number[] = [];
    for (let ms = 0; ms <= 2_500; ms += 250) {
      await failureOf(get());
      asked.push(refresh.mock.calls.length);
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(asked).toEqual([2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]);
  });

  it.each([
    ["gives a token", undefined, 41],
    ["is refused once more", refused(401), 21],
  ])("is asked for once for all calls of one press: refresh %s", async (_, failure, sent) => {
    const userActivation = page();
    const { get, refresh, fetch } = await endedSession({ identity: () => "ada" });
    if (failure) refresh.mockRejectedValue(failure);
    userActivation.isActive = true;
    await Promise.allSettled(Array.from({ length: 20 }, get));
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(fetch).toHaveBeenCalledTimes(sent);
  });

  it("is not asked for again by a press that came before its end", async () => {
    const userActivation = page();
    userActivation.isActive = true;
    const { get, fetch, refresh } = signedApi();
    const late = pending<Response>();
    fetch.mockImplementationOnce(() => late.promise);
    refresh.mockRejectedValue(refused(401));
    const slow = failureOf(get());
    await vi.advanceTimersByTimeAsync(10);
    await failureOf(get());
    late.resolve(envelope(401, "UNAUTHORIZED"));
    expect(await slow).toMatchObject({ status: 401 });
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it.each<[string, unknown]>([
    ["there is no navigator", undefined],
    ["the browser knows nothing of presses", {}],
    ["nothing was pressed", { userActivation: { isActive: false } }],
  ])("is left alone where %s", async (_, navigator) => {
    vi.stubGlobal("navigator", navigator);
    const { get, refresh } = await endedSession();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await failureOf(get())).toMatchObject({ status: 401 });
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
