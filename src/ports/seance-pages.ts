/** Where the host shows séances to people. */
export abstract class SeancePages {
  /** The address of the page of a séance, `http` or `https`; null where the host has none. Never throws. */
  abstract addressOf(spaceId: string, seanceId: string): string | null;

  /**
   * The address of the page on which who may open the space subscribes to their séances, `http` or `https`, without anything
   * that is secret; null where the host has none. Never throws.
   */
  abstract subscriptionOf(spaceId: string): string | null;
}
