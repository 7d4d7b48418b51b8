import type { ErrorBoundaryProps } from "react-recourse";
import type { DescribedProp } from "../docs/Props.tsx";

/** What the sources of the kit cannot tell, as these come from react-error-boundary. Complete by type. */
export const propsOfReactErrorBoundary = {
  fallback: {
    type: "ReactNode",
    description: "Shown instead of the children.",
  },
  fallbackRender: {
    type: "(props: { error: unknown, resetErrorBoundary: (...args) => void }) => ReactNode",
    description: "Draws what is shown instead of the children.",
  },
  FallbackComponent: {
    type: "ComponentType<{ error: unknown, resetErrorBoundary: (...args) => void }>",
    description: "A component that is shown instead of the children.",
  },
  onError: {
    type: "(error: unknown, info: ErrorInfo) => void",
    description: "Called with each error that was caught, after the provider’s own `onError`.",
  },
  onReset: {
    type: "(details) => void",
    description: "Called when the boundary is reset, after the failed queries inside of it.",
  },
  resetKeys: {
    type: "unknown[]",
    description: "Resets the boundary as soon as one of these changes.",
  },
} satisfies Record<Exclude<keyof ErrorBoundaryProps, "catches" | "children">, DescribedProp>;
