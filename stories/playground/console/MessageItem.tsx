import type { Message } from "../service/schemas.ts";
import { formatClock } from "./format-time.ts";

export function MessageItem({ message }: { message: Message }) {
  return (
    <article className="pg-message" data-role={message.role}>
      <p className="pg-message-head">
        <span>{message.role === "person" ? "You" : "Agent"}</span>
        <time dateTime={message.createdAt}>{formatClock(message.createdAt)}</time>
      </p>
      <p className="pg-message-text">{message.text}</p>
    </article>
  );
}
