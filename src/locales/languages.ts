import { readdirSync, readFileSync } from 'node:fs';
import { codeFolder } from '../package-folder.js';

/** What the server says itself, in one language: parts of a file of this folder (docs/languages.md). */
export interface ServerTexts {
  /** Of answers that refuse something, by key. */
  readonly answers: Readonly<Record<string, string>>;
  /** Of what is said in answers beside their reason: about which séances it is, and what came of it. */
  readonly problems: {
    readonly ofSeance: string;
    readonly ofSeances: string;
    readonly nothingSaved: string;
  };
  /** Of iCalendar files. */
  readonly calendars: {
    readonly calendar: string;
    readonly trainers: string;
    readonly information: string;
    readonly informationOfNobody: string;
    readonly join: string;
    readonly cancelled: string;
    readonly page: string;
  };
  /** Of lists that are taken along: what they are called, their columns, and the words in these. */
  readonly exports: Readonly<Record<ExportKey, string>>;
  /** Of what people are told. */
  readonly notices: Readonly<Record<NoticeText, string>>;
  /** Of the page that a check-in code leads to, before its script has come. */
  readonly checkIn: {
    readonly title: string;
    readonly waiting: string;
    readonly needsJavaScript: string;
  };
  /** Of sheets of presence, on paper. */
  readonly sheets: Readonly<Record<SheetText, string>>;
  /** Of the pages of the LTI host. */
  readonly lti: Readonly<Record<LtiText, string>>;
}

export type NoticeText =
  | 'place.enrolled'
  | 'place.waiting'
  | 'place.gone'
  | 'absence.noted'
  | 'absence.corrected'
  | 'change'
  | 'change.cancelled'
  | 'change.cancelledBecause'
  | 'change.reinstated'
  | 'change.start'
  | 'change.end'
  | 'change.place'
  | 'change.nowhere'
  | 'change.online'
  | 'information'
  | 'information.same'
  | 'reminder'
  | 'assigned.is'
  | 'assigned.was'
  | 'enrolments'
  | 'several.place'
  | 'several.change'
  | 'several.information'
  | 'several.information.same'
  | 'several.reminder'
  | 'several.assigned'
  | 'several.enrolments'
  | 'several.confirmation'
  | 'rest'
  | 'elsewhere'
  | 'mail.subject.place'
  | 'mail.subject.change'
  | 'mail.subject.information'
  | 'mail.subject.reminder'
  | 'mail.subject.assigned'
  | 'mail.subject.enrolments'
  | 'mail.subject.confirmation'
  | 'mail.subject.digest'
  | 'mail.and'
  | 'mail.subscribe'
  | 'mail.why'
  | 'unsubscribe.title'
  | 'unsubscribe.reminder'
  | 'unsubscribe.information'
  | 'unsubscribe.enrolments'
  | 'unsubscribe.digest'
  | 'unsubscribe.asked'
  | 'unsubscribe.button'
  | 'unsubscribe.ended'
  | 'unsubscribe.locked'
  | 'unsubscribe.unknown';

export type SheetText =
  | 'title'
  | 'providerNumber'
  | 'session'
  | 'space'
  | 'seance'
  | 'days'
  | 'duration'
  | 'duration.of'
  | 'place'
  | 'place.none'
  | 'remote'
  | 'fact'
  | 'person'
  | 'trainer'
  | 'mark.present'
  | 'mark.late'
  | 'mark.left-early'
  | 'mark.excused'
  | 'mark.absent'
  | 'mark.remote'
  | 'mark.none'
  | 'outside'
  | 'at'
  | 'signed'
  | 'signed.sameDay'
  | 'confirmed'
  | 'corrected'
  | 'closed.signed'
  | 'closed.confirmed'
  | 'closed.unsigned'
  | 'closed.not'
  | 'corrections'
  | 'correction.change'
  | 'correction.reason'
  | 'correction.by'
  | 'written'
  | 'seal'
  | 'page';

