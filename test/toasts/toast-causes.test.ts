import { describe, expect, it, test } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { ToastStore } from "../../src/toasts/toast-store.ts";

const failed = (fields: Partial<ApiErrorFields> = {}) =>
  new ApiError({
    code: "X",
    kind: "serverError",
    message: "m",
    api: "agents",
    route: "GET /v1/x",
    ...fields,
  });

/** A store, and what a client does to it. */
function watched() {
  const toasts = new ToastStore();
  let order = 0;
  return {
    toasts,
    counts: () => toasts.open().map(({ count }) => count),
    read(key: string, fields: Partial<ApiErrorFields> = {}) {
      const error = failed({ route: `GET /v1/${key}`, ...fields });
      toasts.addFailed(error, { send: async () => {}, key, isRead: true });
      return error;
    },
    write(fields: Partial<ApiErrorFields> = {}) {
      order += 1;
      const error = failed({ route: "POST /v1/x", ...fields });
      toasts.addFailed(error, { send: async () => {}, key: order, order });
      return error;
    },
    works: (key: string) => toasts.causes.readWorked(key),
    apiWorks: (route = "GET /v1/other", isSigned = true, api = "agents") =>
      toasts.causes.apiWorked(api, { route, path: "/v1/other", isSigned }),
    dismissAll() {
      for (const { fingerprint } of toasts.open()) toasts.close(fingerprint);
    },
  };
}

const down = { kind: "unavailable", code: "DOWN" } as const;
const unreachable = { kind: "network", code: "NETWORK_ERROR" } as const;
const limited = { kind: "rateLimited", code: "RATE_LIMITED" } as const;
const unauthorized = { kind: "unauthorized", code: "UNAUTHORIZED" } as const;

describe("Failed reads", () => {
  test.for<[string, Partial<ApiErrorFields>[]]>([
    ["whose service is unavailable", [down, { ...down, code: "MAINTENANCE" }]],
    ["without a network", [unreachable, unreachable]],
    ["of a service that is down, whichever way that shows", [down, unreachable]],
    ["held back, since the service is down", [down, { ...down, code: "HELD_BACK", attempts: 0 }]],
    ["for which nobody is signed in", [unauthorized, { ...unauthorized, code: "TOKEN_EXPIRED" }]],
    ["of which there were too many", [limited, { ...limited, code: "HELD_BACK", attempts: 0 }]],
  ])("%s are one toast of their API, counted, whatever the route", ([, failures]) => {
    const { read, counts } = watched();
    for (const [index, failure] of failures.entries()) read(`route${index}`, failure);
    expect(counts()).toEqual([failures.length]);
  });

  it("of two APIs are two toasts", () => {
    const { read, toasts } = watched();
    read("a", down);
    read("a", { ...down, api: "billing" });
    expect(toasts.open().map(({ error }) => error.api)).toEqual(["agents", "billing"]);
  });

  it("of an API that is down, and of one that knows nobody, are two", () => {
    const { read, counts } = watched();
    read("a", down);
    read("b", unauthorized);
    expect(counts()).toEqual([1, 1]);
  });

  test.for([
    ["route", { route: "GET /v1/other" }],
    ["code", { code: "Y" }],
    ["API", { api: "billing" }],
  ] as const)("that concern no whole API are apart by their %s", ([, fields]) => {
    const { read, counts } = watched();
    read("a");
    read("b", { route: "GET /v1/a" });
    read("c", { route: "GET /v1/a", ...fields });
    expect(counts()).toEqual([2, 1]);
  });

  it("of which the app itself tells join the toast of their API, unless they may have been writes", () => {
    const { toasts, read, counts } = watched();
    read("a", down);
    toasts.add(failed({ ...down, route: "GET /v1/b" }));
    toasts.add(failed({ ...down, route: "POST /v1/b" }));
    toasts.add(failed({ ...down, route: undefined }));
    expect(counts()).toEqual([2, 1, 1]);
  });
});

