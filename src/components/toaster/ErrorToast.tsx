"use client";

import { formatNumber } from "../../guidance/format-number.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import { ErrorDetails } from "../parts/ErrorDetails.tsx";
import { Icon } from "../parts/Icon.tsx";
import { closePath, tonePaths } from "../parts/icon-paths.ts";
import { RequestId } from "../parts/RequestId.tsx";
import { useCatalog } from "../provider/useCatalog.ts";
import { RemedyButtons } from "../remedies/RemedyButtons.tsx";
import { useErrorGuidance } from "../remedies/useErrorGuidance.ts";
import type { ErrorToastProps } from "./drawn-toast.ts";

/** The kit's own look of a toast: all failures of one fingerprint. */
export function ErrorToast(props: ErrorToastProps) {
  const { toast, onRetry, onClose, frameProps, titleProps, descriptionProps } = props;
  const { language, strings } = useCatalog();
  const guidance = useErrorGuidance(toast.error, {
    onRetry,
    keepRetry: (toast.unsaved ?? 0) > 0,
    earlierRequestIds: toast.earlierRequestIds,
  });
  const { title, fix, tone, error, report } = guidance;
  return (
    <div {...frameProps} className="recourse recourse-toast" data-tone={tone} lang={language}>
      <span className="recourse-badge">
        <Icon path={tonePaths[tone]} />
      </span>
      <div className="recourse-content">
        <div className="recourse-message">
          <p {...titleProps} className="recourse-title">
            <bdi>{title}</bdi>
            {toast.count > 1 && <RepeatCount count={toast.count} />}
          </p>
          <p {...descriptionProps} className="recourse-fix">
            <bdi>{fix}</bdi>
          </p>
        </div>
        <Unsaved toast={toast} />
        <RemedyButtons guidance={guidance} />
        <div className="recourse-reference">
          <RequestId requestId={error.requestId} />
          <ErrorDetails report={report} />
        </div>
      </div>
      <button
        type="button"
        className="recourse-dismiss"
        aria-label={strings.dismiss}
        onClick={onClose}
      >
        <Icon path={closePath} />
      </button>
    </div>
  );
}

/**
 * How many writes would be lost with the toast, and how many are lost. One write needs no number: the words are about
 * it.
 */
function Unsaved({ toast: { unsaved = 0, lost = 0 } }: Pick<ErrorToastProps, "toast">) {
  const { language, strings } = useCatalog();
  const written = (count: number) => ({ count: formatNumber(count, language) });
  if (unsaved < 2 && lost === 0) return null;
  return (
    <p className="recourse-unsaved">
      <bdi>{fillTemplate(strings.unsaved, written(unsaved))}</bdi>
      {lost > 0 && <bdi>{fillTemplate(strings.lost, written(lost))}</bdi>}
    </p>
  );
}

function RepeatCount({ count }: { count: number }) {
  const { language, strings } = useCatalog();
  const written = formatNumber(count, language);
  // The language's separator between sentences: without it, title and count would be read as one word.
  const pause = fillTemplate(strings.announcement, { title: "", fix: "" });
  return (
    <span className="recourse-count">
      <span aria-hidden="true">×{written}</span>
      <span className="recourse-offscreen">{pause}</span>
      <span className="recourse-offscreen">
        {fillTemplate(strings.repeated, { count: written })}
      </span>
    </span>
  );
}
