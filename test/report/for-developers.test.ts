import { describe, expect, it, vi } from "vitest";
import { ApiError, type ApiErrorFields } from "../../src/error/api-error.ts";
import { documentedCodes } from "../../src/error/error-code.ts";
import { errorKinds } from "../../src/error/error-kind.ts";
import { kindFromStatus } from "../../src/error/kind-from-status.ts";
import { guide } from "../../src/guidance/guide.ts";
import { en } from "../../src/guidance/locales/en.ts";
import { isForDevelopers } from "../../src/report/for-developers.ts";
import { referenceCodes, referenceStatuses } from "../guidance/reference-codes.ts";

const failed = (fields: Partial<ApiErrorFields>) =>
  new ApiError({ code: "UNKNOWN", kind: "serverError", message: "m", ...fields });

/** What the catalog advises, where nothing is told that only the person's browser knows. */
function asksForDevelopers(error: ApiError): boolean {
  const { remedy, silent } = guide(error, { online: true });
  const entry = Object.hasOwn(en.entries, error.code) ? en.entries[error.code] : undefined;
  const { persistentIsBug = false } = entry ?? en.entries[error.kind];
  return !silent && (persistentIsBug || remedy === "retry" || remedy === "contactSupport");
}

const documented = documentedCodes.map((code) => {
  const status = referenceCodes[code];
  const kind = status === undefined ? "aborted" : kindFromStatus(status);
  return failed({ code, status, kind });
});
const statuses = [...referenceStatuses, 405, 410, 412, 413, 415, 419, 423, 440, 498, 501].map(
  (status) => failed({ status, kind: kindFromStatus(status) }),
);
const kinds = errorKinds.map((kind) => failed({ kind }));

describe("what is for developers", () => {
  it.each(
    [...documented, ...statuses, ...kinds].map(
      (error) => [error.code, error.status, error.kind, error] as const,
    ),
  )(
    "is what the guidance has no remedy of the person's own for: %s %s %s",
    (_code, _status, _kind, error) => {
      expect(isForDevelopers(error)).toBe(asksForDevelopers(error));
    },
  );

  it("is not a call that was never sent, nor a page that is out of date", () => {
    expect(isForDevelopers(failed({ code: "HELD_BACK", kind: "rateLimited" }))).toBe(false);
    expect(isForDevelopers(failed({ code: "HELD_BACK", kind: "unavailable" }))).toBe(false);
    expect(isForDevelopers(failed({ code: "OUTDATED_PAGE", kind: "unexpected" }))).toBe(false);
  });

  it("is a fault of the page after a write that worked, which the person is told to reload for", () => {
    const details = { afterSuccess: true };
    const error = failed({ code: "UNEXPECTED_ERROR", kind: "unexpected", details });
    expect(guide(error).remedy).toBe("reload");
    expect(isForDevelopers(error)).toBe(true);
  });

  it("is no network failure of a device that is offline", () => {
    const error = failed({ code: "NETWORK_ERROR", kind: "network" });
    expect(isForDevelopers(error)).toBe(true);
    vi.stubGlobal("navigator", { onLine: false });
    expect(isForDevelopers(error)).toBe(false);
  });

  it("is a server's ABORT_ERROR that came with a status, by its kind", () => {
    const aborted = { code: "ABORT_ERROR", status: 503 };
    expect(isForDevelopers(failed({ ...aborted, kind: "unavailable" }))).toBe(true);
  });

  it("is a kind that only untyped code could have made", () => {
    const error = failed({});
    Object.assign(error, { kind: "sideways" });
    expect(isForDevelopers(error)).toBe(true);
  });
});
