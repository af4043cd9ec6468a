/** Where and how somebody is written to, as far as the host knows. */
export interface Contact {
  readonly userId: string;
  /** One mail address, without a name. */
  readonly address?: string;
  /** BCP 47. */
  readonly locale?: string;
  /** IANA. */
  readonly timeZone?: string;
}

/** Where users read their mails, in which language and on which clocks. Optional. */
export abstract class Contacts {
  /**
   * Those of the users, each at most once, in any order. Whom the host does not know is missing.
   *
   * @param userIds at most 1,000.
   */
  abstract of(userIds: readonly string[]): Promise<readonly Contact[]>;
}
