"use client";

import { ErrorCard } from "react-recourse";

export default function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorCard variant="page" error={error} onRetry={retry} />;
}
