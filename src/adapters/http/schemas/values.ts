import Joi from 'joi';
import { onlineUrlLength, parseOnlineUrl } from '../../../domain/seance/online-class.js';
import type { Instant } from '../../../domain/time/schedule.js';
import { parseTimeZone, type TimeZone } from '../../../domain/time/time-zone.js';
import { askedWords } from '../../../domain/text/fold.js';
import { longestDetail } from '../../../domain/text/person-detail.js';
import { showsNothing } from '../../../domain/text/unseen.js';
import {
  type CalendarDate,
  type ClockTime,
  clockTimePattern,
  calendarDatePattern,
  parseCalendarDate,
  parseWallTime,
  type WallTime,
  wallTimePattern,
} from '../../../domain/time/wall-time.js';
import { byDefault, nullable, oneOf, optional } from './object.js';

/** The most characters of a rich text, markup included. */
const textLength = 50_000;
/** The longest id of the host's. */
const idLength = 128;

export const wallTime = Joi.string<WallTime>()
  .pattern(wallTimePattern, 'date-time')
  .custom(
    (text: string, { error }): WallTime | Joi.ErrorReport =>
      parseWallTime(text) ?? error('string.pattern.name', { name: 'date-time' }),
  )
  .description('Local date and time, YYYY-MM-DDTHH:mm, in timeZone.')
  .example('2026-12-01T09:00');

export const clockTime = Joi.string<ClockTime>()
  .pattern(clockTimePattern, 'date-time')
  .description('What a clock shows, HH:mm.')
  .example('09:00');

export const calendarDate = Joi.string<CalendarDate>()
  .pattern(calendarDatePattern, 'date')
  .custom(
    (text: string, { error }): CalendarDate | Joi.ErrorReport =>
      parseCalendarDate(text) ?? error('string.pattern.name', { name: 'date' }),
  )
  .description('Calendar day, YYYY-MM-DD.')
  .example('2026-12-01');

export const timeZone = Joi.string<TimeZone>()
  .max(64)
  .custom((text: string, { error }): TimeZone | Joi.ErrorReport => parseTimeZone(text) ?? error('time-zone'))
  .description('Name of a zone of the IANA time zone database.')
  .example('Europe/Brussels');

export const instant = Joi.string<Instant>()
  .pattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'instant')
  .description('UTC instant, YYYY-MM-DDTHH:mm:ssZ.');

/**
 * A line of text: no line breaks or other control characters, no half characters, no blanks around it. One in which
 * there is nothing to see is empty.
 */
export const line = Joi.string()
  .trim()
  .max(255)
  .pattern(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'line')
  .custom((text: string, { error }): string | Joi.ErrorReport =>
    showsNothing(text) ? error('string.empty') : text,
  );

/** The most characters of a reason. */
const reasonLength = 500;

/** Why something is so; empty when nobody says it. */
export const reason = line.max(reasonLength).allow('');

/** A rich text that must show something. */
export const writtenText = Joi.string()
  .max(textLength)
  .pattern(/^\P{Cs}*$/u, 'text')
  .description('HTML; the server keeps a short allow-list of tags.');

export const richText = nullable(writtenText.allow(''));

/** Where an online class is. */
export const onlineUrl = Joi.string()
  .max(onlineUrlLength)
  .custom(
    (address: string, { error }): string | Joi.ErrorReport => parseOnlineUrl(address) ?? error('online-url'),
  )
  .description('Of an online class: https, without a name or password.')
  .example('https://classe.example.org/j/1234');

/** Without a blank at its end, which MySQL would not see. */
export const id = Joi.string()
  .max(idLength)
  .pattern(/^$|[^ ]$/);

export const text = Joi.string().allow('');

/** Beside the name of a person. */
export const personDetail = optional(
  text
    .max(longestDetail)
    .description('What tells them from others of the same name; in lists, where the host says so.'),
);

/** A text that says something. */
export const word = Joi.string();

export const flag = Joi.boolean();

export const count = Joi.number().integer().min(0);

export const page = Joi.number().integer().min(1).max(1_000_000).description('Counts from 1.');
const size = Joi.number<10 | 20 | 50 | 100>().valid(10, 20, 50, 100);

export const pageQuery = {
  page: byDefault(page, 1),
  size: byDefault(Joi.alternatives(size, oneOf('all')).description('Items per page, or all of them.'), 20),
};

/** For lists of which nobody wants everything at once. */
export const briefPageQuery = {
  page: pageQuery.page,
  size: byDefault(size.description('Items per page.'), 20),
};

export const search = Joi.string()
  .allow('')
  .max(255)
  .custom(askedWords)
  .description('Words to find, whatever their case, accents, quotes and dashes.');

/** Any JSON object. */
export const jsonObject = Joi.object<object>().unknown();
