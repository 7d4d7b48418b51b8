import { describe, expect, it } from "vitest";
import { placeholderPath } from "../../src/error/placeholder-path.ts";

describe("placeholderPath", () => {
  it.each([
    ["a number", "42"],
    ["a negative number", "-1"],
    ["a date", "2026-03-01"],
    ["a UUID", "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d"],
    ["a UUID of letters", "abcdefab-cdef-abcd-efab-cdefabcdefab"],
    ["a hash", "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
    ["hexadecimal letters", "deadbeef"],
    ["a prefixed id", "ses_a1b2"],
    ["a ULID", "01J2K3N4P5Q6R7S8T9VWXYZABC"],
    ["a nanoid without digits", "aBcDxQzRtYkL"],
    ["a token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln"],
    ["a long token of letters", "abcdefghijklmnopqrstuvwxyz"],
    ["a long token of capitals", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
    ["a mail address", "ann@example.com"],
    ["an encoded mail address", "ann%40example.com"],
    ["an encoded name", "M%C3%BCller"],
    ["a name of another script", "会議"],
    ["two words", "red%20shoes"],
    ["a coordinate", "52.52,13.40"],
    ["an id in brackets, as OData's", "users('ann')"],
    ["a resource name", "urn:isbn:0451450523"],
    ["a name with a digit", "user7"],
    ["a path's parameters", "report;v=2"],
    ["what looks like a version and is none", "v1x"],
  ])("puts {} for %s", (_, segment) => {
    expect(placeholderPath(`/things/${segment}/parts`)).toBe("/things/{}/parts");
  });

  it.each([
    ["a word", "sessions"],
    ["kebab case", "password-resets"],
    ["snake case", "access_tokens"],
    ["camel case", "organizationMembershipInvitations"],
    ["an acronym in camel case", "getHTTPResponseById"],
    ["Pascal case", "UserAccounts"],
    ["capitals", "README"],
    ["a long word", "internationalization"],
    ["short hexadecimal letters", "feed"],
    ["a procedure", "session.byId"],
    ["procedures in a batch", "session.byId,session.list,agent.tools"],
    ["a file", "index.html"],
    ["a language", "pt-BR"],
    ["a version", "v1"],
    ["a version before its release", "v2beta1"],
    ["a version with a point", "v1.2"],
    ["a hidden name", "_search"],
    ["OData's own", "$metadata"],
    ["oneself, as Discord has it", "@me"],
    ["a template's parameter", "{sessionId}"],
    ["a placeholder", "{}"],
    ["a step up", ".."],
    ["a method of a collection", "jobs:cancelAll"],
  ])("keeps %s", (_, segment) => {
    expect(placeholderPath(`/${segment}/parts`)).toBe(`/${segment}/parts`);
  });

  it.each([
    ["", ""],
    ["/", "/"],
    ["/v1/sessions/", "/v1/sessions/"],
    ["/v1//42", "/v1//{}"],
    ["/v1/sessions/ses_a1b2/messages/7", "/v1/sessions/{}/messages/{}"],
    ["/v1/jobs/123:cancel", "/v1/jobs/{}:cancel"],
    ["/v1/jobs/123:4", "/v1/jobs/{}"],
  ])("makes of %j %j", (pathname, path) => {
    expect(placeholderPath(pathname)).toBe(path);
  });

  it("gives what it gave, when it is asked again", () => {
    const path = placeholderPath("/v1/sessions/ses_a1b2/jobs/7:cancel");
    expect(placeholderPath(path)).toBe(path);
  });
});
