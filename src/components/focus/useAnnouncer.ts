"use client";

import { useEffect } from "react";
import { announcer } from "./announcer.ts";

/** Has the page's announcer there, before there is anything to say. */
export function useAnnouncer(): void {
  useEffect(() => announcer.retain(), []);
}
