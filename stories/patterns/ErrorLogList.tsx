import { type ErrorToasts, useErrorLog } from "react-recourse";
import { Words } from "../docs/Words.tsx";

/** What failed lately, dismissed toasts included: an inbox of failures. */
export function ErrorLogList({ toasts }: { toasts: ErrorToasts }) {
  const log = useErrorLog(toasts);
  if (log.length === 0) return <p>Nothing has failed.</p>;
  return (
    <>
      <ul className="docs-rows" aria-label="What failed lately">
        {log.map(({ fingerprint, error, count }) => (
          <li key={fingerprint}>
            <span>
              <Words>{`\`${error.code}\``}</Words>
              {count > 1 && ` ×${count}`}
            </span>
            <code className="docs-quiet">{error.requestId}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="docs-button" onClick={() => toasts.clearLog()}>
        Clear
      </button>
    </>
  );
}
