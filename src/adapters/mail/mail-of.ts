import type { SendMailOptions } from 'nodemailer';
import { MailRefused, type Message, type MessageCalendar } from '../../ports/mailer.js';
import { domainOf, type MailAddress } from './mail-address.js';

/** What each mail says itself. */
const ownHeaders =
  /^(?:auto-submitted|bcc|cc|content-.*|date|from|message-id|mime-version|sender|subject|to)$/i;

/**
 * The mail that a message is, to somebody.
 *
 * @throws MailRefused when one of its headers is none, or is the mail's own.
 */
export function mailOf(message: Message, from: MailAddress, to: string): SendMailOptions {
  const { subject, text, html, noticeId, calendar } = message;
  return {
    from: { ...from },
    to: { name: '', address: to },
    // Nobody else, whatever the headers say.
    envelope: { from: from.address, to },
    subject: inOneLine(subject),
    text,
    html,
    ...(noticeId !== undefined && { messageId: messageIdOf(noticeId, from) }),
    headers: { ...headersOf(message), 'Auto-Submitted': 'auto-generated' },
    xMailer: false,
    ...(calendar && { attachments: [attached(calendar)] }),
  };
}

/** The same each time, so that who gets a mail twice may see it once. */
function messageIdOf(noticeId: string, from: MailAddress): string {
  return `<${noticeId.replace(/[^\w-]/g, '-')}@${domainOf(from)}>`;
}

function headersOf({ headers = {} }: Message): Readonly<Record<string, string>> {
  const wrong = Object.keys(headers).find((name) => !/^[\w-]+$/.test(name) || ownHeaders.test(name));
  if (wrong !== undefined) throw new MailRefused(`A message cannot say the header ${JSON.stringify(wrong)}.`);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, inOneLine(value)]));
}

/** Ends no header. */
function inOneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

function attached({ name, method, content }: MessageCalendar) {
  const contentType = `text/calendar; method=${method}; charset=utf-8`;
  return { filename: name, content, contentType, contentDisposition: 'attachment' as const };
}
