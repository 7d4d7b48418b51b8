/** A call that has succeeded. */
export interface ApiSuccess {
  route: string;
  /** The call's path, whose parameters say which resource it was about. */
  path: string;
  /** Whether the call was sent for a person who is signed in. */
  isSigned: boolean;
}
