"use client";

import {
  type ErrorToasterProps,
  type ErrorToastProps,
  ErrorToaster as Toaster,
  useCatalog,
  useErrorGuidance,
} from "react-recourse";
import { fillTemplate, formatNumber } from "react-recourse/core";
import { ErrorReference, Icon, RemedyButtons, ToneBadge } from "./error-parts";

/**
 * react-recourse's toaster with toasts in your theme: put it once, anywhere below `RecourseProvider`, in place of the
 * kit's own. Where the toasts stand and how they stack is the kit's; `className` changes it.
 */
export function ErrorToaster(props: Omit<ErrorToasterProps, "children">) {
  return <Toaster {...props}>{(toast) => <ErrorToast {...toast} />}</Toaster>;
}

function ErrorToast(props: ErrorToastProps) {
  const { toast, onRetry, onClose, frameProps, titleProps, descriptionProps } = props;
  const { earlierRequestIds, unsaved = 0 } = toast;
  const keepRetry = unsaved > 0;
  const guidance = useErrorGuidance(toast.error, { onRetry, keepRetry, earlierRequestIds });
  const { language, strings } = useCatalog();
  const { title, fix, tone, error, report } = guidance;
  return (
    <div
      {...frameProps}
      data-variant="toast"
      data-tone={tone}
      lang={language}
      className="group/error relative grid flex-none grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5 sm:gap-x-3 rounded-xl border bg-card p-3.5 text-start text-sm wrap-anywhere text-card-foreground shadow-lg [--tone-quiet:var(--recourse-danger-quiet)] [--tone:var(--recourse-danger)] data-[tone=info]:[--tone-quiet:var(--recourse-info-quiet)] data-[tone=info]:[--tone:var(--recourse-info)] data-[tone=warning]:[--tone-quiet:var(--recourse-warning-quiet)] data-[tone=warning]:[--tone:var(--recourse-warning)] focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-(--recourse-focus) motion-safe:transition-[opacity,translate] motion-safe:duration-200 motion-safe:starting:translate-y-3 motion-safe:starting:opacity-0 dark:scheme-dark"
    >
      <ToneBadge tone={tone} />
      <div className="@container/error flex flex-col gap-2.5 sm:pt-1">
        <div className="flex flex-col gap-1">
          <p
            {...titleProps}
            className="font-semibold text-balance group-[[data-recourse-toast=compact]:not(:hover):not(:focus-within)]/error:flex group-[[data-recourse-toast=compact]:not(:hover):not(:focus-within)]/error:items-baseline"
          >
            <bdi className="group-[[data-recourse-toast=compact]:not(:hover):not(:focus-within)]/error:truncate">
              {title}
            </bdi>
            {toast.count > 1 && <RepeatCount count={toast.count} />}
          </p>
          <p
            {...descriptionProps}
            className="text-pretty text-muted-foreground group-[[data-recourse-toast=compact]:not(:hover):not(:focus-within)]/error:hidden"
          >
            <bdi>{fix}</bdi>
          </p>
        </div>
        {/* An older toast is a line, until it is pointed at, tapped or has the focus. */}
        <div className="contents group-[[data-recourse-toast=compact]:not(:hover):not(:focus-within)]/error:hidden">
          <Unsaved toast={toast} />
          <RemedyButtons guidance={guidance} />
          <ErrorReference requestId={error.requestId} report={report} />
        </div>
      </div>
      <button
        type="button"
        aria-label={strings.dismiss}
        onClick={onClose}
        className="-me-1 -mt-1 grid size-8 place-items-center rounded-md text-muted-foreground hover:bg-accent hover:text-accent-foreground focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-(--recourse-focus)"
      >
        <Icon name="close" className="size-5" />
      </button>
    </div>
  );
}

/** What would be lost with the toast, and what is. One write needs no number: the words are about it. */
function Unsaved({ toast: { unsaved = 0, lost = 0 } }: Pick<ErrorToastProps, "toast">) {
  const { language, strings } = useCatalog();
  if (unsaved < 2 && lost === 0) return null;
  const written = (count: number) => ({ count: formatNumber(count, language) });
  return (
    <p className="flex flex-col font-medium">
      <bdi>{fillTemplate(strings.unsaved, written(unsaved))}</bdi>
      {lost > 0 && <bdi>{fillTemplate(strings.lost, written(lost))}</bdi>}
    </p>
  );
}

/** How often the same has failed, once for the eye and once in words. */
function RepeatCount({ count }: { count: number }) {
  const { language, strings } = useCatalog();
  const written = formatNumber(count, language);
  // What the language puts between sentences: without it, title and count would be read as one word.
  const pause = fillTemplate(strings.announcement, { title: "", fix: "" });
  return (
    <span className="relative ms-2 inline-block rounded-full border border-transparent bg-(--tone-quiet) px-2 text-xs font-semibold text-(--tone) tabular-nums">
      <span aria-hidden="true">×{written}</span>
      <span className="sr-only">{pause}</span>
      <span className="sr-only">{fillTemplate(strings.repeated, { count: written })}</span>
    </span>
  );
}