describe("The toast of a whole API", () => {
  test.for([
    ["that is down", down, "GET /v1/other", false],
    ["that was not reached", unreachable, "GET /v1/other", false],
    ["that knew nobody", unauthorized, "GET /v1/other", true],
  ] as const)(
    "%s goes when the API works, and that is to be said once",
    ([, fields, route, isSigned]) => {
      const { read, apiWorks, counts, toasts } = watched();
      for (const key of ["a", "b", "c"]) read(key, fields);
      apiWorks(route, isSigned);
      apiWorks(route, isSigned);
      expect(counts()).toEqual([]);
      expect(toasts.recoveries()).toBe(1);
    },
  );

  it("that knew nobody stays while only unsigned calls work", () => {
    const { read, apiWorks, counts } = watched();
    read("a", unauthorized);
    apiWorks("GET /v1/public", false);
    expect(counts()).toEqual([1]);
  });

  it("goes when what failed works, also where nobody hears of the API's other calls", () => {
    const { read, works, counts, toasts } = watched();
    for (const key of ["a", "b"]) read(key, unauthorized);
    works("b");
    expect(counts()).toEqual([]);
    expect(toasts.recoveries()).toBe(1);
  });

  it("stays when another API works", () => {
    const { read, apiWorks, counts } = watched();
    read("a", down);
    apiWorks("GET /v1/a", true, "billing");
    expect(counts()).toEqual([1]);
  });

  test.for<[string, Partial<ApiErrorFields>[], string, number]>([
    ["a limited route stays while others work", [limited], "GET /v1/other", 1],
    ["a limited route goes when that works", [limited], "GET /v1/0", 0],
    ["two limited routes, which limit the API, goes with any", [limited, limited], "GET /v1/z", 0],
    [
      "a call that was held back for another's limit goes with any",
      [{ ...limited, code: "HELD_BACK", heldBy: { kind: "rateLimited", route: "GET /v1/9" } }],
      "GET /v1/other",
      0,
    ],
    [
      "a call that was held back for its own route's limit stays",
      [{ ...limited, code: "HELD_BACK", heldBy: { kind: "rateLimited", route: "GET /v1/0" } }],
      "GET /v1/other",
      1,
    ],
  ])("%s", ([, failures, route, left]) => {
    const { read, apiWorks, counts } = watched();
    for (const [index, failure] of failures.entries()) read(`${index}`, failure);
    apiWorks(route);
    expect(counts()).toHaveLength(left);
  });
});

describe("The toast of something read", () => {
  it("goes when that works again, without a word", () => {
    const { read, works, counts, toasts } = watched();
    read("a");
    works("other");
    expect(counts()).toEqual([1]);
    works("a");
    expect(counts()).toEqual([]);
    expect(toasts.recoveries()).toBe(0);
  });

  it("stays until all that it tells of works", () => {
    const { read, works, counts } = watched();
    for (const key of ["a", "b"]) read(key, { route: "GET /v1/x" });
    works("a");
    expect(counts()).toEqual([2]);
    works("b");
    expect(counts()).toEqual([]);
  });

  it("sends again only what has not worked since", () => {
    const { toasts, works } = watched();
    const sent: string[] = [];
    for (const key of ["a", "b"])
      toasts.addFailed(failed(), { send: async () => sent.push(key), key, isRead: true });
    works("a");
    toasts.open()[0]?.retry?.();
    expect(sent).toEqual(["b"]);
  });

  it("stays when its API works, since it is not about that", () => {
    const { read, apiWorks, counts } = watched();
    read("a");
    apiWorks();
    expect(counts()).toEqual([1]);
  });
});

describe("A cause that the person dismissed", () => {
  test.for([
    ["of an API", down],
    ["of one route", {}],
  ] as const)("%s is quiet until it has worked once", ([, fields]) => {
    const { read, works, apiWorks, dismissAll, counts, toasts } = watched();
    read("a", fields);
    dismissAll();
    read("a", fields);
    expect(counts()).toEqual([]);
    works("a");
    apiWorks("GET /v1/a");
    expect(toasts.recoveries()).toBe(0);
    read("a", fields);
    expect(counts()).toEqual([1]);
  });

  it("is quiet as well where all toasts were dismissed at once", () => {
    const { read, toasts, counts } = watched();
    read("a", down);
    read("b");
    toasts.clear();
    read("c", down);
    read("b");
    expect(counts()).toEqual([]);
  });

  it("leaves other causes to be told of", () => {
    const { read, dismissAll, counts } = watched();
    read("a", down);
    dismissAll();
    read("a", unauthorized);
    read("a");
    read("a", { ...down, api: "billing" });
    expect(counts()).toEqual([1, 1, 1]);
  });

  it("is still in the log", () => {
    const { read, dismissAll, toasts } = watched();
    read("a");
    dismissAll();
    read("a");
    expect(toasts.logged()).toMatchObject([{ count: 2 }]);
  });

  it("is told of again once nothing reads it any more, since nobody would hear that it works", () => {
    const { read, dismissAll, counts, toasts } = watched();
    read("a");
    dismissAll();
    toasts.causes.readIsGone("a");
    read("a");
    expect(counts()).toEqual([1]);
  });

  it("is told of to the next person", () => {
    const { read, dismissAll, counts, toasts } = watched();
    read("a", down);
    dismissAll();
    toasts.forgetShown();
    read("a", down);
    expect(counts()).toEqual([1]);
  });
});

