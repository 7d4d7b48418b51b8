import { Dialog } from "./Dialog.tsx";
import type { KeyDialogProps } from "./KeyDialogs.tsx";
import { useService } from "./useService.ts";

export function AccessDialog({ onCancel, onKey }: KeyDialogProps) {
  const { keys } = useService();
  return (
    <Dialog title="Request access" onCancel={onCancel}>
      <p>
        The key in use may not do this. Parcel Desk has a key with full access that your
        administrator shares with you. What didn’t work is then tried again.
      </p>
      <div className="pg-form-actions">
        <button
          type="button"
          className="pg-button"
          data-emphasis="primary"
          onClick={() => onKey(keys.full)}
        >
          Use the full-access key
        </button>
        <button type="button" className="pg-button" onClick={onCancel}>
          Not now
        </button>
      </div>
    </Dialog>
  );
}
