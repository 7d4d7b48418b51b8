import { describe, expect, it } from "vitest";
import { kindFromStatus } from "../../src/error/kind-from-status.ts";

describe("the kind of a status", () => {
  it.each([
    [400, "badRequest"],
    [401, "unauthorized"],
    [402, "clientError"],
    [403, "forbidden"],
    [404, "notFound"],
    [405, "clientError"],
    [408, "timeout"],
    [409, "conflict"],
    [410, "notFound"],
    [412, "conflict"],
    [413, "clientError"],
    [418, "clientError"],
    [419, "unauthorized"],
    [422, "unprocessable"],
    [423, "conflict"],
    [424, "clientError"],
    [440, "unauthorized"],
    [498, "unauthorized"],
    [429, "rateLimited"],
    [499, "clientError"],
    [500, "serverError"],
    [501, "serverError"],
    [502, "unavailable"],
    [503, "unavailable"],
    [504, "unavailable"],
    [599, "serverError"],
    [304, "invalidResponse"],
    [0, "invalidResponse"],
  ])("%i is %s", (status, kind) => {
    expect(kindFromStatus(status)).toBe(kind);
  });
});
