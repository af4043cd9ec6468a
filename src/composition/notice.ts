import type { Container } from 'inversify';
import { noticeRoutes } from '../adapters/http/routes/notice-routes.js';
import { LocaleNoticeWriter } from '../adapters/notice/locale-notice-writer.js';
import { Repeater } from '../adapters/system/repeater.js';
import { SeenSessions } from '../application/access/seen-sessions.js';
import { CalendarEntries } from '../application/feed/calendar-entries.js';
import { derivedAtOnce, DeriveNotices } from '../application/notice/derive-notices.js';
import { ForgetNotices } from '../application/notice/forget-notices.js';
import { NoticeAdministration } from '../application/notice/notice-administration.js';
import { NoticeViews } from '../application/notice/notice-views.js';
import { OwnNotices } from '../application/notice/own-notices.js';
import { readersAtOnce, SendMails } from '../application/notice/send-mails.js';
import { RemindPeople } from '../application/notice/remind-people.js';
import { TellNotices } from '../application/notice/tell-notices.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Contacts } from '../ports/contacts.js';
import { SeancePages } from '../ports/seance-pages.js';
import { Clock } from '../ports/clock.js';
import { Directory } from '../ports/directory.js';
import { IdGenerator } from '../ports/id-generator.js';
import { Logger } from '../ports/logger.js';
import { Mailer } from '../ports/mailer.js';
import { Metrics } from '../ports/metrics.js';
import { NoticeWriter } from '../ports/notice-writer.js';
import { TextSanitizer } from '../ports/text-sanitizer.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

/** How often it looks for what happened, and for what is to be told, in milliseconds. */
const every = 1_000;

/** How often it looks for whom to remind, in milliseconds. */
const remindEvery = 60_000;

export const noticeFeature: Feature = {
  bind(container) {
    container.bind(NoticeWriter).toConstantValue(new LocaleNoticeWriter());
    provide(container, DeriveNotices, [UnitOfWork, IdGenerator, Clock]);
    provide(container, RemindPeople, [UnitOfWork, IdGenerator, Clock]);
    container
      .bind(TellNotices)
      .toResolvedValue(
        (work, directory, settings, ids, clock) =>
          new TellNotices(work, directory, settings, ids, clock, container.isBound(Mailer)),
        [UnitOfWork, Directory, ReadSettings, IdGenerator, Clock],
      );
    provide(container, NoticeViews, [NoticeWriter, TextSanitizer, SeancePages]);
    provide(container, OwnNotices, [UnitOfWork, SeenSessions, NoticeViews, Clock]);
    provide(container, NoticeAdministration, [UnitOfWork]);
    provide(container, ForgetNotices, [UnitOfWork, Clock]);
    container
      .bind(SendMails)
      .toDynamicValue(() => sendMailsOf(container))
      .inSingletonScope();
  },
  routes: (container) =>
    noticeRoutes({
      ownNotices: container.get(OwnNotices),
      noticeAdministration: container.get(NoticeAdministration),
    }),
  work(container) {
    const [logger, metrics] = [container.get(Logger), container.get(Metrics)];
    return [
      new Repeater('deriving', every, logger, metrics, async () => {
        const derived = await container.get(DeriveNotices).run();
        return derived === derivedAtOnce;
      }),
      new Repeater('reminding', remindEvery, logger, metrics, async () => {
        await container.get(RemindPeople).run();
        return false;
      }),
      new Repeater('telling', every, logger, metrics, () => container.get(TellNotices).run()),
      ...(container.isBound(Mailer)
        ? [
            new Repeater('mailing', every, logger, metrics, async () => {
              const due = await container.get(SendMails).run();
              if (due > 0) metrics.count('seances_mails_due_total', due, {});
              return due >= readersAtOnce;
            }),
          ]
        : []),
    ];
  },
};

function sendMailsOf(container: Container): SendMails {
  const post = {
    mailer: container.get(Mailer),
    contacts: container.isBound(Contacts) ? container.get(Contacts) : undefined,
    writer: container.get(NoticeWriter),
    views: container.get(NoticeViews),
    calendars: container.get(CalendarEntries),
  };
  return new SendMails(
    container.get(UnitOfWork),
    post,
    container.get(SeenSessions),
    container.get(ReadSettings),
    container.get(IdGenerator),
    container.get(Clock),
    container.get(Logger),
  );
}
