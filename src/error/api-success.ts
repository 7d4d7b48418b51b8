/** A call that has succeeded. */
export interface ApiSuccess {
  route: string;
  /** Whether the call was sent for a person who is signed in. */
  isSigned: boolean;
}
