/** The resources of the agent console's API as its answers hold them. Times are ISO 8601. */
import * as z from "zod/mini";

const time = z.iso.datetime();
const listOf = <T extends z.ZodMiniType>(item: T) => z.object({ items: z.array(item) });

export const sessionStates = ["OPEN", "CLOSED", "EXPIRED"] as const;

export const Session = z.object({
  id: z.string(),
  name: z.string(),
  agentId: z.string(),
  state: z.enum(sessionStates),
  messageCount: z.int(),
  createdAt: time,
  lastActiveAt: time,
  /** Moved on by every message; null once the session is closed. */
  expiresAt: z.nullable(time),
});
export type Session = z.infer<typeof Session>;
export const SessionList = listOf(Session);

export const Message = z.object({
  id: z.string(),
  sessionId: z.string(),
  role: z.enum(["person", "agent"]),
  text: z.string(),
  createdAt: time,
});
export type Message = z.infer<typeof Message>;

/** Newest first. `nextCursor` leads to older messages; null at the first one. */
export const MessagePage = z.object({
  items: z.array(Message),
  nextCursor: z.nullable(z.string()),
});
export type MessagePage = z.infer<typeof MessagePage>;

/** What sending a message gives. */
export const Exchange = z.object({ message: Message, answer: Message });
export type Exchange = z.infer<typeof Exchange>;

export const Model = z.object({
  id: z.string(),
  name: z.string(),
  contextTokens: z.int(),
  /** For the organisation of the key. */
  enabled: z.boolean(),
});
export type Model = z.infer<typeof Model>;
export const ModelList = listOf(Model);

export const Tool = z.object({ id: z.string(), name: z.string(), description: z.string() });
export type Tool = z.infer<typeof Tool>;
export const ToolList = listOf(Tool);

export const Agent = z.object({
  id: z.string(),
  name: z.string(),
  /** A model's id; null while the config is incomplete. */
  model: z.nullable(z.string()),
  instructions: z.nullable(z.string()),
  toolIds: z.array(z.string()),
  /** Counts changes, starting at 1. Sent along with a PATCH, it guards against overwriting another's. */
  version: z.int(),
  updatedAt: time,
});
export type Agent = z.infer<typeof Agent>;
export const AgentList = listOf(Agent);

export const scopes = ["sessions:write", "agents:write"] as const;
export type Scope = (typeof scopes)[number];

export const Me = z.object({
  org: z.object({ id: z.string(), name: z.string() }),
  keyName: z.string(),
  scopes: z.array(z.enum(scopes)),
});
export type Me = z.infer<typeof Me>;
