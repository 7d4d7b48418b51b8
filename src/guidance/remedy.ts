/** What a person can do about a failure. `remedies` of the provider says what each of them does in the app. */
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
