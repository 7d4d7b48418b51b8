"use client";

import { type ErrorCardProps, useErrorCard } from "react-recourse";
import { ErrorReference, RemedyButtons, ToneBadge } from "./error-parts";

/**
 * react-recourse's card in your theme: what did not happen, what to do now, the one button that helps, and the request
 * id to copy. Takes the same props as the kit's own.
 */
export function ErrorCard(props: ErrorCardProps) {
  const { variant = "section", headingLevel = 2, onRetry, showSilent, children } = props;
  const card = useErrorCard(props.error, { onRetry, showSilent });
  if (!card.isShown) return null;

  const { title, fix, tone, error, report } = card;
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      {...card.frameProps}
      data-variant={variant}
      data-tone={tone}
      className="group/error grid w-full max-w-2xl grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 rounded-xl border bg-card p-5 text-start text-sm wrap-anywhere text-card-foreground shadow-sm [--tone-quiet:var(--recourse-danger-quiet)] [--tone:var(--recourse-danger)] data-[tone=info]:[--tone-quiet:var(--recourse-info-quiet)] data-[tone=info]:[--tone:var(--recourse-info)] data-[tone=warning]:[--tone-quiet:var(--recourse-warning-quiet)] data-[tone=warning]:[--tone:var(--recourse-warning)] data-[variant=inline]:gap-x-2.5 data-[variant=inline]:rounded-lg data-[variant=inline]:border-transparent data-[variant=inline]:bg-(--tone-quiet) data-[variant=inline]:px-3 data-[variant=inline]:py-2.5 data-[variant=inline]:shadow-none data-[variant=page]:m-auto data-[variant=page]:max-w-xl data-[variant=page]:grid-cols-1 data-[variant=page]:gap-y-5 data-[variant=page]:border-0 data-[variant=page]:bg-transparent data-[variant=page]:shadow-none sm:data-[variant=page]:p-10 max-sm:data-[variant=section]:p-4 dark:scheme-dark"
    >
      <ToneBadge tone={tone} />
      <div className="@container/error flex flex-col gap-3.5 pt-1 group-data-[variant=inline]/error:gap-2 group-data-[variant=inline]/error:pt-0 group-data-[variant=page]/error:gap-6 group-data-[variant=page]/error:pt-0">
        <div className="flex flex-col gap-1 group-data-[variant=inline]/error:gap-0 group-data-[variant=page]/error:gap-2">
          <Heading
            {...card.titleProps}
            className="rounded-xs text-base/snug font-semibold text-balance group-data-[variant=inline]/error:text-sm group-data-[variant=page]/error:text-2xl/tight focus-visible:outline-hidden focus-visible:ring-2 focus-visible:ring-(--recourse-focus) focus-visible:ring-offset-2 focus-visible:ring-offset-card"
          >
            <bdi>{title}</bdi>
          </Heading>
          <p
            {...card.descriptionProps}
            className="text-pretty text-muted-foreground group-data-[variant=inline]/error:text-card-foreground/80 group-data-[variant=page]/error:text-base"
          >
            <bdi>{fix}</bdi>
          </p>
        </div>
        {children}
        <RemedyButtons guidance={card} />
        <ErrorReference requestId={error.requestId} report={report} />
      </div>
    </section>
  );
}
