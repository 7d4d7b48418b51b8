"use client";

import { useToast } from "@react-aria/toast";
import type { QueuedToast, ToastState } from "@react-stately/toast";
import { type ComponentProps, type KeyboardEvent, useRef, useSyncExternalStore } from "react";
import { fillTemplate } from "../guidance/interface-strings.ts";
import { ErrorDetails } from "./ErrorDetails.tsx";
import type { ErrorToastEntry, ErrorToasts } from "./error-toasts.ts";
import { Icon } from "./Icon.tsx";
import { RemedyButtons } from "./RemedyButtons.tsx";
import { RequestId } from "./RequestId.tsx";
import { useErrorGuidance } from "./useErrorGuidance.ts";
import { useRecourse } from "./useRecourse.ts";

interface ErrorToastProps {
  toasts: ErrorToasts;
  toast: QueuedToast<string>;
  state: ToastState<string>;
}

/** One fingerprint's failures, counted. */
export function ErrorToast({ toasts, ...shown }: ErrorToastProps) {
  const fingerprint = shown.toast.content;
  const entry = useSyncExternalStore(
    toasts.subscribe,
    () => toasts.entryOf(fingerprint),
    () => toasts.entryOf(fingerprint),
  );
  return entry ? <Toast {...shown} entry={entry} /> : null;
}

function Toast({
  toast,
  state,
  entry,
}: Omit<ErrorToastProps, "toasts"> & { entry: ErrorToastEntry }) {
  const ref = useRef<HTMLDivElement>(null);
  const { toastProps, titleProps, descriptionProps } = useToast({ toast }, state, ref);
  return (
    <ErrorToastBody
      entry={entry}
      onClose={() => state.close(toast.key)}
      frame={{ ...toastProps, ref }}
      titleProps={titleProps}
      descriptionProps={descriptionProps}
    />
  );
}

interface ErrorToastBodyProps {
  entry: ErrorToastEntry;
  onClose: () => void;
  frame: ComponentProps<"div">;
  titleProps: ComponentProps<"p">;
  descriptionProps?: ComponentProps<"p">;
}

/** What a toast shows, whoever stacks it. */
export function ErrorToastBody(props: ErrorToastBodyProps) {
  const { entry, onClose, frame, titleProps, descriptionProps } = props;
  const { language, strings } = useRecourse().catalog;
  const guidance = useErrorGuidance(entry.error, {
    onRetry: entry.retry && retryAndClose,
    earlierRequestIds: entry.earlierRequestIds,
  });
  const { title, fix, tone, error, report } = guidance;

  const keyboard = {
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onClose();
    },
  };

  async function retryAndClose() {
    await entry.retry?.();
    onClose();
  }

  return (
    <div
      {...frame}
      {...keyboard}
      className="recourse recourse-toast"
      data-tone={tone}
      lang={language}
    >
      <span className="recourse-badge">
        <Icon name={tone} />
      </span>
      <div className="recourse-content">
        <div className="recourse-message">
          <p {...titleProps} className="recourse-title">
            <bdi>{title}</bdi>
            {entry.count > 1 && <RepeatCount count={entry.count} />}
          </p>
          <p {...descriptionProps} className="recourse-fix">
            <bdi>{fix}</bdi>
          </p>
        </div>
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
        <Icon name="close" />
      </button>
    </div>
  );
}

function RepeatCount({ count }: { count: number }) {
  const { language, strings } = useRecourse().catalog;
  const written = new Intl.NumberFormat(language).format(count);
  return (
    <span className="recourse-count">
      <span aria-hidden="true">×{written}</span>
      <span className="recourse-offscreen">
        {fillTemplate(strings.repeated, { count: written })}
      </span>
    </span>
  );
}
