import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { type ErrorKind, errorKinds } from "../../src/error/error-kind.ts";
import { kindFromStatus } from "../../src/error/kind-from-status.ts";
import { defineCatalog } from "../../src/guidance/define-catalog.ts";
import { guide } from "../../src/guidance/guide.ts";
import { isOnline } from "../../src/guidance/is-online.ts";
import { en } from "../../src/guidance/locales/en.ts";
import { referenceCodes } from "./reference-codes.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const failed = (fields: Partial<ApiErrorFields>) =>
  new ApiError({ code: "UNKNOWN", kind: "unexpected", message: "m", ...fields });

describe("guide", () => {
  it.each([
    ["SESSION_NOT_FOUND", "openSession"],
    ["SESSION_EXPIRED", "openSession"],
    ["SESSION_CREATION_ERROR", "retry"],
    ["INVALID_SESSION", "openSession"],
    ["MESSAGES_HISTORY_ERROR", "retry"],
    ["MODELS_NOT_FOUND", "chooseModel"],
    ["TOOLS_NOT_FOUND", "reattachTools"],
    ["CONFIG_NOT_FOUND", "completeConfig"],
    ["UNAUTHORIZED", "signIn"],
    ["GENERIC_ERROR", "retry"],
  ] as const)("offers for %s the remedy %s", (code, remedy) => {
    const status = referenceCodes[code];
    const kind = kindFromStatus(status ?? 500);
    expect(guide(failed({ code, kind, status, requestId: "req_1" }))).toMatchObject({
      title: en.entries[code].title,
      fix: en.entries[code].fix,
      remedy,
      silent: false,
    });
  });

  it("says nothing of an abort", () => {
    expect(guide(new DOMException("left", "AbortError")).silent).toBe(true);
    expect(guide(failed({ code: "ABORT_ERROR", kind: "aborted" })).silent).toBe(true);
  });

  it.each([
    [499, "clientError"],
    [500, "serverError"],
    [503, "unavailable"],
  ] as const)("tells a server's ABORT_ERROR by what its status %i means", (status, kind) => {
    const error = failed({ code: "ABORT_ERROR", kind, status });
    expect(guide(error)).toEqual(guide(failed({ kind, status })));
    expect(guide(error).silent).toBe(false);
  });

  it.each([401, 403, 404, 409, 422, 429])(
    "tells a GENERIC_ERROR by its status where that is %i, which says more",
    (status) => {
      const kind = kindFromStatus(status);
      const generic = failed({ code: "GENERIC_ERROR", kind, status });
      expect(guide(generic)).toEqual(guide(failed({ kind, status })));
      expect(guide(generic, { failures: 9 }).remedy).not.toBe("contactSupport");
    },
  );

  it.each([400, 500, 502, 503])(
    "keeps the reference's fix for a GENERIC_ERROR with a %i",
    (status) => {
      const kind = kindFromStatus(status);
      const generic = failed({ code: "GENERIC_ERROR", kind, status, requestId: "req_1" });
      expect(guide(generic).fix).toBe(en.entries.GENERIC_ERROR.fix);
    },
  );

  it.each<[string, ErrorKind]>([
    ["GENERIC_ERROR", "serverError"],
    ["MESSAGES_HISTORY_ERROR", "serverError"],
    ["UNKNOWN", "serverError"],
    ["UNKNOWN", "clientError"],
  ])("names a request id for %s, a %s, only where there is one", (code, kind) => {
    const withId = guide(failed({ code, kind, requestId: "req_1" }));
    const withoutId = guide(failed({ code, kind }));
    expect(withId.fix).toContain(" with the request ID.");
    expect(withoutId).toEqual({ ...withId, fix: withId.fix.replace(" with the request ID", "") });
  });

  it("tells an abort that comes back from JSON by its status, where it has one", () => {
    const revived = (fields: object) =>
      guide({ "~recourse": "ApiError", code: "ABORT_ERROR", kind: "aborted", ...fields });
    expect(revived({ status: 500 }).title).toBe(en.entries.serverError.title);
    expect(revived({}).silent).toBe(true);
  });

  it("is silent for nothing else", () => {
    const loud = errorKinds.filter((kind) => !guide(failed({ kind })).silent);
    expect(loud).toEqual(errorKinds.filter((kind) => kind !== "aborted"));
  });

  it("takes a failure as grave unless its entry says otherwise", () => {
    expect(guide(failed({ kind: "serverError" })).tone).toBe("danger");
    expect(guide(failed({ kind: "rateLimited" })).tone).toBe("warning");
  });

  it.each<[string, Partial<ApiErrorFields>]>([
    ["GENERIC_ERROR", { code: "GENERIC_ERROR", kind: "serverError", status: 500 }],
    ["MESSAGES_HISTORY_ERROR", { code: "MESSAGES_HISTORY_ERROR", kind: "serverError" }],
    ["a 500 with an unknown code", { kind: "serverError", status: 500 }],
  ])("turns %s over to support after it has failed twice by hand", (_, fields) => {
    const remedies = [0, 1, 2, 3].map((failures) => guide(failed(fields), { failures }).remedy);
    expect(remedies).toEqual(["retry", "retry", "contactSupport", "contactSupport"]);
  });

  it.each<[string, Partial<ApiErrorFields>]>([
    ["a 503", { kind: "unavailable", status: 503 }],
    ["a 429", { kind: "rateLimited", status: 429 }],
    ["a timeout", { kind: "timeout" }],
    ["a network failure", { kind: "network" }],
    ["SESSION_CREATION_ERROR", { code: "SESSION_CREATION_ERROR", kind: "unavailable" }],
    ["SESSION_EXPIRED", { code: "SESSION_EXPIRED", kind: "notFound" }],
    ["a 404", { kind: "notFound", status: 404 }],
  ])("never turns %s over to support, which can do nothing about it", (_, fields) => {
    const error = failed(fields);
    expect(guide(error, { failures: 9, online: true })).toEqual(guide(error, { online: true }));
  });

  it("says 'offline' of a network failure while the browser is sure of it", () => {
    const error = failed({ code: "NETWORK_ERROR", kind: "network" });
    expect(guide(error, { online: false }).title).toBe(en.offline.title);
    expect(guide(error, { online: true }).title).toBe(en.entries.network.title);
  });

  it.each(errorKinds.filter((kind) => kind !== "network"))(
    "does not say 'offline' of %s, which being offline does not explain",
    (kind) => {
      expect(guide(failed({ kind }), { online: false }).title).toBe(en.entries[kind].title);
    },
  );

  it.each<[string, unknown, boolean]>([
    ["{ onLine: false }", { onLine: false }, false],
    ["{ onLine: true }", { onLine: true }, true],
    ["{} (Node)", {}, true],
    ["undefined", undefined, true],
  ])("takes a navigator of %s to be online: see %o", (_, navigator, online) => {
    vi.stubGlobal("navigator", navigator);
    expect(isOnline()).toBe(online);
  });

  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each<[string, unknown]>([
    ["null", null],
    ["undefined", undefined],
    ["0", 0],
    ["an empty string", ""],
    ["a symbol", Symbol("s")],
    ["a BigInt", 1n],
    ["a function", () => {}],
    ["a revoked proxy", revoked.proxy],
    ["an object whose properties throw", Object.defineProperty({}, "message", { get: boom })],
    ["an Error", new Error("e")],
  ])("never throws, also for %s", (_, thrown) => {
    expect(guide(thrown).title).toBe(en.entries.unexpected.title);
  });

  it.each(["nope", "__proto__", "constructor"])(
    "never throws for an error made by hand with the kind %j",
    (kind) => {
      const error = Object.assign(failed({}), { kind });
      expect(guide(error).title).toBe(en.entries.unexpected.title);
    },
  );

  it("uses the words of another catalog", () => {
    const catalog = defineCatalog({ SEAT_LIMIT: { title: "There is no free seat", fix: "Wait." } });
    expect(guide(failed({ code: "SEAT_LIMIT", kind: "conflict" }), { catalog })).toEqual({
      title: "There is no free seat",
      fix: "Wait.",
      remedy: undefined,
      tone: "danger",
      silent: false,
    });
  });
});

