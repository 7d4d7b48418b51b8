import type { ReactNode } from "react";
import { ErrorBoundary } from "react-recourse";
import { ErrorCard } from "@/components/error-card";

export function SessionBoundary({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <ErrorCard error={error} onRetry={resetErrorBoundary} />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
