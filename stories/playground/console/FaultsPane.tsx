import { ArmedFaults } from "./ArmedFaults.tsx";
import { CallLogView } from "./CallLogView.tsx";
import { FaultPicker } from "./FaultPicker.tsx";
import { ServiceSwitches } from "./ServiceSwitches.tsx";

/** Not part of the app: breaks the service behind it, and shows what really reaches it. */
export function FaultsPane() {
  return (
    <div className="pg-faults">
      <div className="pg-faults-scroll">
        <FaultPicker />
        <ServiceSwitches />
      </div>
      <ArmedFaults />
      <CallLogView />
    </div>
  );
}
