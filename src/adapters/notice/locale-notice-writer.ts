import type { Difference } from '../../domain/notice/change-set.js';
import type { SetKind } from '../../domain/notice/notice.js';
import { shownAt } from '../../domain/time/schedule.js';
import { parseTimeZone } from '../../domain/time/time-zone.js';
import { filled } from '../../locales/filled.js';
import { fallback, knownLanguage, type NoticeText, serverTexts } from '../../locales/languages.js';
import { dateIn } from '../../locales/written-date.js';
import type { NoticeReader } from '../../ports/notice-repository.js';
import type { Message } from '../../ports/mailer.js';
import type { MailWords, NoticeWriter, ToldSeance } from '../../ports/notice-writer.js';

/** Séances that are named one by one. */
const most = 20;

/** Writes notices by the texts of the locale files. */
export class LocaleNoticeWriter implements NoticeWriter {
  text(reader: NoticeReader, kind: SetKind, seances: readonly ToldSeance[]): string {
    const words = new Words(reader);
    const same = kind === 'information' ? sameText(seances) : undefined;
    const key = same === undefined ? kind : 'information.same';
    const lines = seances.slice(0, most).map((told) => words.line(key, told));
    if (lines.length === 1) return lines[0] ?? '';
    const rest = seances.length - lines.length;
    const people = new Set(seances.flatMap((told) => told.people)).size;
    return [
      words.say(`several.${key}`, { count: seances.length, people, text: same ?? '' }),
      ...lines,
      ...(rest > 0 ? [words.say('rest', { count: rest })] : []),
    ].join('\n');
  }

  mail(reader: NoticeReader, mail: MailWords): Pick<Message, 'subject' | 'text' | 'html'> {
    const words = new Words(reader);
    const [first = '', ...others] = mail.names;
    const name = others.length === 0 ? first : words.say('mail.and', { name: first, count: others.length });
    const { introduction, texts, subscriptionUrl, signature } = mail;
    const links = mail.links.slice(0, most);
    const subscription =
      subscriptionUrl === null ? [] : [{ name: words.say('mail.subscribe', {}), url: subscriptionUrl }];
    const after = said([signature, words.say('mail.why', {})]);
    const parts = [...said([introduction, ...texts]), links, subscription, ...after].filter(
      (part) => part.length > 0,
    );
    const subject = words.say(`mail.subject.${mail.kind}`, { name, count: texts.length });
    return {
      // One line, whatever was given as a name, and without what turns text around names: nothing is around a subject.
      subject: subject.replace(/[\u2066-\u2069]/g, '').replace(/[\n\r]+/g, ' '),
      text: `${parts.map(plain).join('\n\n')}\n`,
      html: parts.map(paragraph).join('\n'),
    };
  }
}

/** The text of what is announced in several séances, when it is the same in all of them. */
function sameText(seances: readonly ToldSeance[]): string | undefined {
  const texts = new Set(seances.map(({ informations }) => informations.join(' · ')));
  return seances.length > 1 && texts.size === 1 ? [...texts][0] : undefined;
}

/** What became of a place, by its state, and of whether somebody was there. */
function placeText({ place, absence }: ToldSeance['facts']['differences']): NoticeText {
  if (absence) return absence.after === true ? 'absence.noted' : 'absence.corrected';
  const state = place?.after;
  if (state === 'enrolled') return 'place.enrolled';
  return state === 'waiting' ? 'place.waiting' : 'place.gone';
}

/** A paragraph of a mail: a text, or links. */
type Part = string | MailWords['links'];

function said(parts: readonly string[]): readonly string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function plain(part: Part): string {
  return typeof part === 'string' ? part : part.map(({ name, url }) => `${name} <${url}>`).join('\n');
}

function paragraph(part: Part): string {
  if (typeof part === 'string') return `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`;
  const links = part.map(({ name, url }) => `<a href="${escaped(url)}">${escaped(name)}</a>`);
  return `<p>${links.join('<br>')}</p>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

class Words {
  private readonly language: string;

  constructor(private readonly reader: NoticeReader) {
    this.language = knownLanguage(reader.locale) ?? fallback;
  }

  say(key: NoticeText, values: Readonly<Record<string, string | number>>): string {
    return filled(this.language, serverTexts(this.language).notices[key], values);
  }

  /** @param kind `information.same` for a séance whose information was said for all of them. */
  line(kind: SetKind | 'information.same', told: ToldSeance): string {
    const { seance, facts, informations } = told;
    const values = { name: seance.name, date: this.startOf(told) };
    switch (kind) {
      case 'place':
      case 'confirmation':
        return this.say(placeText(facts.differences), values);
      case 'assigned':
        return this.say(
          facts.differences['trainer']?.after === true ? 'assigned.is' : 'assigned.was',
          values,
        );
      case 'information':
        return this.say('information', { ...values, text: informations.join(' · ') });
      case 'information.same':
        return this.say('information.same', values);
      case 'reminder':
        return this.say('reminder', values);
      case 'enrolments':
        return this.say('enrolments', { ...values, people: told.people.length });
      case 'change':
        return [this.say('change', values), ...this.changes(told)].join(' ');
    }
  }

  private changes({ seance, facts: { differences }, places }: ToldSeance): readonly string[] {
    const { start, end, timeZone, locationId, onlineUrl, cancelled } = differences;
    const said: string[] = [];
    if (cancelled) said.push(this.cancellation(cancelled));
    if (start ?? timeZone) {
      const before = (start?.before as string | undefined) ?? seance.start;
      said.push(
        this.say('change.start', {
          before: dateIn(this.language, before),
          after: dateIn(this.language, seance.start),
        }),
      );
    } else if (end) {
      const time = (value: unknown): string => String(value).slice(11, 16);
      said.push(this.say('change.end', { before: time(end.before), after: time(end.after) }));
    }
    if (locationId) {
      const nameOf = (id: unknown): string => places.get(String(id)) ?? this.say('change.nowhere', {});
      said.push(
        this.say('change.place', { before: nameOf(locationId.before), after: nameOf(locationId.after) }),
      );
    }
    if (onlineUrl) said.push(this.say('change.online', {}));
    return said;
  }

  private cancellation({ after }: Difference): string {
    if (after === null) return this.say('change.reinstated', {});
    const { reason } = after as { readonly reason: string };
    return reason === '' ? this.say('change.cancelled', {}) : this.say('change.cancelledBecause', { reason });
  }

  /** On the clocks of the séance, and on those of the reader where these show something else. */
  private startOf({ seance }: ToldSeance): string {
    const there = dateIn(this.language, seance.start);
    const zone = parseTimeZone(this.reader.timeZone);
    const here =
      zone && shownAt(seance.startsAt, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    if (here === undefined || here === seance.start.slice(0, 16)) return there;
    return this.say('elsewhere', { date: there, zone: seance.timeZone, own: dateIn(this.language, here) });
  }
}
