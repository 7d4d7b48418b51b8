"use client";

import { useEffect } from "react";
import { announcerOf } from "./announcer.ts";

/** Has the page's announcer there, before there is anything to say. */
export function useAnnouncer(): void {
  useEffect(() => announcerOf(document).retain(), []);
}
