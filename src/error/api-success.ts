/** A call that has succeeded. */
export interface ApiSuccess {
  route: string;
  /** Whether it was sent for somebody who is signed in. */
  isSigned: boolean;
}
