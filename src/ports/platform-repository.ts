/**
 * Of which platform each space is, for work that no visitor does: purges, queues, books. Known of spaces with séances; any
 * other counts as one of `''`.
 */
export abstract class PlatformRepository {
  /** Writes down whose a space is; nothing when that is known. */
  abstract keep(spaceId: string, platformId: string): Promise<void>;

  /** The platforms of spaces, by the space's id: of all that are asked for. */
  abstract ofSpaces(spaceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Every platform that has séances, and `''`, each once. */
  abstract all(): Promise<readonly string[]>;
}
