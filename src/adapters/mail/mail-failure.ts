import type { NodemailerError } from 'nodemailer';
import { MailRefused } from '../../ports/mailer.js';

const longestReason = 300;

/**
 * What went wrong, without the address that it was sent to, and without anything that the password was sent with.
 *
 * @returns MailRefused when the server will never take this mail: what it says of the sender, of the way to it or of the
 *   credentials is about every mail, and may be put right.
 */
export function mailFailure(error: NodemailerError, to: string): Error {
  const { code = '', message, responseCode } = error;
  if (code === 'EAUTH')
    return new Error(
      `The mail server does not take the user and the password (${responseCode ?? 'no code'}).`,
    );
  if (code === 'EABORT') return new Error('The mail server took too long over one mail.');
  const reason = message.replaceAll(to, '…').replace(/\s+/g, ' ').slice(0, longestReason);
  return isForGood(error)
    ? new MailRefused(`The mail server refused a mail: ${reason}`)
    : new Error(`A mail could not be sent: ${reason}`);
}

function isForGood({ code, command, permanent }: NodemailerError): boolean {
  const isAboutMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  return isAboutMail && permanent === true;
}
