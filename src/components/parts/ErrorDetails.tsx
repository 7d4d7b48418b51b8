"use client";

import { useRef } from "react";
import type { ErrorReport } from "../../report/error-report.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Icon } from "./Icon.tsx";
import { chevronPath } from "./icon-paths.ts";

/** The report for support, collapsed until the person opens it. */
export function ErrorDetails({ report }: { report: ErrorReport }) {
  const { strings } = useCatalog();
  const list = useRef<HTMLDListElement>(null);
  return (
    <details className="recourse-details">
      <summary>
        <Icon path={chevronPath} />
        {strings.details}
      </summary>
      <dl ref={list}>
        {report.fields.map(({ field, value }) => (
          <div key={field}>
            <dt>{strings.fields[field]}</dt>
            <dd>
              <span dir="ltr" translate="no">
                {value}
              </span>
            </dd>
          </div>
        ))}
        {report.earlierRequestIds.length > 0 && (
          <div>
            <dt>{strings.earlierRequestIds}</dt>
            {report.earlierRequestIds.map((requestId) => (
              <dd key={requestId}>
                <span dir="ltr" translate="no">
                  {requestId}
                </span>
              </dd>
            ))}
          </div>
        )}
      </dl>
      <CopyButton text={report.markdown} source={list} label={strings.copyReport} />
    </details>
  );
}
