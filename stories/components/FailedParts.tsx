import { type ApiError, useApiQuery } from "react-recourse";
import "../docs/page.css";

const parts = { agents: "Agents", sessions: "Sessions", usage: "Usage" } as const;

type PartName = keyof typeof parts;

function Part({ name }: { name: PartName }) {
  const { data, error } = useApiQuery<`GET /v1/${PartName}`, { count: number }>(`GET /v1/${name}`);
  return (
    <li>
      <span>{parts[name]}</span>
      <span className="docs-quiet">{told(data, error)}</span>
    </li>
  );
}

function told(data: { count: number } | undefined, error: ApiError | null): string {
  if (data) return String(data.count);
  return error ? "Didn’t load" : "Loading…";
}

/** A page of three queries that an outage leaves without their data. */
export function FailedParts() {
  return (
    <ul className="docs-rows">
      <Part name="agents" />
      <Part name="sessions" />
      <Part name="usage" />
    </ul>
  );
}
