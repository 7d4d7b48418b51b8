import { expect } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import { isErrorKind } from "../../src/error/error-kind.ts";
import { formatLogLine } from "../../src/error/log-line.ts";

const ownOfObjectPrototype = Reflect.ownKeys(Object.prototype).length;

/** Each field once, and none that a value has forged; quoted values are taken out. */
const logLine =
  /^\[react-recourse\](?: (?:[A-Z]+ )?\/\S*)? [\w.:/-]*(?: status=\d+)?(?: requestId=[^\s="]*)? attempts=\d+(?: retryStopped=[A-Za-z]+)?$/;

/** What may be shown, logged, copied and carried along, whatever the server sent. */
export function expectHarmless(error: ApiError): void {
  const { code, message, requestId, details = {} } = error;
  expect(isErrorKind(error.kind)).toBe(true);
  expect(code).toMatch(/^[A-Za-z0-9][\w.:/-]{0,127}$/);
  expect(message).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}]/u);
  expect(Array.from(requestId ?? "").length).toBeLessThanOrEqual(200);
  expect(requestId).not.toBe("");
  expect(requestId ?? "").not.toMatch(/[\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u);
  expect(formatLogLine(error).replace(/"(?:[^"\\]|\\.)*"/g, "")).toMatch(logLine);
  expect(Object.getPrototypeOf(details)).toBe(Object.prototype);
  expect(Object.keys(details)).not.toContain("__proto__");
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(ownOfObjectPrototype);
  const json = error.toJSON();
  expect(ApiError.fromJSON(JSON.parse(JSON.stringify(json))).toJSON()).toEqual(json);
}
