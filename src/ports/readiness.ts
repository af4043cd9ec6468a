/** Whether the plugin can answer requests now. */
export abstract class Readiness {
  /**
   * Why not, for operators: the database cannot be reached, or its schema is not up to date. Undefined when it can. Never
   * rejects.
   */
  abstract obstacle(): Promise<string | undefined>;
}
