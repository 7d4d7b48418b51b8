import type { ReactNode } from "react";
import { Words } from "./Words.tsx";

interface TableProps {
  head: readonly string[];
  /** Strings may have `backticks`. */
  rows: readonly (readonly ReactNode[])[];
  kind?: string;
}

/** Storybook's MDX knows no Markdown tables. */
export function Table({ head, rows, kind = "" }: TableProps) {
  return (
    <div className={`docs-table ${kind}`}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.map(String).join()}>
              {cells.map((cell, column) => (
                <td key={head[column]}>
                  {typeof cell === "string" ? <Words>{cell}</Words> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
