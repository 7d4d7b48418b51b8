import { labelOf } from "./failure-choices.ts";
import { useService } from "./useService.ts";

export function ArmedFaults() {
  const { faults, now } = useService();
  return (
    <div className="pg-armed" role="status" data-idle={now.faults.length === 0 || undefined}>
      {now.faults.length > 0 && (
        <>
          <p>
            <strong>Next:</strong>{" "}
            {now.faults
              .map(
                (fault) => `${labelOf(fault)} ×${fault.timesLeft} on ${fault.route ?? "any call"}`,
              )
              .join(", then ")}
          </p>
          <button
            type="button"
            className="pg-button"
            data-size="small"
            onClick={() => faults.clear()}
          >
            Disarm
          </button>
        </>
      )}
    </div>
  );
}
