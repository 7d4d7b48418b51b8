/**
 * An OpenAPI document without what it says to people and what its paths do not use, which is nine tenths of it. Types lose
 * nothing by that.
 *
 *     node test/openapi/specs/without-prose.mjs < api.github.com.json > github.json
 */
import { readFileSync } from "node:fs";

const prose = ["title", "summary", "description", "example", "examples", "externalDocs"];
const left = new Set([...prose, "tags", "servers", "security", "deprecated"]);

/** What is in these has names of its own, which may be spelt like the above. */
const named = ["paths", "properties"];

function withoutProse(value, hasNames = false) {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name]) => hasNames || !(left.has(name) || name.startsWith("x-")),
  );
  return Object.fromEntries(
    kept.map(([name, part]) => [name, withoutProse(part, !hasNames && named.includes(name))]),
  );
}

const { openapi, info, ...whole } = JSON.parse(readFileSync(0, "utf8"));
const components = {};

/** Keeps what a part refers to, and what that refers to in turn. */
function keepReferred(part) {
  if (typeof part !== "object" || part === null) return;
  for (const [name, value] of Object.entries(part))
    if (name === "$ref" && typeof value === "string") keep(...value.split("/").slice(2));
    else keepReferred(value);
}

function keep(kind, name) {
  components[kind] ??= {};
  if (name in components[kind]) return;
  components[kind][name] = withoutProse(whole.components[kind][name]);
  keepReferred(components[kind][name]);
}

const { title, version } = info;
const { paths } = withoutProse({ paths: whole.paths });
keepReferred(paths);
const document = { openapi, info: { title, version }, paths, components };
process.stdout.write(`${JSON.stringify(document)}\n`);
