import type { LoggedCall } from "../service/call-log.ts";

export function CallLogLine({ call }: { call: LoggedCall }) {
  const { route, status, requestId, failure } = call;
  const [method = "", path = ""] = route.split(" ");
  return (
    <li className="pg-call" data-outcome={outcomeOf(call)}>
      <span className="pg-call-status">{status ?? (failure === "network" ? "lost" : "…")}</span>
      <span className="pg-call-route" dir="ltr">
        <span className="pg-call-method">{method}</span> {path}
      </span>
      <span className="pg-call-id" dir="ltr">
        {requestId ?? "no request id"}
      </span>
      {failure !== undefined && <span className="pg-tag">injected</span>}
    </li>
  );
}

function outcomeOf({ status, failure }: LoggedCall): "ok" | "refused" | "broken" | "open" {
  if (failure === "network" || failure === "cutBody" || failure === "cutJson") return "broken";
  if (status === undefined) return "open";
  if (status < 400) return "ok";
  return status < 500 ? "refused" : "broken";
}
