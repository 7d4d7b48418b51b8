import { useLayoutEffect, useRef } from "react";
import { ErrorCard, RetryStatus, useApiInfiniteQuery } from "react-recourse";
import { MessagePage } from "../service/schemas.ts";
import { BlockableButton } from "./BlockableButton.tsx";
import { Glyph } from "./Glyph.tsx";
import { MessageItem } from "./MessageItem.tsx";
import { SendingItem } from "./SendingItem.tsx";
import { useSending } from "./useSending.ts";

const pageSize = 6;

/** A failure of it shows right here, over whatever is loaded already: a toast would say it twice. */
export function MessageHistory({ sessionId }: { sessionId: string }) {
  const history = useApiInfiniteQuery(
    "GET /v1/sessions/{sessionId}/messages",
    {
      params: { sessionId },
      query: { limit: pageSize },
      schema: MessagePage,
      pageQuery: (cursor: string | null) => ({ cursor }),
    },
    {
      initialPageParam: null,
      getNextPageParam: (page) => page.nextCursor,
      meta: { errorToast: false },
    },
  );
  const sending = useSending(sessionId);
  const messages = history.data?.pages.flatMap(({ items }) => items).toReversed() ?? [];
  const scroller = useReadingPosition(messages[0]?.id, messages.at(-1)?.id, sending?.text);

  return (
    <>
      <div className="pg-history-notice">
        <RetryStatus of={history} />
        {history.error && (
          <ErrorCard
            error={history.error}
            variant="inline"
            headingLevel={3}
            onRetry={() =>
              history.isFetchNextPageError ? history.fetchNextPage() : history.refetch()
            }
            showSilent
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div ref={scroller} className="pg-history" role="log" aria-label="Messages" tabIndex={0}>
        <div className="pg-history-column">
          {history.hasNextPage && (
            <BlockableButton
              className="pg-button pg-earlier"
              blocked={history.isFetchingNextPage}
              onClick={() => history.fetchNextPage()}
            >
              <Glyph name="up" />
              {history.isFetchingNextPage ? "Loading…" : "Load earlier"}
            </BlockableButton>
          )}
          {history.isPending && (
            <>
              <span className="pg-skeleton pg-skeleton-message" />
              <span className="pg-skeleton pg-skeleton-message" />
            </>
          )}
          {history.isSuccess && messages.length === 0 && !sending && (
            <p className="pg-quiet pg-first">Write the first message below.</p>
          )}
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} />
          ))}
          {sending && <SendingItem sending={sending} />}
        </div>
      </div>
    </>
  );
}

/** New messages scroll into view; earlier ones that arrive above leave what is read where it is. */
function useReadingPosition(
  oldestId: string | undefined,
  newestId: string | undefined,
  sendingText: string | undefined,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const before = useRef({ oldestId, heightPx: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (before.current.oldestId !== oldestId && before.current.oldestId !== undefined)
      element.scrollTop += element.scrollHeight - before.current.heightPx;
    before.current = { oldestId, heightPx: element.scrollHeight };
  }, [oldestId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words on their way and the newest message are what to follow
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    before.current.heightPx = element.scrollHeight;
  }, [newestId, sendingText]);
  // The room for messages shrinks when a card appears below: who read the end goes on reading the end.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let atEnd = true;
    let heightPx = element.clientHeight;
    const note = () => {
      // A scroll that was under way when the room changed says nothing about the reader.
      if (element.clientHeight !== heightPx) return;
      atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 48;
    };
    const observer = new ResizeObserver(() => {
      heightPx = element.clientHeight;
      if (atEnd) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener("scroll", note, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", note);
      observer.disconnect();
    };
  }, []);
  return scroller;
}
