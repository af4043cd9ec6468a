/** Where readers of mails end them, with nobody signed in. */
export abstract class UnsubscribePages {
  /**
   * The address of the page of a secret, absolute and `https`; null where the plugin does not know under which it is found.
   * What is sent there ends the mail, too (RFC 8058).
   */
  abstract addressOf(token: string): string | null;
}
