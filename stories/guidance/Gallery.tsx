import { type ApiError, ErrorCard, guide } from "react-recourse";
import { ToastSample } from "./ToastSample.tsx";
import "./gallery.css";

export interface GalleryProps {
  rows: readonly { name: string; error: ApiError }[];
}

/** A row per failure: what it is called in the log, the card, the toast. */
export function Gallery({ rows }: GalleryProps) {
  return (
    <main className="gallery">
      {rows.map(({ name, error }) => (
        <section key={name} aria-labelledby={`row-${name}`}>
          <header>
            <h2 id={`row-${name}`}>{name}</h2>
            <p>{error.status ? `HTTP ${error.status}` : "no answer"}</p>
          </header>
          {guide(error).silent ? (
            <p className="gallery-silent">Nothing is shown: there is nothing to do.</p>
          ) : (
            <>
              <ErrorCard error={error} onRetry={() => {}} headingLevel={3} />
              <ToastSample name={name} error={error} />
            </>
          )}
        </section>
      ))}
    </main>
  );
}