describe("A failed write", () => {
  it.each([
    ["down", down],
    ["not to be reached", unreachable],
    ["limited", limited],
    ["nobody's", unauthorized],
  ])("has a toast of its own while the API is %s", (_, fields) => {
    const { read, write, toasts } = watched();
    read("a", fields);
    write(fields);
    write(fields);
    read("b", fields);
    expect(toasts.open()).toMatchObject([
      { count: 2, unsaved: 0 },
      { count: 2, unsaved: 2, retry: expect.any(Function) },
    ]);
  });

  it("stays when the API works again", () => {
    const { read, write, apiWorks, toasts } = watched();
    read("a", down);
    write(down);
    apiWorks();
    expect(toasts.open()).toMatchObject([{ unsaved: 1, retry: expect.any(Function) }]);
  });

  it.each([
    ["that", down],
    ["one of its own kind and route", { kind: "serverError", route: "POST /v1/x" }],
  ] as const)("shows, also where the person has dismissed %s", (_, fields) => {
    const { read, write, dismissAll, counts } = watched();
    read("a", fields);
    dismissAll();
    write(fields);
    expect(counts()).toEqual([1]);
    dismissAll();
    write(fields);
    expect(counts()).toEqual([1]);
  });

  it("is no read, also where its route only reads", () => {
    const { read, write, apiWorks, counts } = watched();
    read("a", down);
    write({ ...down, route: "GET /v1/export" });
    apiWorks();
    expect(counts()).toEqual([1]);
  });

  it("is told of also where a later one has taken its place, and nothing is left to be sent", () => {
    const { toasts, read, counts } = watched();
    read("a", down);
    toasts.addFailed(failed({ ...down, route: "POST /v1/x" }), undefined);
    expect(counts()).toEqual([1, 1]);
  });
});

describe("A toast that somebody is at", () => {
  it("stays until they leave, though its cause has gone", () => {
    const { read, works, apiWorks, toasts, counts } = watched();
    read("a");
    read("b", down);
    const ends = toasts.open().map(({ fingerprint }) => toasts.hold(fingerprint));
    works("a");
    apiWorks();
    expect(counts()).toEqual([1, 1]);
    expect(toasts.recoveries()).toBe(1);
    for (const end of ends) end();
    expect(counts()).toEqual([]);
  });

  it("stays where all are held, and so does one that comes meanwhile", () => {
    const { read, works, toasts, counts } = watched();
    read("a");
    const end = toasts.hold();
    read("b");
    for (const key of ["a", "b"]) works(key);
    expect(counts()).toEqual([1, 1]);
    end();
    expect(counts()).toEqual([]);
  });

  it("keeps its button until then", () => {
    const { read, works, toasts } = watched();
    read("a");
    toasts.hold(toasts.open()[0]?.fingerprint ?? "");
    works("a");
    expect(toasts.open()[0]?.retry).toBeDefined();
  });

  it("stays for good where it fails again meanwhile", () => {
    const { read, works, toasts, counts } = watched();
    read("a");
    const end = toasts.hold(toasts.open()[0]?.fingerprint ?? "");
    works("a");
    read("a");
    end();
    expect(counts()).toEqual([2]);
  });

  it("waits for all of them, and each leaves once", () => {
    const { read, works, toasts, counts } = watched();
    read("a");
    const { fingerprint = "" } = toasts.open()[0] ?? {};
    const [first, second] = [toasts.hold(fingerprint), toasts.hold(fingerprint)];
    works("a");
    first();
    first();
    expect(counts()).toEqual([1]);
    second();
    expect(counts()).toEqual([]);
  });

  it("can be dismissed, and is then no longer quiet: it has worked", () => {
    const { read, works, toasts, dismissAll, counts } = watched();
    read("a");
    toasts.hold(toasts.open()[0]?.fingerprint ?? "");
    works("a");
    dismissAll();
    expect(counts()).toEqual([]);
    read("a");
    expect(counts()).toEqual([1]);
  });

  it("is sent to its end, though the first of what it sends brings the API back", async () => {
    const { toasts, apiWorks, counts } = watched();
    const sent: string[] = [];
    for (const key of ["a", "b"])
      toasts.addFailed(failed({ ...down, route: `GET /v1/${key}` }), {
        send: async () => {
          sent.push(key);
          apiWorks();
        },
        key,
        isRead: true,
      });
    await toasts.open()[0]?.retry?.();
    expect(sent).toEqual(["a", "b"]);
    expect(counts()).toEqual([]);
  });
});

describe("A failure that a card shows", () => {
  it("is withdrawn from its toast, with what it would send", () => {
    const { read, write, toasts } = watched();
    const [first, second] = [write(), write()];
    toasts.shownErrors.show(first);
    expect(toasts.open()).toMatchObject([{ count: 1, unsaved: 1 }]);
    toasts.shownErrors.show(second);
    expect(toasts.open()).toEqual([]);
    toasts.shownErrors.show(read("a"));
    expect(toasts.open()).toEqual([]);
  });

  it("is shown until the last card of it has gone", () => {
    const { shownErrors } = new ToastStore();
    const error = failed();
    const [first, second] = [shownErrors.show(error), shownErrors.show(error)];
    first();
    expect(shownErrors.has(error)).toBe(true);
    second();
    expect(shownErrors.has(error)).toBe(false);
  });
});
