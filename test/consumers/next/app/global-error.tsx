"use client";

import { ErrorCard } from "react-recourse";
import "react-recourse/styles.css";

export default function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorCard variant="page" error={error} onRetry={retry} />
      </body>
    </html>
  );
}
