import { defineCatalog } from "react-recourse";

/** Words for the codes that this service has beside the documented ones. */
export const consoleCatalog = defineCatalog({
  DUPLICATE_NAME: {
    title: "This name is already in use",
    fix: "Choose another name, then try again.",
    tone: "warning",
  },
  VALIDATION_FAILED: {
    title: "Not saved yet",
    fix: "Some values don’t fit. What to change is noted beside each one.",
    tone: "warning",
  },
  INVALID_BODY: {
    title: "This couldn’t be sent as it is",
    fix: "Something is missing. Fill it in, then try again.",
    tone: "warning",
  },
  MISSING_SCOPE: {
    title: "This key can only read",
    fix: "Ask for a key that may also make changes. What you wrote stays here.",
    remedy: "requestAccess",
    tone: "warning",
  },
  RATE_LIMITED: {
    title: "The service needs a short pause",
    fix: "Many messages arrived at once. Wait a moment, then try again.",
    remedy: "retry",
    tone: "warning",
  },
  CONCURRENT_MODIFICATION: {
    title: "Your changes aren’t saved yet",
    fix: "The agent was changed elsewhere in the meantime. Reload to see the latest version; your text stays. Then save again.",
    remedy: "reload",
    tone: "warning",
  },
  MODEL_UNAVAILABLE: {
    title: "The model didn’t answer",
    fix: "It’s unavailable for the moment. Try again, or choose another model for the agent.",
    remedy: "retry",
  },
  AGENT_NOT_FOUND: {
    title: "We couldn’t find this agent",
    fix: "It may have been deleted. Go back and pick another one.",
    remedy: "goBack",
    tone: "warning",
  },
});
