import type { SmtpMailer } from '../adapters/mail/create-smtp-mailer.js';
import type { HostPorts } from '../index.js';
import { type Invocation, WrongCall } from './command.js';
import { fromCall } from './server-options.js';

/**
 * What sends mails to the contacts of a host; undefined when nothing says by which server.
 *
 * @throws WrongCall when that is not said rightly, or nodemailer is not there.
 */
export async function mailerOf(
  { environment }: Pick<Invocation, 'environment'>,
  { contacts }: Pick<HostPorts, 'contacts'>,
): Promise<SmtpMailer | undefined> {
  const [url, from] = [environment['SMTP_URL'], environment['MAIL_FROM']];
  if ((!url && !from) || !contacts) return undefined;
  if (!url || !from)
    throw new WrongCall('Mails want two things said: by which server, SMTP_URL, and from whom, MAIL_FROM.');
  const { createSmtpMailer } = await smtp();
  return fromCall(() => createSmtpMailer({ url, from, contacts }));
}

async function smtp() {
  try {
    return await import('../adapters/mail/create-smtp-mailer.js');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new WrongCall('SMTP_URL needs nodemailer beside the package: npm install nodemailer@10.', {
      cause,
    });
  }
}
