import { describe, expect, it } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { parseMessage } from "../../src/error/parse-message.ts";
import { failureOf, fakeFetch, json, quietApi } from "../fetcher/fake-fetch.ts";

const cases: [what: string, given: string, expected: string][] = [
  ["words", "The session is gone.", "The session is gone."],
  ["an escape sequence", "red \u001b[31malert\u001b[0m", "red [31malert[0m"],
  ["a C1 escape", "red \u009b31m", "red 31m"],
  ["a forged line", "gone\r\n[react-recourse] forged", "gone [react-recourse] forged"],
  ["indented lines", "first\n    second\n\n third", "first second third"],
  ["Unicode's line breaks", "a\u2028b\u2029c\u0085d", "a b c d"],
  ["a tab", "a\tb", "a b"],
  ["space around it", " a  b \n", "a  b"],
  ["backspaces and a bell", "a\b\b\u0007b\u0000", "ab"],
  ["a direction that is overridden", "a\u202etxt.exe\u2066b", "atxt.exeb"],
  ["half a surrogate pair", "a\ud800b", "ab"],
  [
    "joiners and marks of scripts",
    "\u0646\u200c\u0645 \u200fe\u0301 👩\u200d🚀",
    "\u0646\u200c\u0645 \u200fe\u0301 👩\u200d🚀",
  ],
  ["64 KiB", "x".repeat(65_536), "x".repeat(65_536)],
];

describe("a message", () => {
  it.each(cases)("with %s is one line without controls", (_, given, expected) => {
    expect(parseMessage(given)).toBe(expected);
    expect(parseMessage(expected)).toBe(expected);
  });

  it.each([[""], [" "], ["\u001b\u0000"], ["\r\n"], ["\u202e"], [undefined], [null], [42], [{}]])(
    "is not made of %j",
    (value) => {
      expect(parseMessage(value)).toBeUndefined();
    },
  );

  it.each([" ", "\n", " \n", "\t ", "\u001b"])("is read at once, be it 64 KiB of %j", (piece) => {
    const text = piece.repeat(65_536 / piece.length);
    expect(parseMessage(`${text}x${text}`)).toBe("x");
  });
});

describe("an ApiError's message", () => {
  const forged = "gone\r\n\u001b[2J[react-recourse] forged";
  const expected = "gone [2J[react-recourse] forged";

  it.each<[string, () => ApiError | Promise<ApiError>]>([
    [
      "the envelope",
      () => {
        const { fetch } = fakeFetch(
          json({ error: { code: "C", message: forged } }, { status: 400 }),
        );
        return failureOf(quietApi(fetch).request("GET /v1/x"));
      },
    ],
    [
      "problem details",
      () => {
        const { fetch } = fakeFetch(json({ title: forged }, { status: 400 }));
        return failureOf(quietApi(fetch).request("GET /v1/x"));
      },
    ],
    [
      "readError",
      () => {
        const readError = () => ({ message: forged });
        const { fetch } = fakeFetch(json({}, { status: 400 }));
        return failureOf(quietApi(fetch, { readError }).request("GET /v1/x"));
      },
    ],
    ["a thrown Error", () => toApiError(new Error(forged))],
    ["a thrown text", () => toApiError(forged)],
    ["an abort", () => toApiError(new DOMException(forged, "AbortError"))],
    [
      "JSON",
      () => ApiError.fromJSON({ "~recourse": "ApiError", kind: "notFound", message: forged }),
    ],
  ])("from %s holds no controls", async (_, make) => {
    const error = await make();
    expect(error.message).toBe(expected);
    expect(error.stack ?? "").not.toContain("\u001b");
  });

  it.each([["\u001b"], [" \n"], [""]])(
    "says the status where the server's is %j",
    async (message) => {
      const { fetch } = fakeFetch(json({ error: { code: "C", message } }, { status: 400 }));
      const error = await failureOf(quietApi(fetch).request("GET /v1/x"));
      expect(error.message).toBe("The server answered with status 400.");
    },
  );

  it.each([[42], [null], [{}]])("is empty where plain JavaScript gives %j", (message) => {
    const fields = { code: "X", kind: "conflict", message };
    expect(Reflect.construct(ApiError, [fields]).message).toBe("");
  });
});
