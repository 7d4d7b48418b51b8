import { Table } from "./Table.tsx";

interface KeysProps {
  /** `["Shift Tab", "What it does"]` */
  rows: readonly (readonly [keys: string, does: string])[];
}

/** The keyboard table of a component. */
export function Keys({ rows }: KeysProps) {
  return (
    <Table
      kind="docs-keys"
      head={["Key", "What it does"]}
      rows={rows.map(([keys, does]) => [
        <span key={`${keys} ${does}`}>
          {keys.split(" ").map((key) => (key === "or" ? " or " : <kbd key={key}>{key}</kbd>))}
        </span>,
        does,
      ])}
    />
  );
}
