/** What the console shows when it is opened: an agent that works, and one for each way in which an agent does not. */
import type { Agent, Model, Tool } from "./schemas.ts";

export const seedOrg = { id: "org_parcel_desk", name: "Parcel Desk" };

/** One key a state of access. They open nothing but this mock. */
export const keys = {
  full: "playground-full-access",
  readOnly: "playground-read-only",
  revoked: "playground-revoked",
} as const;

export const seedModels: readonly Model[] = [
  { id: "harbor-large", name: "Harbor Large", contextTokens: 200_000, enabled: true },
  { id: "harbor-small", name: "Harbor Small", contextTokens: 64_000, enabled: true },
  { id: "harbor-vision", name: "Harbor Vision", contextTokens: 128_000, enabled: false },
];

export const seedTools: readonly Tool[] = [
  {
    id: "tool_ticket_search",
    name: "Search tickets",
    description: "Finds earlier tickets with the same order or the same wording.",
  },
  {
    id: "tool_order_lookup",
    name: "Look up an order",
    description: "Reads status, carrier and delivery window of an order.",
  },
  {
    id: "tool_refund_draft",
    name: "Draft a refund",
    description: "Prepares a refund that a colleague approves.",
  },
];

export const seedAgents: readonly Omit<Agent, "updatedAt">[] = [
  {
    id: "agt_support_triage",
    name: "Support triage",
    model: "harbor-large",
    instructions: "Sort each request by urgency, look up the order, and propose the next step.",
    toolIds: ["tool_ticket_search", "tool_order_lookup", "tool_refund_draft"],
    version: 3,
  },
  {
    id: "agt_damage_photos",
    name: "Damage photos",
    model: "harbor-vision",
    instructions: "Compare photos of a damaged parcel with the packing standard.",
    toolIds: ["tool_order_lookup"],
    version: 1,
  },
  {
    id: "agt_release_notes",
    name: "Release notes",
    model: null,
    instructions: null,
    toolIds: [],
    version: 1,
  },
];

/** Oldest first, and turn by turn: the person asks, the agent answers. */
export const seedSessions = [
  {
    id: "ses_1001",
    name: "Parcel three days late",
    agentId: "agt_support_triage",
    state: "OPEN",
    texts: [
      "Order 48-2217 was due on Monday and has not arrived.",
      "The carrier scanned it on Saturday at the regional depot. Nothing since, so I rate this urgent.",
      "Has this happened with that depot before?",
      "Eleven tickets in two weeks name the same depot. Nine parcels arrived within two days of the complaint.",
      "What do we promise the customer?",
      "Delivery by Thursday, and a refund of the shipping fee if it is later.",
      "Is a refund of the shipping fee within our rules?",
      "Yes: the rule applies from the third late day, which is today.",
      "Prepare it, please.",
      "The draft is ready. A colleague has to approve it before any money moves.",
      "And tell the carrier.",
      "I opened a trace with the carrier. They answer within one working day.",
    ],
  },
  {
    id: "ses_1002",
    name: "Invoice with the old address",
    agentId: "agt_support_triage",
    state: "CLOSED",
    texts: [
      "A customer wants last month's invoice with the new company address.",
      "The new address is on file since the 2nd, and the invoice is from the 1st. A corrected invoice can be issued.",
      "Issue it and close the ticket.",
      "Issued and sent. I closed the ticket.",
    ],
  },
  {
    id: "ses_1003",
    name: "Night delivery question",
    agentId: "agt_support_triage",
    state: "EXPIRED",
    texts: [
      "Do we deliver after 9 p.m.?",
      "Only to parcel lockers, and only in the cities on the locker list.",
    ],
  },
] as const;
