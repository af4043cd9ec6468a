/** A named set of séances of a session. */
export interface SeanceGroup {
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly name: string;
  /** In how many of its séances one learner may be enrolled. */
  readonly limit: number;
}
