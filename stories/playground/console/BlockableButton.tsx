import type { ComponentProps } from "react";

interface BlockableButtonProps extends ComponentProps<"button"> {
  /** Pressing it does nothing now. It keeps the focus, which a disabled button would lose. */
  blocked: boolean;
}

export function BlockableButton({ blocked, onClick, ...button }: BlockableButtonProps) {
  return (
    <button
      type="button"
      className="pg-button"
      {...button}
      aria-disabled={blocked || undefined}
      onClick={(event) => {
        // Else it would send its form.
        if (blocked) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
