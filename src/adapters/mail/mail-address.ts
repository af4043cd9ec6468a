import { domainToASCII } from 'node:url';

/** A mail address, and whose it is; an empty name for one that stands alone. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

const longestAddress = 254;

/** Of two parts, and nothing that ends an address, begins another or is a comment. */
const mailAddress = /^[^\s@(),:;<>[\]\\"\p{C}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** Whether `text` is one mail address alone. */
export function isMailAddress(text: string): boolean {
  return text.length <= longestAddress && mailAddress.test(text);
}

/**
 * The sender that `text` names, as `Séances <no-reply@campus.example>` or by the address alone.
 *
 * @throws Error in a sentence when it names none.
 */
export function senderOf(text: string): MailAddress {
  const [, quoted = '', plain = '', inside = ''] =
    /^(?:"([^"]*)"\s*|([^"<>]*))<([^<>]*)>$/.exec(text.trim()) ?? [];
  const sender = { name: (quoted || plain).trim(), address: inside.trim() || text.trim() };
  // In another alphabet than this, few servers would take any mail.
  const isPlain = /^[\x21-\x7e]+@/.test(sender.address);
  if (!isMailAddress(sender.address) || !isPlain || /\p{Cc}/u.test(text))
    throw new Error(
      `Mails are from an address such as "Séances <no-reply@campus.example>", and ${JSON.stringify(text)} is none.`,
    );
  return sender;
}

/** What is behind the `@`, as headers have it. */
export function domainOf({ address }: MailAddress): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1));
}
