interface SwitchProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      className="pg-switch"
      onClick={() => onChange(!on)}
    >
      <span>{label}</span>
      <span className="pg-switch-track" aria-hidden="true" />
    </button>
  );
}