export type LtiText =
  | 'fault.title'
  | 'fault.reference'
  | 'fault.unknown-platform'
  | 'fault.several-clients'
  | 'fault.login-over'
  | 'fault.refused-by-platform'
  | 'fault.not-signed'
  | 'fault.wrong-nonce'
  | 'fault.not-a-launch'
  | 'fault.wrong-version'
  | 'fault.wrong-message'
  | 'fault.no-deployment'
  | 'fault.wrong-target'
  | 'fault.no-resource'
  | 'fault.no-roles'
  | 'fault.wrong-time'
  | 'fault.wrong-audience'
  | 'fault.bad-request'
  | 'fault.no-course'
  | 'fault.session-over'
  | 'fault.not-found'
  | 'fault.registration'
  | 'fault.invitation'
  | 'fault.failed'
  | 'window.title'
  | 'window.why'
  | 'window.open'
  | 'waiting'
  | 'needsJavaScript'
  | 'administration.title'
  | 'registered.title'
  | 'registered.text'
  | 'deepLink.title'
  | 'deepLink.tool'
  | 'deepLink.one'
  | 'deepLink.none'
  | 'about.title'
  | 'about.failed'
  | 'about.roster'
  | 'about.roster.read'
  | 'about.roster.unread'
  | 'about.roster.missing'
  | 'about.roster.how'
  | 'about.roster.how.moodle'
  | 'about.roster.how.canvas'
  | 'about.problem.no-answer'
  | 'about.problem.refused'
  | 'about.problem.unusable'
  | 'about.leavers'
  | 'about.leavers.confirm'
  | 'about.leavers.done'
  | 'about.names'
  | 'about.names.how'
  | 'about.names.how.moodle'
  | 'about.names.how.canvas'
  | 'about.emails'
  | 'about.emails.how'
  | 'about.timeZone'
  | 'about.timeZone.how'
  | 'about.groups'
  | 'about.groups.none'
  | 'about.period'
  | 'about.period.all'
  | 'about.period.some'
  | 'about.period.none'
  | 'about.period.from'
  | 'about.period.to'
  | 'about.grades'
  | 'about.grades.given'
  | 'about.grades.none'
  | 'about.all'
  | 'about.some'
  | 'about.none'
  | 'about.unnamed'
  | 'about.firstName'
  | 'about.lastName'
  | 'about.save'
  | 'about.saved'
  | 'about.no-date'
  | 'about.period-reversed'
  | 'about.no-such-person'
  | 'about.earlier'
  | 'about.more'
  | 'platform.title'
  | 'platform.invite'
  | 'platform.invite.how'
  | 'platform.invite.make'
  | 'platform.invited'
  | 'platform.invitation'
  | 'platform.unused'
  | 'platform.unused.none'
  | 'platform.unused.more';

type ExportKey =
  | 'list.seances'
  | 'list.participants'
  | 'list.hours'
  | 'column.name'
  | 'column.start'
  | 'column.end'
  | 'column.timeZone'
  | 'column.cancelled'
  | 'column.enrolmentMode'
  | 'column.capacity'
  | 'column.enrolled'
  | 'column.waiting'
  | 'column.ownPlace'
  | 'column.group'
  | 'column.location'
  | 'column.trainers'
  | 'column.onlineUrl'
  | 'column.lastName'
  | 'column.firstName'
  | 'column.detail'
  | 'column.state'
  | 'column.position'
  | 'column.requestedAt'
  | 'column.enrolledAt'
  | 'column.quarter'
  | 'column.hours'
  | 'column.halfDays'
  | 'column.attended'
  | 'word.automatic'
  | 'word.manual'
  | 'word.public'
  | 'word.enrolled'
  | 'word.waiting'
  | 'word.cancelled'
  | 'word.total'
  | 'quarter';

/** The language of whoever asks for none that there is. */
export const fallback = 'fr';
const folder = new URL('locales/', codeFolder);

const languages: ReadonlyMap<string, ServerTexts> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length), textsIn(file)]),
);

/** Those that there are texts in. */
export const knownLanguages: readonly string[] = [...languages.keys()];

/** The language of a BCP 47 tag, such as `nl` for `nl-BE`, or undefined when there are no texts in it. */
export function knownLanguage(tag: string): string | undefined {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return languages.has(language) ? language : undefined;
}

/** The first language that the header prefers and that there is (RFC 9110 12.5.4), or undefined. */
export function preferredLanguage(acceptLanguage: string | null): string | undefined {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const quality = parameters
      .find((parameter) => parameter.trim().startsWith('q='))
      ?.trim()
      .slice(2);
    return { language: knownLanguage(tag.trim()), quality: quality === undefined ? 1 : Number(quality) };
  });
  return wishes
    .filter(({ language, quality }) => quality > 0 && language !== undefined)
    .sort((one, other) => other.quality - one.quality)[0]?.language;
}

/** The texts in the language of a BCP 47 tag, or in French when there are none in it. */
export function serverTexts(tag: string): ServerTexts {
  const texts = languages.get(knownLanguage(tag) ?? fallback);
  if (!texts) throw new Error('The French texts are missing.');
  return texts;
}

function textsIn(file: string): ServerTexts {
  const texts = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ServerTexts;
  const { answers, problems, calendars, exports, notices, checkIn, sheets, lti } = texts;
  return { answers, problems, calendars, exports, notices, checkIn, sheets, lti };
}
