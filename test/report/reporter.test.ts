import { describe, expect, it, vi } from "vitest";
import { toApiError } from "../../src/envelope/to-api-error.ts";
import { ApiError } from "../../src/error/api-error.ts";
import { toCallbackError } from "../../src/error/callback-error.ts";
import { tellReporter } from "../../src/error/tell-reporter.ts";
import type { Incident } from "../../src/report/incident.ts";
import { createReporter } from "../../src/report/reporter.ts";

const failed = (code = "GENERIC_ERROR") =>
  new ApiError({ code, kind: "serverError", message: "m", status: 500 });
const missing = () =>
  new ApiError({ code: "NO_SUCH", kind: "notFound", message: "m", status: 404 });

function listening() {
  const send = vi.fn<(incident: Incident, error: ApiError) => void>();
  return { send, sent: () => send.mock.calls.map(([{ tags }]) => tags["code"]) };
}

describe("a reporter", () => {
  it("sends an incident, with the error for what an app knows to be harmless in it", () => {
    const { send } = listening();
    const error = failed();
    createReporter(send)(error);
    expect(send.mock.calls).toEqual([[expect.objectContaining({ level: "error" }), error]]);
  });

  it("sends what only developers can mend", () => {
    const { send, sent } = listening();
    const report = createReporter(send);
    report(missing());
    report(failed());
    expect(sent()).toEqual(["GENERIC_ERROR"]);
  });

  it("asks the app's filter, which knows what it would have done", () => {
    const { send, sent } = listening();
    const filter = vi.fn((error: ApiError) => error.kind === "notFound");
    const report = createReporter(send, { filter });
    const [left, kept] = [failed(), missing()];
    report(left);
    report(kept);
    expect(filter.mock.calls).toEqual([
      [left, true],
      [kept, false],
    ]);
    expect(sent()).toEqual(["NO_SUCH"]);
  });

  it("adds the app's context, and asks for none of what it leaves out", () => {
    const { send } = listening();
    const context = vi.fn((error: ApiError) => ({ message: error.message }));
    const report = createReporter(send, { context });
    report(missing());
    report(failed());
    expect(send.mock.calls[0]?.[0].context).toEqual({ attempts: 1, message: "m" });
    expect(context).toHaveBeenCalledTimes(1);
  });

  it("sends once what several tell of, also where each makes an ApiError of the same thrown value", () => {
    const { send } = listening();
    const report = createReporter(send);
    const error = failed();
    const slip = new TypeError("slip");
    for (const told of [error, error, toApiError(slip), toApiError(slip)]) report(told);
    report(toCallbackError(slip, { route: "GET /v1/x" }, true));
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("hands a rejection of the service to whoever told it", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const report = createReporter(() => Promise.reject(new Error("service is down")));
    tellReporter(report, failed());
    await vi.waitFor(() => expect(logged.mock.calls).toEqual([[new Error("service is down")]]));
  });

  it.each<[string, unknown, object, string]>([
    [
      "nothing to send with",
      undefined,
      {},
      "createReporter needs a function that sends an incident: got undefined",
    ],
    [
      "a filter that is none",
      () => {},
      { filter: "500" },
      'a reporter\'s filter must be a function: got "500"',
    ],
    [
      "a context that is none",
      () => {},
      { context: {} },
      "a reporter's context must be a function: got [object Object]",
    ],
  ])("refuses %s", (_, send, options, said) => {
    expect(() => Reflect.apply(createReporter, undefined, [send, options])).toThrow(said);
  });
});
