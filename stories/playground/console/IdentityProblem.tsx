import { useErrorGuidance } from "react-recourse";
import { Glyph } from "./Glyph.tsx";

/** In a header there is no room for a card: the words and the way out, drawn by the app itself. */
export function IdentityProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, primary } = useErrorGuidance(error, { onRetry });
  return (
    <div className="pg-identity" role="alert">
      <span className="pg-org" data-problem="">
        {title}
      </span>
      {primary?.run && (
        <button type="button" className="pg-key" onClick={primary.run}>
          <Glyph name={primary.id === "signIn" ? "key" : "refresh"} />
          {primary.label}
        </button>
      )}
    </div>
  );
}
