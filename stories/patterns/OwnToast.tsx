import { type ErrorToastProps, useCatalog, useErrorGuidance } from "react-recourse";
import { OwnRemedy } from "./OwnRemedy.tsx";
import "./own-card.css";

/** A toast in a style of its own. Stacking, counting, keyboard and announcements are the kit's. */
export function OwnToast(props: ErrorToastProps) {
  const { toast, onRetry, onClose, frameProps, titleProps, descriptionProps } = props;
  const { title, fix, tone, primary } = useErrorGuidance(toast.error, { onRetry });
  const { language, strings } = useCatalog();
  return (
    <div {...frameProps} className="own-card" data-tone={tone} lang={language}>
      <div className="own-card-words">
        <p {...titleProps}>
          <strong>
            <bdi>{title}</bdi>
          </strong>{" "}
          {toast.count > 1 && `(${toast.count})`}
        </p>
        <p {...descriptionProps}>
          <bdi>{fix}</bdi>
        </p>
      </div>
      <div className="own-card-foot">
        <button type="button" onClick={onClose}>
          {strings.dismiss}
        </button>
        {primary && <OwnRemedy action={primary} />}
      </div>
    </div>
  );
}
