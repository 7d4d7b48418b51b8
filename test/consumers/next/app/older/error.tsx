"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ErrorCard } from "react-recourse";

/** As before Next 16.3, which has no `retry`. */
export default function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  return (
    <ErrorCard
      variant="page"
      error={error}
      onRetry={() =>
        startTransition(() => {
          router.refresh();
          reset();
        })
      }
    />
  );
}
