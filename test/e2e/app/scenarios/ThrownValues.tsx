import { useState } from "react";
import { ErrorBoundary } from "react-recourse";

const values = new Map<string, unknown>([
  ["null", null],
  ["undefined", undefined],
  ["an empty string", ""],
  ["0", 0],
  ["an Error", new Error("Cannot read properties of undefined")],
]);

/** Components that throw what nobody should. */
export function ThrownValues() {
  return [...values].map(([name, value]) => (
    <ErrorBoundary key={name}>
      <Thrower name={name} value={value} />
    </ErrorBoundary>
  ));
}

function Thrower({ name, value }: { name: string; value: unknown }) {
  const [thrown, setThrown] = useState(false);
  if (thrown) throw value;
  return (
    <button type="button" onClick={() => setThrown(true)}>
      Throw {name}
    </button>
  );
}
