/** A call belongs to the person that it was begun for, and is sent for nobody else. */

import { beforeEach, describe, expect, it, vi } from "vitest";
import { internalsOf } from "../../src/fetcher/api.ts";
import { bearer } from "../../src/fetcher/bearer.ts";
import { apiKey, type Credentials } from "../../src/fetcher/credentials.ts";
import { envelope, failureOf, json, pending, quietApi } from "./fake-fetch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

const minute = 60_000;
const base64Url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JSON Web Token, whose signature nobody here checks. */
const jwt = (sub: string | number, more: object = {}) =>
  `${base64Url({ alg: "none" })}.${base64Url({ iss: "https://id.example", sub, ...more })}.sig`;

/** An answer with a request id of its own. */
const answer = (status: number, id: string, headers: Record<string, string> = {}) =>
  json({ error: { code: `S${status}`, message: "m", requestId: id } }, { status, headers });

interface App {
  token: string | null;
  user: string | null;
}

/** A server that answers in turn, and an app in which one person after the other is signed in. */
function signedApp(
  makeCredentials: (app: App) => Credentials,
  answers: readonly (() => Response | Promise<Response>)[],
  options: Partial<Parameters<typeof quietApi>[1]> = {},
) {
  const app: App = { token: "ada", user: "ada" };
  const sent: (string | null)[] = [];
  const fetch = vi.fn(async (_input: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    sent.push(headers.get("x-api-key") ?? headers.get("authorization"));
    return (answers[sent.length - 1] ?? (() => json("ok")))();
  });
  const api = quietApi(fetch, {
    credentials: makeCredentials(app),
    retry: { gate: "api" },
    ...options,
  });
  const post = () => api.request("POST /v1/notes", { body: { text: "mine" } });
  return { app, api, sent, fetch, post };
}

const keyed = (app: App) => apiKey(() => app.token);
const tokened = (app: App) => bearer({ token: () => app.token });
const named = (app: App) => apiKey(() => app.token, "x-api-key", { identity: () => app.user });
const custom = (app: App): Credentials => ({
  headers: async (): Promise<Record<string, string>> =>
    app.token ? { Authorization: `Bearer ${app.token}` } : {},
});

const kinds: [string, (app: App) => Credentials][] = [
  ["an API key", keyed],
  ["a bearer token", tokened],
  ["an identity", named],
  ["credentials of the app's own", custom],
];

const changes: [string, Partial<App>][] = [
  ["another person", { token: "bob", user: "bob" }],
  ["nobody", { token: null, user: null }],
];

const both = kinds.flatMap(([kind, make]) =>
  changes.map(([who, change]) => [kind, who, make, change] as const),
);

