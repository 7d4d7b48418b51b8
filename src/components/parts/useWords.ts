"use client";

import { useCallback } from "react";
import { formatNumber } from "../../guidance/format-number.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import type { Words } from "../focus/announcer.ts";
import { useCatalog } from "../provider/useCatalog.ts";

/** Makes the announcer's words from a title and a fix, or from one sentence. */
export function useWords(): (title: string, fix?: string) => Words {
  const { language, strings } = useCatalog();
  return useCallback(
    (title, fix) => ({
      text: fix === undefined ? title : fillTemplate(strings.announcement, { title, fix }),
      language,
      more: (count) => fillTemplate(strings.moreToasts, { count: formatNumber(count, language) }),
    }),
    [language, strings],
  );
}
