/** What a person can do about a failure. The app says what each one does; the kit only names and offers it. */
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

export type RemedyId = (typeof remedyIds)[number];