describe("while a call waits for its next attempt", () => {
  it.each(both)(
    "with %s, %s signed in instead ends it with its own last answer",
    async (_, __, make, change) => {
      const { app, sent, post } = signedApp(make, [() => answer(503, "req_ada")]);
      const failed = failureOf(post());
      await vi.advanceTimersByTimeAsync(10);
      Object.assign(app, change);
      await vi.advanceTimersByTimeAsync(minute);
      expect(await failed).toMatchObject({ status: 503, requestId: "req_ada", attempts: 1 });
      expect(sent).toHaveLength(1);
    },
  );

  it.each<[string, (app: App) => Credentials, Partial<App>]>([
    ["the same person with a new JWT", tokened, { token: jwt("ada", { jti: "2" }) }],
    ["the same identity with a new key", named, { token: "another key" }],
    ["the same token", tokened, {}],
  ])("%s goes on", async (_, make, change) => {
    const { app, sent, post } = signedApp(make, [() => answer(503, "req_ada")]);
    app.token = jwt("ada", { jti: "1" });
    const done = post();
    await vi.advanceTimersByTimeAsync(10);
    Object.assign(app, change);
    await vi.advanceTimersByTimeAsync(minute);
    expect(await done).toBe("ok");
    expect(sent).toHaveLength(2);
    expect(sent[1]).toContain(app.token);
  });

  it("a JWT whose subject is a number is the same person's when it is renewed", async () => {
    const { app, sent, post } = signedApp(tokened, [() => answer(503, "req_ada")]);
    app.token = jwt(7, { jti: "1" });
    const done = post();
    await vi.advanceTimersByTimeAsync(10);
    app.token = jwt(7, { jti: "2" });
    await vi.advanceTimersByTimeAsync(minute);
    expect(await done).toBe("ok");
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["another number", jwt(7), jwt(8)],
    ["another subject", jwt("ada"), jwt("bob")],
    ["another issuer", jwt("ada"), jwt("ada", { iss: "https://other.example" })],
    ["a token in place of a JWT", jwt("ada"), "ada"],
    ["a JWT without a subject", jwt("ada"), jwt("")],
  ])("a JWT with %s is another person's", async (_, before, after) => {
    const { app, sent, post } = signedApp(tokened, [() => answer(503, "req_ada")]);
    app.token = before;
    const failed = failureOf(post());
    await vi.advanceTimersByTimeAsync(10);
    app.token = after;
    await vi.advanceTimersByTimeAsync(minute);
    await failed;
    expect(sent).toHaveLength(1);
  });

  it("a call that was begun by nobody goes on signed, and then belongs to whom it was signed for", async () => {
    const { app, sent, post } = signedApp(keyed, [
      () => answer(503, "req_1"),
      () => answer(503, "req_2"),
    ]);
    app.token = null;
    const failed = failureOf(post());
    await vi.advanceTimersByTimeAsync(10);
    app.token = "ada";
    await vi.advanceTimersByTimeAsync(1_000);
    app.token = "bob";
    await vi.advanceTimersByTimeAsync(minute);
    expect(await failed).toMatchObject({ requestId: "req_2", attempts: 2 });
    expect(sent).toEqual([null, "ada"]);
  });

  it.each<[string, (token: string) => Record<string, string>]>([
    ["a token without a scheme", (token) => ({ authorization: token })],
    ["a scheme of the app's own", (token) => ({ Authorization: `Session ${token}` })],
    ["a session header", (token) => ({ "X-Session-Token": token })],
    ["a vendor's key header", (token) => ({ "x-functions-key": token })],
    ["a key that all share and a user", (token) => ({ "x-api-key": "app", "x-user-id": token })],
    ["a token and a nonce", (token) => ({ authorization: `Bearer ${token}`, "x-nonce": "1" })],
  ])("credentials of the app's own tell people apart by %s", async (_, headers) => {
    const own = (app: App): Credentials => ({ headers: async () => headers(app.token ?? "") });
    const { app, sent, post } = signedApp(own, [() => answer(503, "req_ada")]);
    const failed = failureOf(post());
    await vi.advanceTimersByTimeAsync(10);
    app.token = "bob";
    await vi.advanceTimersByTimeAsync(minute);
    expect(await failed).toMatchObject({ requestId: "req_ada", attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it.each<[string, (times: number) => Record<string, string>]>([
    [
      "AWS's",
      (times) => ({
        authorization: `AWS4-HMAC-SHA256 Signature=${times}`,
        "x-amz-security-token": `${times}`,
      }),
    ],
    ["one of one word", (times) => ({ authorization: `HMAC-SHA256 ${times}` })],
    ["Azure's", (times) => ({ authorization: `SharedKey account:${times}` })],
    ["OAuth's first", (times) => ({ authorization: `OAuth oauth_signature="${times}"` })],
    ["one beside a date", (times) => ({ "x-signature": `${times}`, "x-date": `${times}` })],
    ["a token against forgery", (times) => ({ "x-csrf-token": `${times}` })],
  ])("a signature that is made anew for each attempt is nobody else's: %s", async (_, headers) => {
    let times = 0;
    const signing = () => ({
      headers: async () => {
        times += 1;
        return headers(times);
      },
    });
    const { sent, post } = signedApp(signing, [() => answer(503, "req_ada")]);
    const done = post();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await done).toBe("ok");
    expect(sent).toHaveLength(2);
  });
});

describe("while the headers of a call's first attempt are made", () => {
  /** A token that is there a little later, as it was when it was asked for or as it is then. */
  const slowly = (read: "early" | "late", app: App) => async () => {
    const { token } = app;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return read === "early" ? token : app.token;
  };

  it.each(["early", "late"] as const)(
    "somebody else who signs in is sent nothing, with a token that is read %s",
    async (read) => {
      const slow = (app: App) => bearer({ token: slowly(read, app), identity: () => app.user });
      const { app, sent, post } = signedApp(slow, []);
      const failed = failureOf(post());
      await vi.advanceTimersByTimeAsync(50);
      Object.assign(app, { token: "bob", user: "bob" });
      await vi.advanceTimersByTimeAsync(minute);
      expect(await failed).toMatchObject({ kind: "unauthorized", attempts: 0 });
      expect(sent).toHaveLength(0);
    },
  );

  it("and are so late that another person has come, that is no news of the first", async () => {
    const state = { isSlow: false };
    const { app, api, post } = signedApp(
      (app) => bearer({ token: () => (state.isSlow ? slowly("early", app)() : app.token) }),
      [],
    );
    await post();
    const others = vi.fn();
    internalsOf(api).signer?.onOtherPerson(others);
    state.isSlow = true;
    const slow = post();
    await vi.advanceTimersByTimeAsync(10);
    Object.assign(state, { isSlow: false });
    app.token = "bob";
    await post();
    await vi.advanceTimersByTimeAsync(minute);
    await slow;
    expect(others).toHaveBeenCalledTimes(1);
  });
});

describe("while a 401 is being answered", () => {
  const refusedThen = (change: (app: App) => void) => {
    const refresh = vi.fn(async () => "ada 2");
    const made: { app?: App } = {};
    const world = signedApp(
      (app) => {
        made.app = app;
        return bearer({ token: () => app.token, refresh, identity: () => app.user });
      },
      [
        () => {
          if (made.app) change(made.app);
          return answer(401, "req_ada");
        },
      ],
    );
    return { ...world, refresh };
  };

  it.each(changes)("%s signed in meanwhile ends the call with its own 401", async (_, change) => {
    const { sent, post } = refusedThen((app) => Object.assign(app, change));
    expect(await failureOf(post())).toMatchObject({
      status: 401,
      requestId: "req_ada",
      attempts: 1,
    });
    expect(sent).toEqual(["Bearer ada"]);
  });

  it.each(changes)("the same without an identity, by the token: %s", async (_, change) => {
    const { app, sent, post } = signedApp(
      ({ token: _old, ...rest }) => {
        const state: App = { token: "ada", ...rest };
        return bearer({ token: () => app.token ?? state.token ?? "", refresh: async () => "x" });
      },
      [
        () => {
          app.token = change.token ?? "";
          return answer(401, "req_ada");
        },
      ],
    );
    expect(await failureOf(post())).toMatchObject({ status: 401, requestId: "req_ada" });
    expect(sent).toEqual(["Bearer ada"]);
  });

  it("the same person's new token after a new sign-in sends", async () => {
    const { sent, post } = refusedThen((app) => {
      app.token = "ada, signed in again";
    });
    expect(await post()).toBe("ok");
    expect(sent).toEqual(["Bearer ada", "Bearer ada, signed in again"]);
  });

  it("another person who comes while the token is being renewed is sent nothing of the first", async () => {
    const renewed = pending<string>();
    const { app, sent, post, api } = signedApp(
      (app) => bearer({ token: () => app.token, refresh: () => renewed.promise }),
      [() => answer(401, "req_ada")],
    );
    const failed = failureOf(post());
    await vi.advanceTimersByTimeAsync(10);
    app.token = "bob";
    renewed.resolve("ada 2");
    expect(await failed).toMatchObject({ status: 401, requestId: "req_ada" });
    await api.request("GET /v1/notes");
    expect(sent).toEqual(["Bearer ada", "Bearer bob"]);
  });

  it("a token that is renewed stays the same person's, time after time", async () => {
    const { app, sent, post } = signedApp(
      (app) =>
        bearer({
          token: () => app.token,
          refresh: async () => {
            app.token = `${app.token}+`;
            return app.token;
          },
        }),
      [
        () => answer(401, "req_1"),
        () => answer(503, "req_2"),
        () => answer(401, "req_3"),
        () => json("ok"),
      ],
    );
    const done = post();
    await vi.advanceTimersByTimeAsync(minute);
    expect(await done).toBe("ok");
    expect(sent).toEqual(["Bearer ada", "Bearer ada+", "Bearer ada+", "Bearer ada++"]);
    expect(app.token).toBe("ada++");
  });

  it("a call that begins between the storing and the end of a renewal is the same person's", async () => {
    const stored = pending<void>();
    const others = vi.fn();
    const { app, api, post } = signedApp(
      (app) =>
        bearer({
          token: () => app.token,
          refresh: async () => {
            app.token = "ada 2";
            await stored.promise;
            return "ada 2";
          },
        }),
      [() => answer(401, "req_1")],
    );
    internalsOf(api).signer?.onOtherPerson(others);
    const first = post();
    await vi.advanceTimersByTimeAsync(10);
    expect(app.token).toBe("ada 2");
    const second = post();
    await vi.advanceTimersByTimeAsync(10);
    stored.resolve();
    expect(await Promise.all([first, second])).toEqual(["ok", "ok"]);
    expect(others).not.toHaveBeenCalled();
  });
});

describe("while a rate limit holds a call", () => {
  it.each(both)("with %s, %s signed in instead sends nothing", async (_, __, make, change) => {
    const { app, api, sent, post } = signedApp(make, [
      () => answer(429, "req_limit", { "retry-after": "3" }),
    ]);
    await failureOf(api.request("GET /v1/notes", { retry: false }));
    const failed = failureOf(post());
    await vi.advanceTimersByTimeAsync(10);
    Object.assign(app, change);
    await vi.advanceTimersByTimeAsync(minute);
    expect(await failed).toMatchObject({
      kind: "unauthorized",
      attempts: 0,
      requestId: undefined,
      route: "POST /v1/notes",
    });
    expect(sent).toHaveLength(1);
    // It has left nothing behind that would hold the next call.
    Object.assign(app, { token: "ada", user: "ada" });
    expect(await api.request("GET /v1/notes")).toBe("ok");
  });
});

describe("an identity", () => {
  it.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("no session store");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no session store"))],
    ["gives an object", () => ({ id: 1 })],
  ])("that %s is an unexpected error, and nothing is sent", async (_, identity) => {
    const credentials = (app: App): Credentials => ({
      ...keyed(app),
      // As plain JavaScript may.
      identity: () => JSON.parse("null") ?? (identity() as never),
    });
    const { fetch, post } = signedApp(credentials, []);
    expect(await failureOf(post())).toMatchObject({
      code: "UNEXPECTED_ERROR",
      retryStopped: "notRetryable",
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("that takes its time holds a call up once", async () => {
    const identity = () => new Promise<string>((done) => setTimeout(done, 100, "ada"));
    const { sent, post } = signedApp(
      (app) => bearer({ token: () => app.token, refresh: async () => "ada 2", identity }),
      [],
    );
    const done = post();
    await vi.advanceTimersByTimeAsync(110);
    expect(sent).toHaveLength(1);
    await done;
  });

  it("may be a number or come later", async () => {
    const credentials = (app: App): Credentials => ({ ...keyed(app), identity: async () => 7 });
    expect(await signedApp(credentials, []).post()).toBe("ok");
  });
});

describe("a token that refresh gave to an app that does not store it", () => {
  const unstored = (options: { identity?: boolean } = {}) => {
    const session = { cookie: "ada" };
    return {
      session,
      ...signedApp(
        (app) => {
          app.token = null;
          return bearer({
            token: () => app.token,
            refresh: async () => `T_${session.cookie}`,
            ...(options.identity && { identity: () => app.user }),
          });
        },
        [() => answer(401, "req_1"), () => json("ok"), () => answer(401, "req_2")],
      ),
    };
  };

  it("is forgotten with the person at forget()", async () => {
    const { api, sent, session, post } = unstored();
    await post();
    session.cookie = "bob";
    internalsOf(api).forget();
    await post();
    expect(sent).toEqual([null, "Bearer T_ada", null, "Bearer T_bob"]);
  });

  it.each(changes)("is forgotten where identity() names %s", async (_, change) => {
    const { app, sent, session, post } = unstored({ identity: true });
    await post();
    session.cookie = "bob";
    Object.assign(app, { user: change.user });
    await post();
    expect(sent.slice(0, 3)).toEqual([null, "Bearer T_ada", null]);
  });

  it("is forgotten once token() goes from a token to none", async () => {
    const { app, sent, post } = signedApp(
      (app) => bearer({ token: () => app.token, refresh: async () => "T_ada" }),
      [() => answer(401, "req_1"), () => json("ok"), () => json("ok")],
    );
    await post();
    app.token = null;
    await post();
    app.token = "ada";
    await post();
    expect(sent).toEqual(["Bearer ada", "Bearer T_ada", null, "Bearer ada"]);
  });

  it("is not kept where it comes after the person has gone", async () => {
    const renewed = pending<string>();
    const { api, sent, post } = signedApp(
      (app) => {
        app.token = null;
        return bearer({ token: () => app.token, refresh: () => renewed.promise });
      },
      [() => envelope(401, "X")],
    );
    const failed = failureOf(post());
    await vi.advanceTimersByTimeAsync(10);
    internalsOf(api).forget();
    renewed.resolve("T_ada");
    await failed;
    await post();
    expect(sent).not.toContain("Bearer T_ada");
  });
});

describe("another person", () => {
  it("is told of once a call finds them, and nobody is not somebody else", async () => {
    const { app, api, post } = signedApp(keyed, []);
    const others = vi.fn();
    internalsOf(api).signer?.onOtherPerson(others);
    await post();
    app.token = null;
    await post();
    app.token = "ada";
    await post();
    expect(others).not.toHaveBeenCalled();
    app.token = "bob";
    await post();
    await post();
    expect(others).toHaveBeenCalledTimes(1);
  });
});
