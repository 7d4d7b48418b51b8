"use client";

import { useEffect } from "react";
import { announcer } from "./announcer.ts";

/** Keeps the page's live region in the document, so that it is there before there is anything to say. */
export function useAnnouncer(): void {
  useEffect(() => announcer.retain(), []);
}
