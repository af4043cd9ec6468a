/** The reader's own calendar feed, as the server tells it. */
export interface Feed {
  /** The address to subscribe to: only in the answer that made the feed. */
  readonly url: string | null;
  /** UTC instant; null when there is no feed. */
  readonly createdAt: string | null;
}
