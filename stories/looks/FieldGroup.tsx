import { type ReactNode, useState } from "react";

interface FieldGroupProps {
  title: string;
  children: ReactNode;
}

/** Unfolded where there is room beside the preview; on a phone one group at a time is enough. */
export function FieldGroup({ title, children }: FieldGroupProps) {
  const [startsOpen] = useState(() => matchMedia("(min-width: 64rem)").matches);
  return (
    <details className="looks-group" open={startsOpen}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
