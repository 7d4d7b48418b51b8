import { changedLines } from "./changed-lines.ts";
import "./change.css";

interface ChangeProps {
  file: string;
  before: string;
  after: string;
}

const elements = { "+": "ins", "-": "del", " ": "span" } as const;

/** What a step of a guide changes in a file: lines that go have a minus before them, lines that come a plus. */
export function Change({ file, before, after }: ChangeProps) {
  const lines = changedLines(before, after).map((line, index) => ({ ...line, number: index + 1 }));
  return (
    <figure className="docs-change sb-unstyled">
      <figcaption>
        <code>{file}</code>
      </figcaption>
      <pre>
        {lines.map(({ mark, text, number }) => {
          const Line = elements[mark];
          return <Line key={number}>{`${mark} ${text}`}</Line>;
        })}
      </pre>
    </figure>
  );
}
