/** What a person can do about a failure. The kit names and offers a remedy; the app decides what it does. */
export const remedyIds = [
  "retry",
  "signIn",
  "openSession",
  "chooseModel",
  "reattachTools",
  "completeConfig",
  "requestAccess",
  "reload",
  "goBack",
  "contactSupport",
] as const;

export type KnownRemedyId = (typeof remedyIds)[number];

/** One of {@link remedyIds}, or one of the app's own, whose label is in its catalog entry. */
export type RemedyId = KnownRemedyId | (string & {});
