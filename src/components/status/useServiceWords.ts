"use client";

import { useMemo } from "react";
import { formatDuration } from "../../guidance/format-duration.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import type { Words } from "../focus/announcer.ts";
import { checkPath, clockPath, offlinePath, tonePaths } from "../parts/icon-paths.ts";
import { useTimeLeft } from "../parts/useTimeLeft.ts";
import { useWords } from "../parts/useWords.ts";
import { useCatalog } from "../provider/useCatalog.ts";

/** The states of a service that are worth showing. */
export type ServiceNews = "down" | "limited" | "offline" | "online" | "back";

interface ServiceWords {
  title: string | undefined;
  text: string;
  /** The path of its icon. */
  icon: string;
  /** For the announcer. */
  words: Words;
}

const icons: Readonly<Record<ServiceNews, string>> = {
  down: tonePaths.info,
  limited: clockPath,
  offline: offlinePath,
  online: checkPath,
  back: checkPath,
};

/** @param until when a rate limit ends, in epoch ms */
export function useServiceWords(
  news: ServiceNews | undefined,
  until: number | undefined,
): ServiceWords {
  const { language, strings, serviceDown, serviceLimited } = useCatalog();
  const timeLeftMs = useTimeLeft(until);
  const wordsOf = useWords();
  const time = formatDuration(timeLeftMs, language);
  return useMemo(() => {
    const sentences: Readonly<Record<ServiceNews, string>> = {
      down: serviceDown.fix,
      limited: fillTemplate(serviceLimited.fix, { time }),
      offline: strings.offlineNotice,
      online: strings.onlineNotice,
      back: strings.serviceBack,
    };
    const titles = { down: serviceDown.title, limited: serviceLimited.title };
    const title = news === "down" || news === "limited" ? titles[news] : undefined;
    const text = news ? sentences[news] : "";
    const words = wordsOf(title ?? "", text);
    return { title, text, icon: icons[news ?? "back"], words: title ? words : { ...words, text } };
  }, [news, time, strings, serviceDown, serviceLimited, wordsOf]);
}
