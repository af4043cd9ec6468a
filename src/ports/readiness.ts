/** Whether the plugin can answer requests now. */
export abstract class Readiness {
  /** False while the database cannot be reached or its schema is not up to date. Never rejects. */
  abstract isReady(): Promise<boolean>;
}
