"use client";

import { QueryClientContext } from "@tanstack/react-query";
import {
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Api, internalsOf } from "../../fetcher/api.ts";
import { serviceProbeOf } from "../../query/service-probe.ts";
import { useApi } from "../../query/useApi.ts";
import { type ApiStatus, useApiStatus } from "../../query/useApiStatus.ts";
import { statusOf } from "../../retry/api-status.ts";
import { announcer } from "../focus/announcer.ts";
import { useAnnouncer } from "../focus/useAnnouncer.ts";
import { Icon } from "../parts/Icon.tsx";
import { useCatalog } from "../provider/useCatalog.ts";
import { useRecourse } from "../provider/useRecourse.ts";
import { RemedyButton } from "../remedies/RemedyButton.tsx";
import { StatusActions } from "./StatusActions.tsx";
import { type ServiceNews, useServiceWords } from "./useServiceWords.ts";

export interface ServiceNoticeProps {
  /** Default: the provider's API. */
  api?: Api;
}

/** How long the notice says that the service is back. */
const backShowsMs = 4_000;

/**
 * Shows the state of a whole service, in the page: that it is down, that it takes nothing until a time, that there is
 * no connection and, for some seconds, that it is back. Draws nothing while all is well. Announces each state once, but
 * not the ticking time. "Try now" shows if something on the screen has failed: it sends one request, and fetches what
 * failed again once that is answered. It sends no writes. While it shows an outage, failed reads get no toast about
 * it; failed writes keep their toasts. A single failed read, for which it shows nothing, gets its toast after a second.
 */
export function ServiceNotice({ api: given }: ServiceNoticeProps) {
  const api = useApi("ServiceNotice", given);
  const status = useApiStatus(api);
  const news = useNews(status);
  const { title, text, icon, words } = useServiceWords(news, untilOf(status));
  const { language } = useCatalog();
  const id = useId();
  const notice = useRef<HTMLDivElement>(null);
  const said = useRef<ServiceNews | undefined>(undefined);

  const { noticed } = useRecourse();
  const isTelling = status.state !== "up";
  useEffect(() => noticed.mount(api.name), [noticed, api.name]);
  useEffect(() => (isTelling ? noticed.tell(api.name) : undefined), [noticed, api.name, isTelling]);

  useAnnouncer();
  useEffect(() => {
    if (said.current === news) return;
    said.current = news;
    if (news) announcer.say(words);
  }, [news, words]);

  return (
    <div
      ref={notice}
      tabIndex={-1}
      {...(news && { role: "group", "aria-labelledby": id })}
      className="recourse recourse-service"
      lang={language}
      data-idle={news ? undefined : ""}
    >
      {news && <Icon path={icon} />}
      {news && (
        <div className="recourse-service-body">
          <div className="recourse-service-words" id={title ? undefined : id}>
            {title && (
              <p id={id} className="recourse-service-title">
                <bdi>{title}</bdi>
              </p>
            )}
            <p>
              <bdi className="recourse-countdown">{text}</bdi>
            </p>
          </div>
          {news === "down" && (
            <TryNow api={api} notice={notice} onStillDown={() => announcer.say(words)} />
          )}
        </div>
      )}
    </div>
  );
}

interface TryNowProps {
  api: Api;
  notice: RefObject<HTMLElement | null>;
  /** Called if the service is still down after a press. */
  onStillDown: () => void;
}

function TryNow({ api, notice, onStillDown }: TryNowProps) {
  const { strings } = useCatalog();
  const client = useContext(QueryClientContext);
  const probe = client && serviceProbeOf(client);
  const subscribe = useCallback(
    (listener: () => void) => probe?.subscribe(listener) ?? (() => {}),
    [probe],
  );
  const hasWork = () => probe?.hasWork(api) ?? false;
  const isShown = useSyncExternalStore(subscribe, hasWork, () => false);
  if (!isShown) return null;

  async function run() {
    await probe?.send(api);
    if (statusOf(internalsOf(api).sightings).getSnapshot().state === "down") onStillDown();
  }
  return (
    <StatusActions status={notice}>
      <RemedyButton action={{ id: "retry", label: strings.retryNow, run }} emphasis="secondary" />
    </StatusActions>
  );
}

/** The state of the service, if it is worth showing; for some seconds afterwards, that it is over. */
function useNews(status: ApiStatus): ServiceNews | undefined {
  const [last, setLast] = useState<ApiStatus["state"]>("up");
  const { state } = status;
  const isOver = state === "up" && last !== "up";
  if (state !== "up" && state !== last) setLast(state);
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(() => setLast("up"), backShowsMs);
    return () => clearTimeout(timer);
  }, [isOver]);
  if (state !== "up") return state;
  if (!isOver) return undefined;
  return last === "offline" ? "online" : "back";
}

function untilOf(status: ApiStatus): number | undefined {
  return status.state === "limited" ? status.until : undefined;
}
