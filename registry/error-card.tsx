"use client";

import { useId, useRef } from "react";
import {
  type ErrorCardProps,
  useCatalog,
  useErrorGuidance,
  useFocusWhenReplaced,
} from "react-recourse";
import { ErrorReference, RemedyButtons, ToneBadge } from "./error-parts";

/**
 * react-recourse's card in your theme: what did not happen, what to do now, the one button that helps, and the request
 * id to copy. Takes the same props as the kit's own.
 */
export function ErrorCard(props: ErrorCardProps) {
  const { variant = "section", headingLevel = 2, onRetry, showSilent = false, children } = props;
  const guidance = useErrorGuidance(props.error, { onRetry });
  const { language } = useCatalog();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenReplaced(heading);
  if (guidance.silent && !showSilent) return null;

  const { title, fix, tone, error, report, occasion } = guidance;
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      data-variant={variant}
      data-tone={tone}
      lang={language}
      aria-labelledby={titleId}
      className="group/error grid w-full max-w-2xl grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 rounded-xl border bg-card p-5 text-start text-sm wrap-anywhere text-card-foreground shadow-sm [--tone-quiet:var(--recourse-danger-quiet)] [--tone:var(--recourse-danger)] data-[tone=info]:[--tone-quiet:var(--recourse-info-quiet)] data-[tone=info]:[--tone:var(--recourse-info)] data-[tone=warning]:[--tone-quiet:var(--recourse-warning-quiet)] data-[tone=warning]:[--tone:var(--recourse-warning)] data-[variant=inline]:gap-x-2.5 data-[variant=inline]:rounded-lg data-[variant=inline]:border-transparent data-[variant=inline]:bg-(--tone-quiet) data-[variant=inline]:px-3 data-[variant=inline]:py-2.5 data-[variant=inline]:shadow-none data-[variant=page]:m-auto data-[variant=page]:max-w-xl data-[variant=page]:grid-cols-1 data-[variant=page]:gap-y-5 data-[variant=page]:border-0 data-[variant=page]:bg-transparent data-[variant=page]:shadow-none sm:data-[variant=page]:p-10 max-sm:data-[variant=section]:p-4 dark:scheme-dark"
    >
      <ToneBadge tone={tone} />
      <div className="@container/error flex flex-col gap-3.5 pt-1 group-data-[variant=inline]/error:gap-2 group-data-[variant=inline]/error:pt-0 group-data-[variant=page]/error:gap-6 group-data-[variant=page]/error:pt-0">
        {/* Read out as soon as it is there. No more than this, or the buttons are read out too. */}
        <div
          role="alert"
          className="flex flex-col gap-1 group-data-[variant=inline]/error:gap-0 group-data-[variant=page]/error:gap-2"
        >
          <Heading
            id={titleId}
            ref={heading}
            tabIndex={-1}
            className="rounded-xs text-base/snug font-semibold text-balance group-data-[variant=inline]/error:text-sm group-data-[variant=page]/error:text-2xl/tight focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-(--recourse-focus) focus-visible:ring-offset-2 focus-visible:ring-offset-card"
          >
            <bdi key={occasion}>{title}</bdi>
          </Heading>
          <p className="text-pretty text-muted-foreground group-data-[variant=inline]/error:text-card-foreground/80 group-data-[variant=page]/error:text-base">
            <bdi key={occasion}>{fix}</bdi>
          </p>
        </div>
        {children}
        <RemedyButtons guidance={guidance} />
        <ErrorReference requestId={error.requestId} report={report} />
      </div>
    </section>
  );
}
