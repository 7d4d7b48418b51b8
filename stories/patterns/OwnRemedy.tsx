import { type RemedyAction, useRemedy } from "react-recourse";

/** The one way out: a link where there is a page for it, else a button that says when it works or waits. */
export function OwnRemedy({ action }: { action: RemedyAction }) {
  const { label, buttonProps } = useRemedy(action);
  if (action.href !== undefined) return <a href={action.href}>{label}</a>;
  return (
    <button {...buttonProps} className="own-card-way-out">
      {label}
    </button>
  );
}
