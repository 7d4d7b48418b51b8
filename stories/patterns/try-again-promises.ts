/** What happens to “Try again”, by what has happened since. Each is a test: test/query/try-again-promises.test.tsx. */
export const tryAgainPromises = {
  sent: {
    when: "The server works again",
    what: "All failed writes are sent, in the order in which they began. If one fails again, the writes after it wait for the next press.",
  },
  twice: {
    when: "The person presses it again while it works",
    what: "The second press does nothing: each write is sent once.",
  },
  key: {
    when: "The server may have saved the write, but its answer was lost",
    what: "If the call has an `Idempotency-Key`, each press sends the same key.",
  },
  waiting: {
    when: "A later write that would replace it, or one in the same mutation `scope`, is under way",
    what: "The failed write waits for the later one, and is dropped if the later one has replaced it.",
  },
  overtaken: {
    when: "A later write has replaced it",
    what: "The toast closes. Old data is never sent over new data.",
  },
  saved: {
    when: "The write was saved, and only a later step failed: an `onSuccess`, or a refetch",
    what: "The write is not sent again.",
  },
  gone: {
    when: "The component with the hook has unmounted",
    what: "The write is sent. The `onSuccess`, `onError` and `onSettled` that the hook was given are called; those that `mutate` was given are not.",
  },
  another: {
    when: "The hook has begun another mutation",
    what: "The write is sent. The hook’s callbacks are called, and its state stays that of the newer mutation.",
  },
  offline: {
    when: "The page is offline",
    what: "The write is sent when the connection is back, as the person who pressed.",
  },
  expired: {
    when: "Nobody is signed in",
    what: "Nothing is sent. The toast stays and says why. After the same person has signed in, “Try again” sends.",
  },
  other: {
    when: "Another person has signed in",
    what: "The toast, its writes and the log are gone. Nothing is sent.",
  },
  reloaded: {
    when: "The page was reloaded",
    what: "The toast and its writes are gone. If TanStack Query’s persister kept a mutation that waited for a connection, `resumePausedMutations` sends it, as the person who is signed in then. `client.clear()` at sign-out removes it too.",
  },
  many: {
    when: "More than 50 writes have failed",
    what: "The newest 50 are kept and sent, and the toast says how many are not.",
  },
} as const;
