"use client";

import { useId, useRef } from "react";
import { useCatalog } from "../provider/useCatalog.ts";
import { CopyButton } from "./CopyButton.tsx";

export interface RequestIdProps {
  /** Nothing is drawn without one. */
  requestId: string | undefined;
}

/**
 * The ID that support needs, selectable and copied by one click. It is laid out left to right in every language, since
 * it is no word of any.
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
