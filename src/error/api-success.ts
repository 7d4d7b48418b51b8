/** A call that has succeeded. */
export interface ApiSuccess {
  route: string;
  /** Its own address, whose parameters say which of the route's things it is about. */
  path: string;
  /** Whether it was sent for somebody who is signed in. */
  isSigned: boolean;
}
