import { CallLogLine } from "./CallLogLine.tsx";
import { useService } from "./useService.ts";

/** Every call that reached the service, newest first: a retry is a line of its own. */
export function CallLogView() {
  const { now } = useService();
  return (
    <section className="pg-log" aria-labelledby="pg-log-title">
      <h2 id="pg-log-title">
        Calls <span className="pg-count">{now.calls.length}</span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ol className="pg-log-lines" aria-label="Calls, newest first" tabIndex={0}>
        {now.calls.toReversed().map((call) => (
          <CallLogLine key={call.number} call={call} />
        ))}
      </ol>
    </section>
  );
}
