"use client";

import { useId, useRef } from "react";
import { useCatalog } from "../provider/useCatalog.ts";
import { CopyButton } from "./CopyButton.tsx";

export interface RequestIdProps {
  /** Without an id nothing is drawn. */
  requestId: string | undefined;
}

/**
 * Shows the id that support needs, with a button that copies it. One click on the id selects all of it. The id reads left
 * to right in every language.
 */
export function RequestId({ requestId }: RequestIdProps) {
  const { language, strings } = useCatalog();
  const text = useRef<HTMLElement>(null);
  const labelId = useId();
  if (!requestId) return null;
  return (
    <span className="recourse recourse-request-id" lang={language}>
      <span className="recourse-label" id={labelId}>
        {strings.requestId}
      </span>
      <code ref={text} dir="ltr" translate="no" className="recourse-id">
        {requestId}
      </code>
      <CopyButton text={requestId} source={text} label={strings.copy} describedBy={labelId} />
    </span>
  );
}
