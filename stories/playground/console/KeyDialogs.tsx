import { AccessDialog } from "./AccessDialog.tsx";
import { SignInDialog } from "./SignInDialog.tsx";
import { useConsole } from "./useConsole.ts";

/** One at a time, each mounted anew. */
export function KeyDialogs() {
  const { dialog, closeDialog, changeKey } = useConsole();
  if (!dialog) return null;
  const { kind, ask } = dialog;
  const shown = {
    onCancel() {
      ask.withdraw();
      closeDialog();
    },
    onKey(key: string) {
      changeKey(key);
      ask.answer();
      closeDialog();
    },
  };
  return kind === "signIn" ? <SignInDialog {...shown} /> : <AccessDialog {...shown} />;
}

export interface KeyDialogProps {
  onCancel: () => void;
  onKey: (key: string) => void;
}
