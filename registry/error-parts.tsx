"use client";

/**
 * What `error-card.tsx` and `error-toaster.tsx` are made of. Parts fit themselves to what they are in by its
 * `group/error` and `data-variant`. Colors are those of your theme; what it has none for, `--recourse-focus` here and
 * the tones of card and toast, comes from react-recourse's stylesheet, which mixes it from your theme.
 */

import { type RefObject, useId, useRef } from "react";
import {
  type ErrorGuidance,
  type ErrorReport,
  type RemedyAction,
  type Tone,
  useCatalog,
  useCopy,
  useRemedy,
} from "react-recourse";

/** The tone as a picture, for the eye only: the title says it in words. */
export function ToneBadge({ tone }: { tone: Tone }) {
  return (
    <span className="grid size-9 place-items-center rounded-full border border-transparent bg-(--tone-quiet) text-(--tone) group-data-[variant=inline]/error:size-5 group-data-[variant=inline]/error:border-0 group-data-[variant=inline]/error:bg-transparent group-data-[variant=page]/error:size-13 max-sm:group-data-[variant=toast]/error:size-5 max-sm:group-data-[variant=toast]/error:border-0 max-sm:group-data-[variant=toast]/error:bg-transparent">
      <Icon name={tone} className="size-5 group-data-[variant=page]/error:size-7" />
    </span>
  );
}

/** The ways out. Draws nothing where there is none. */
export function RemedyButtons({ guidance }: { guidance: ErrorGuidance }) {
  const { primary, secondary } = guidance;
  if (!primary && !secondary) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {primary && <RemedyButton key={primary.id} action={primary} emphasis="primary" />}
      {secondary && <RemedyButton key={secondary.id} action={secondary} emphasis="secondary" />}
    </div>
  );
}

interface RemedyButtonProps {
  action: RemedyAction;
  emphasis: "primary" | "secondary";
}

/** A link where there is a page for it. */
function RemedyButton({ action, emphasis }: RemedyButtonProps) {
  const { label, buttonProps } = useRemedy(action);
  const isLink = action.href !== undefined;
  const Element = isLink ? "a" : "button";
  return (
    <Element
      {...(isLink ? { href: action.href, target: "_blank", rel: "noreferrer" } : buttonProps)}
      data-emphasis={emphasis}
      className="inline-flex min-h-9 items-center justify-center rounded-md border border-transparent px-3.5 py-1.5 text-center text-sm font-medium tabular-nums group-data-[variant=inline]/error:min-h-8 group-data-[variant=inline]/error:px-3 group-data-[variant=inline]/error:py-1 group-data-[variant=page]/error:min-h-11 group-data-[variant=page]/error:px-5 group-data-[variant=toast]/error:min-h-8 group-data-[variant=toast]/error:px-3 group-data-[variant=toast]/error:py-1 focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-(--recourse-focus) focus-visible:ring-offset-2 focus-visible:ring-offset-card data-[emphasis=primary]:bg-primary data-[emphasis=primary]:text-primary-foreground data-[emphasis=primary]:hover:bg-primary/90 data-[emphasis=secondary]:border-input data-[emphasis=secondary]:bg-background data-[emphasis=secondary]:text-foreground data-[emphasis=secondary]:hover:bg-accent data-[emphasis=secondary]:hover:text-accent-foreground motion-safe:transition-colors aria-disabled:border-transparent! aria-disabled:bg-muted! aria-disabled:text-foreground/70! forced-colors:aria-disabled:text-[GrayText]!"
    >
      {label}
    </Element>
  );
}

interface ErrorReferenceProps {
  requestId: string | undefined;
  report: ErrorReport;
}

/** The quiet line for support: the request id, and the report to unfold. */
export function ErrorReference({ requestId, report }: ErrorReferenceProps) {
  return (
    <div className="flex flex-col gap-1 text-[0.8125rem] text-muted-foreground group-data-[variant=inline]/error:flex-row group-data-[variant=inline]/error:flex-wrap group-data-[variant=inline]/error:items-start group-data-[variant=inline]/error:justify-between group-data-[variant=inline]/error:gap-x-4 group-data-[variant=inline]/error:gap-y-0 group-data-[variant=inline]/error:text-card-foreground/80 group-data-[variant=page]/error:border-t group-data-[variant=page]/error:pt-3 group-data-[variant=section]/error:border-t group-data-[variant=section]/error:pt-3">
      <RequestId requestId={requestId} />
      <ErrorDetails report={report} />
    </div>
  );
}

