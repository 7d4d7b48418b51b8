import { useState } from "react";
import { ErrorCard } from "react-recourse";
import { sampleError } from "../sample-error.ts";

/** Each retry brings the same failure with an id of its own. */
export function FailsAgain({ onRetry }: { onRetry?: (() => unknown) | undefined }) {
  const [tries, setTries] = useState(1);
  const [error, setError] = useState(() => sampleError("GENERIC_ERROR"));
  return (
    <ErrorCard
      error={error}
      onRetry={() => {
        onRetry?.();
        setTries(tries + 1);
        setError(
          sampleError("GENERIC_ERROR", { requestId: `req_01J2K8Q4ZD7X3M5V9B6N0T100${tries}` }),
        );
      }}
    />
  );
}
