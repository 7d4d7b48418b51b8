/** What happens to “Try again”, by what has happened since. Each is a test: test/query/try-again-promises.test.tsx. */
export const tryAgainPromises = {
  sent: {
    when: "The server is well again",
    what: "Everything that failed is sent, in the order in which it was begun. The first that fails again leaves the rest for the next press.",
  },
  twice: {
    when: "It is pressed again meanwhile",
    what: "It is the same press: each thing is sent once.",
  },
  key: {
    when: "The server may have done it, and its answer was lost",
    what: "The call has the `Idempotency-Key` that it had, press after press.",
  },
  waiting: {
    when: "A later write of the same thing, or of its scope, is under way",
    what: "It waits for that one, and is dropped where that one has overtaken it.",
  },
  overtaken: {
    when: "The same thing has been saved since",
    what: "The toast closes. Nothing is sent over what is newer.",
  },
  saved: {
    when: "It was saved, and only what followed has failed: an `onSuccess`, a refetch",
    what: "It is not sent again.",
  },
  gone: {
    when: "Its component has gone",
    what: "It is sent, and the `onSuccess`, `onError` and `onSettled` of its hook are called. Those of the call are not.",
  },
  another: {
    when: "Its hook has begun another mutation",
    what: "It is sent. The hook’s callbacks are called, and its state stays that of the newer one.",
  },
  offline: {
    when: "The page is offline",
    what: "The press is kept: it is sent once the connection is back, for whoever pressed.",
  },
  expired: {
    when: "Nobody is signed in",
    what: "Nothing is sent. The toast stays and says why; after the same person has signed in it sends.",
  },
  other: {
    when: "Another person has signed in",
    what: "Toast, retries and log are gone. Nothing is sent.",
  },
  reloaded: {
    when: "The page was reloaded",
    what: "The toast is gone, and what it would have sent with it. What TanStack Query’s persister kept of a mutation that waited for a connection is sent by `resumePausedMutations`, as whoever is signed in by then; `client.clear()` at sign-out takes that away as well.",
  },
  many: {
    when: "More than 50 things have failed",
    what: "The newest 50 are kept and sent, and the toast says how many are not.",
  },
} as const;
