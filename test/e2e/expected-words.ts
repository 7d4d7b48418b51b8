/** What an English page has to say of each code and status of the API's error reference, written out here once more. */

export interface Words {
  title: string;
  fix: string;
  /** The primary button, where there is one. */
  button?: string;
}

/** Without `ABORT_ERROR`, which goes by its status. */
export const wordsByCode: readonly (readonly [code: string, status: number, Words])[] = [
  [
    "SESSION_NOT_FOUND",
    404,
    {
      title: "We couldn’t find this session",
      fix: "It may have been closed, or the link may be incomplete. Check the address, or open a new session.",
      button: "Open a new session",
    },
  ],
  [
    "SESSION_EXPIRED",
    404,
    {
      title: "This session has expired",
      fix: "Sessions end after a while without activity. Open a new one to go on.",
      button: "Open a new session",
    },
  ],
  [
    "SESSION_CREATION_ERROR",
    503,
    {
      title: "The session didn’t open",
      fix: "The model behind it may be busy right now. Try again in a moment.",
      button: "Try again",
    },
  ],
  [
    "INVALID_SESSION",
    409,
    {
      title: "This session can’t take that right now",
      fix: "It’s no longer open, or not ready yet. Open a new session and try there.",
      button: "Open a new session",
    },
  ],
  [
    "MESSAGES_HISTORY_ERROR",
    500,
    {
      title: "Earlier messages didn’t load",
      fix: "Try again. If it keeps happening, contact support with the request ID.",
      button: "Try again",
    },
  ],
  [
    "MODELS_NOT_FOUND",
    422,
    {
      title: "This model isn’t available to your organization",
      fix: "Choose another model to go on.",
      button: "Choose another model",
    },
  ],
  [
    "TOOLS_NOT_FOUND",
    422,
    {
      title: "One of the agent’s tools is missing",
      fix: "It may have been removed since it was attached. Attach a tool that’s available, then try again.",
      button: "Attach tools",
    },
  ],
  [
    "CONFIG_NOT_FOUND",
    422,
    {
      title: "The agent isn’t fully set up",
      fix: "Some required settings are missing. Complete the setup, then try again.",
      button: "Complete setup",
    },
  ],
  [
    "UNAUTHORIZED",
    401,
    {
      title: "You’re not signed in",
      fix: "Sign in again to go on. If you use an API key, check that it’s still valid.",
      button: "Sign in",
    },
  ],
  [
    "GENERIC_ERROR",
    500,
    {
      title: "That didn’t work",
      fix: "The problem is on our side. Try again. If it keeps happening, contact support with the request ID.",
      button: "Try again",
    },
  ],
];

const unavailable = {
  title: "The service isn’t available right now",
  fix: "It’s busy or restarting. Try again in a moment.",
  button: "Try again",
};

/** Of an answer whose code has no words of its own. */
export const wordsByStatus: readonly (readonly [status: number, Words])[] = [
  [
    400,
    {
      title: "This couldn’t be sent as it is",
      fix: "Something is missing or in a form we can’t read. Check what you entered, then try again.",
    },
  ],
  [
    401,
    {
      title: "You’re not signed in",
      fix: "Sign in again to go on. If you use an API key, check that it’s still valid.",
      button: "Sign in",
    },
  ],
  [
    403,
    {
      title: "You don’t have access to this",
      fix: "Your account or key needs a permission it doesn’t have yet. Ask an administrator for access.",
      button: "Request access",
    },
  ],
  [
    404,
    {
      title: "We couldn’t find this",
      fix: "It may have been deleted or moved. Check the address, or go back.",
      button: "Go back",
    },
  ],
  [
    408,
    {
      title: "No answer came in time",
      fix: "The service or the connection is slow right now. Try again.",
      button: "Try again",
    },
  ],
  [
    409,
    {
      title: "This couldn’t be saved",
      fix: "The name may be taken, or someone else made a change at the same time. Reload to see the latest version, then try again.",
      button: "Reload",
    },
  ],
  [
    413,
    {
      title: "This couldn’t be sent because it’s too large",
      fix: "Make it smaller, then try again: with a smaller file, fewer files or a shorter text.",
    },
  ],
  [
    422,
    {
      title: "Some of this can’t be used",
      fix: "Check the values you entered, change what doesn’t fit, then try again.",
    },
  ],
  [
    429,
    {
      title: "That was too many requests in a short time",
      fix: "Wait a moment, then try again.",
      button: "Try again",
    },
  ],
  [
    500,
    {
      title: "Something broke on our side",
      fix: "Try again. If it keeps happening, contact support with the request ID.",
      button: "Try again",
    },
  ],
  [502, unavailable],
  [503, unavailable],
  [504, unavailable],
];
