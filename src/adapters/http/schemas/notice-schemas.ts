import Joi from 'joi';
import {
  noticeChoices,
  noticeKinds,
  type NoticeChoices,
  type NoticeKind,
} from '../../../domain/notice/notice.js';
import { knownLanguages } from '../../../locales/languages.js';
import { byDefault, listOf, nullable, object, oneOf, pageFields, partial } from './object.js';
import { briefPageQuery, count, flag, id, instant, jsonObject, text, wallTime, word } from './values.js';

export const noticesQuery = object({
  unread: byDefault(flag.description('Only what the actor has not read.'), false),
  page: briefPageQuery.page,
  size: byDefault(
    Joi.number<0 | 10 | 20 | 50 | 100>()
      .valid(0, 10, 20, 50, 100)
      .description('Items per page; none with 0, for who asks how many there are.'),
    20,
  ),
});

const kind = oneOf(...noticeKinds);
const choice = oneOf(...noticeChoices);

const notice = object({
  id: word,
  kind,
  at: instant.description('When it was told.'),
  readAt: nullable(instant),
  seances: listOf(
    object({
      ...{ id: word, name: text, spaceId: word, spaceName: text, start: wallTime, timeZone: word },
      url: nullable(text).description('Of the page where the host shows it.'),
    }),
  ).description('As they are today; those that are gone for good are left out.'),
  text: text.description(
    'What happened, in the language of the actor: a line, or one more for each of several.',
  ),
  data: object({
    changes: listOf(jsonObject).description(
      'For each séance `seanceId` and what became different, by its name: `{before, after}`.',
    ),
  }),
});

export const noticesPage = object({
  ...pageFields(notice),
  unread: count.description('How many the actor has not read.'),
});

/** Which notices were read: some, or all up to a time. */
export const noticesRead = object(
  partial({ ids: listOf(id).max(1_000), until: instant.description('All that were told until then.') }),
).xor('ids', 'until');

const choices = Object.fromEntries(noticeKinds.map((name) => [name, choice])) as Readonly<
  Record<NoticeKind, typeof choice>
>;

export const noticePreferences = object({ kinds: object(choices), locked: listOf(kind) });

export const ownNoticeChoices = object({ kinds: object(partial(choices)) });

/** Minutes before the start: at least five, at most thirty days. */
const reminder = Joi.number().integer().min(5).max(43_200);

/** Plain text of mails, by language. */
const byLanguage = Joi.object<Readonly<Record<string, string>>>().pattern(
  Joi.string().valid(...knownLanguages),
  Joi.string().allow('').max(2_000),
);

const settings = {
  mail: flag.description('Whether mails are sent; notices are in the tool all the same.'),
  defaults: object(choices) as Joi.ObjectSchema<NoticeChoices>,
  locked: listOf(kind).unique().description('Kinds that nobody may choose otherwise.'),
  reminders: listOf(reminder).unique().max(5).description('How many minutes before the start.'),
  introduction: byLanguage,
  signature: byLanguage,
};

export const noticeSettings = object(settings);
export const noticeSettingChanges = object(partial(settings)).min(1);
