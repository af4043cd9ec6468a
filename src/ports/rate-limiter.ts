/** Says when somebody asks for too much. Optional: a host whose gateway counts requests already needs none. */
export abstract class RateLimiter {
  /**
   * Counts one request of an actor.
   *
   * @returns 0 when it may be answered, else after how many whole seconds it may be sent again.
   */
  abstract take(actorId: string): Promise<number>;
}
