/** Where the host shows séances to people. */
export abstract class SeancePages {
  /** The address of the page of a séance, `http` or `https`; null where the host has none. Never throws. */
  abstract addressOf(spaceId: string, seanceId: string): string | null;
}
