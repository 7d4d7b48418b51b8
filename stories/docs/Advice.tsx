import type { ReactNode } from "react";
import "./advice.css";

/** Things that belong side by side, below each other where there is no room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="docs-pair">{children}</div>;
}

interface AdviceProps {
  says: string;
  /** A live example that nobody can press. */
  children: ReactNode;
}

export function Do({ says, children }: AdviceProps) {
  return (
    <Advice kind="do" word="Do" says={says}>
      {children}
    </Advice>
  );
}

export function Dont({ says, children }: AdviceProps) {
  return (
    <Advice kind="dont" word="Don’t" says={says}>
      {children}
    </Advice>
  );
}

function Advice({
  kind,
  word,
  says,
  children,
}: AdviceProps & { kind: "do" | "dont"; word: string }) {
  return (
    <figure className="docs-advice" data-kind={kind}>
      <div className="docs-advice-picture sb-unstyled" inert>
        {children}
      </div>
      <figcaption>
        <strong>{word}</strong> {says}
      </figcaption>
    </figure>
  );
}
