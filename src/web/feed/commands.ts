declare module '../core/command.js' {
  interface Commands {
    /** Shows the reader's own calendar feed. */
    readonly subscribe: object;
  }
}

export {};