function boom(): never {
  throw new Error("no");
}

describe("a 413", () => {
  const tooLarge = (fields: Partial<ApiErrorFields> = {}) =>
    failed({ kind: "clientError", status: 413, ...fields });

  it("is told as too large, which only the person can mend", () => {
    expect(guide(tooLarge())).toEqual({
      title: "This couldn’t be sent because it’s too large",
      fix: "Make it smaller, then try again: with a smaller file, fewer files or a shorter text.",
      remedy: undefined,
      tone: "warning",
      silent: false,
    });
    expect(guide(tooLarge({ code: "ABORT_ERROR" }))).toEqual(guide(tooLarge()));
  });

  it("has the words of its code where there are any, and of its kind where an app told that", () => {
    const catalog = defineCatalog({
      FILE_LIMIT: { title: "The file is too large", fix: "Cut it." },
    });
    expect(guide(tooLarge({ code: "FILE_LIMIT" }), { catalog }).title).toBe(
      "The file is too large",
    );
    expect(guide(tooLarge({ kind: "conflict" })).title).toBe(en.entries.conflict.title);
    expect(guide(failed({ kind: "clientError", status: 414 })).title).toBe(
      en.entries.clientError.title,
    );
  });

  it.each(["conflict", "clientError", "__proto__"])(
    "does not take its code %j for words",
    (code) => {
      expect(guide(tooLarge({ code }))).toEqual(guide(tooLarge()));
    },
  );
});

describe("a part of the page that could not be imported", () => {
  const failed = () =>
    new TypeError("Failed to fetch dynamically imported module: https://app.example/page-1a2b.js");

  it("is told as an outdated page, which a reload mends", () => {
    expect(guide(failed(), { online: true })).toMatchObject({
      title: "This part of the page couldn’t load",
      remedy: "reload",
    });
  });

  it("is told as being offline where that is so", () => {
    expect(guide(failed(), { online: false }).title).toBe("You’re offline");
  });

  it("has the words that an app gives its code", () => {
    const catalog = defineCatalog({
      OUTDATED_PAGE: { title: "A new version is here", fix: "Reload." },
    });
    expect(guide(failed(), { catalog, online: true }).title).toBe("A new version is here");
  });
});
