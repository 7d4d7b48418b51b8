/** How browsers fail an app that keeps its credentials on the device, as data that can be printed and shrunk. */

import fc from "fast-check";

/** What storage or `crypto.subtle` throws. */
export interface DeviceFault {
  name: string;
  message: string;
  /** As a DOMException, as an Error of that name, as one of another realm, or as the cause of an Error. */
  form: "exception" | "error" | "realm" | "wrapped";
  /** What a library has hung on it, with the token in it. */
  hungOn: "nothing" | "config" | "request" | "headers" | "response";
  code: number | string | undefined;
}

const faults: readonly (readonly [name: string, message: string])[] = [
  // localStorage, sessionStorage
  ["SecurityError", "The operation is insecure."],
  ["SecurityError", "Access is denied for this document."],
  ["QuotaExceededError", "The quota has been exceeded."],
  ["NS_ERROR_DOM_QUOTA_REACHED", "Persistent storage maximum size reached"],
  ["NS_ERROR_FILE_CORRUPTED", ""],
  ["ReferenceError", "localStorage is not defined"],
  ["TypeError", "Cannot read properties of null (reading 'getItem')"],
  ["SyntaxError", "Unexpected token 'o', \"[object Obj\"... is not valid JSON"],
  // IndexedDB
  ["InvalidStateError", "A mutation operation was attempted on a database that did not allow it."],
  ["UnknownError", "Internal error opening backing store for indexedDB.open."],
  ["VersionError", "The requested version (1) is less than the existing version (2)."],
  ["NotFoundError", "One of the specified object stores was not found."],
  ["DataCloneError", "#<Promise> could not be cloned."],
  // crypto.subtle, which is missing over plain http
  ["TypeError", "Cannot read properties of undefined (reading 'digest')"],
  ["TypeError", "undefined is not an object (evaluating 'crypto.subtle.decrypt')"],
  ["OperationError", ""],
  ["InvalidAccessError", "key.usages does not permit this operation"],
  ["NotSupportedError", "Unrecognized name."],
  ["DataError", ""],
  // navigator.credentials
  ["NotAllowedError", "The operation either timed out or was not allowed."],
];

export const deviceFault: fc.Arbitrary<DeviceFault> = fc
  .record({
    fault: fc.constantFrom(...faults),
    form: fc.constantFrom(...(["exception", "error", "realm", "wrapped"] as const)),
    hungOn: fc.constantFrom(...(["nothing", "config", "request", "headers", "response"] as const)),
    code: fc.constantFrom(undefined, 18, 22, 1014, "EACCES", "ENOSPC", "ERR_STORAGE"),
  })
  .map(({ fault: [name, message], ...rest }) => ({ name, message, ...rest }));

/** A new one each time, as a browser throws. */
export function toDeviceError(fault: DeviceFault, token: string): object {
  const { form, hungOn } = fault;
  const headers = { authorization: `Bearer ${token}` };
  const carried = hungOn === "headers" ? headers : { headers, token };
  const thrown = bareError(fault);
  const isFixed = form === "exception" || fault.code === undefined;
  const own = {
    ...(hungOn === "nothing" ? {} : { [hungOn]: carried }),
    ...(isFixed ? {} : { code: fault.code }),
  };
  const error = Object.assign(thrown, own);
  return form === "wrapped" ? new Error("the store failed", { cause: error }) : error;
}

function bareError({ name, message, form }: DeviceFault): object {
  if (form === "exception") return new DOMException(message, name);
  if (form === "realm") return { name, message, stack: `${name}: ${message}\n    at app.js:1:1` };
  return Object.assign(new Error(message), { name });
}

/** What else such a browser lacks or refuses: the kit itself uses both where it can. */
export interface BrokenDevice {
  channel: "none" | "refused";
  locks: "none" | "refused" | "rejecting";
  storage: "none" | "refused";
}

export const brokenDevice: fc.Arbitrary<BrokenDevice> = fc.record({
  channel: fc.constantFrom("none" as const, "refused" as const),
  locks: fc.constantFrom("none" as const, "refused" as const, "rejecting" as const),
  storage: fc.constantFrom("none" as const, "refused" as const),
});

const denied = () => new DOMException("The operation is insecure.", "SecurityError");

/** The globals of a page on it. */
export function globalsOf({ channel, locks, storage }: BrokenDevice): [string, unknown][] {
  const refusing = class {
    constructor() {
      throw denied();
    }
  };
  const request = () => {
    if (locks === "rejecting") return Promise.reject(denied());
    throw denied();
  };
  const store = new Proxy(
    {},
    {
      get: () => {
        throw denied();
      },
    },
  );
  return [
    ["BroadcastChannel", channel === "none" ? undefined : refusing],
    ["navigator", locks === "none" ? {} : { locks: { request } }],
    ["localStorage", storage === "none" ? undefined : store],
  ];
}