/** Left to right in every language, since it is no word of any. Draws nothing where there is no id. */
export function RequestId({ requestId }: { requestId: string | undefined }) {
  const { language, strings } = useCatalog();
  const text = useRef<HTMLElement>(null);
  const labelId = useId();
  if (!requestId) return null;
  return (
    <span
      lang={language}
      className="grid grid-cols-[auto_minmax(0,max-content)_auto] items-center justify-start gap-x-2 text-[0.8125rem] @max-[26rem]/error:grid-cols-[auto_1fr]"
    >
      <span id={labelId}>{strings.requestId}</span>
      <code
        ref={text}
        dir="ltr"
        translate="no"
        className="font-mono text-xs wrap-anywhere text-foreground select-all @max-[26rem]/error:col-span-full @max-[26rem]/error:row-start-2 @max-[26rem]/error:justify-self-start"
      >
        {requestId}
      </code>
      <CopyButton text={requestId} source={text} label={strings.copy} describedBy={labelId} />
    </span>
  );
}

/** Folded away until it is asked for. */
function ErrorDetails({ report }: { report: ErrorReport }) {
  const { strings } = useCatalog();
  const list = useRef<HTMLDListElement>(null);
  return (
    <details className="group/details group-data-[variant=inline]/error:open:basis-full">
      <summary className="-ms-1.5 inline-flex min-h-7 list-none items-center gap-1 rounded-md px-1.5 hover:text-foreground focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-(--recourse-focus) [&::-webkit-details-marker]:hidden">
        {strings.details}
        <Icon
          name="chevron"
          className="size-4 group-open/details:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <dl
        ref={list}
        className="mt-1.5 mb-2 grid gap-1.5 rounded-md bg-muted p-3 group-data-[variant=inline]/error:bg-card"
      >
        {report.fields.map(({ field, value }) => (
          <ReportLine key={field} name={strings.fields[field]} values={[value]} />
        ))}
        {report.earlierRequestIds.length > 0 && (
          <ReportLine name={strings.earlierRequestIds} values={report.earlierRequestIds} />
        )}
      </dl>
      <div className="-ms-2">
        <CopyButton text={report.markdown} source={list} label={strings.copyReport} />
      </div>
    </details>
  );
}

function ReportLine({ name, values }: { name: string; values: readonly string[] }) {
  return (
    <div className="grid gap-x-3 sm:grid-cols-[minmax(6rem,8rem)_minmax(0,1fr)]">
      <dt className="text-foreground/75">{name}</dt>
      {values.map((value) => (
        <dd
          key={value}
          className="font-mono text-xs/5 wrap-anywhere text-foreground sm:col-start-2"
        >
          <span dir="ltr" translate="no">
            {value}
          </span>
        </dd>
      ))}
    </div>
  );
}

interface CopyButtonProps {
  text: string;
  /** What is selected when the page may not write to the clipboard. */
  source: RefObject<Element | null>;
  label: string;
  /** Id of the element that says what is copied. */
  describedBy?: string;
}

/** The live region is there, empty, before anything is copied: one that comes with its words may stay silent. */
function CopyButton({ text, source, label, describedBy }: CopyButtonProps) {
  const { strings } = useCatalog();
  const { copy, state } = useCopy(text);
  const outcome = { idle: "", failed: "", copied: strings.copied, selected: strings.copyByHand };
  return (
    <span className="relative inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <button
        type="button"
        aria-describedby={describedBy}
        onClick={() => copy(text, source.current)}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-transparent px-2 font-medium wrap-normal hover:bg-accent hover:text-accent-foreground focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-(--recourse-focus)"
      >
        <Icon name={state === "copied" ? "check" : "copy"} className="size-4" />
        <span>{state === "copied" ? strings.copied : label}</span>
      </button>
      <span
        role="status"
        data-state={state}
        className="sr-only data-[state=selected]:not-sr-only data-[state=selected]:text-foreground"
      >
        {outcome[state]}
      </span>
    </span>
  );
}

interface IconProps {
  name: keyof typeof iconPaths;
  className: string;
}

/** Never read out: the words beside it say the same. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}

const iconPaths = {
  danger: "M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5ZM10 6.5v4.25M10 13.45v.05",
  warning:
    "M8.6 3.5 2.4 14.4a1.6 1.6 0 0 0 1.4 2.4h12.4a1.6 1.6 0 0 0 1.4-2.4L11.4 3.5a1.6 1.6 0 0 0-2.8 0ZM10 7.75v3.5M10 14v.05",
  info: "M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5ZM10 9.25v4.25M10 6.5v.05",
  copy: "M7.5 7.5V5A1.5 1.5 0 0 1 9 3.5h6A1.5 1.5 0 0 1 16.5 5v6a1.5 1.5 0 0 1-1.5 1.5h-2.5M5 7.5h6A1.5 1.5 0 0 1 12.5 9v6a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15V9A1.5 1.5 0 0 1 5 7.5Z",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  close: "m5.5 5.5 9 9M14.5 5.5l-9 9",
  chevron: "m5 7.5 5 5 5-5",
};
