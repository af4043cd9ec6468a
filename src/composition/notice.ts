import type { Container } from 'inversify';
import { noticeRoutes } from '../adapters/http/routes/notice-routes.js';
import { LocaleNoticeWriter } from '../adapters/notice/locale-notice-writer.js';
import { Repeater } from '../adapters/system/repeater.js';
import { SeenSessions } from '../application/access/seen-sessions.js';
import { CalendarEntries } from '../application/feed/calendar-entries.js';
import { DeriveNotices } from '../application/notice/derive-notices.js';
import { ForgetNotices } from '../application/notice/forget-notices.js';
import { MailMessages } from '../application/notice/mail-messages.js';
import { NoticeAdministration } from '../application/notice/notice-administration.js';
import { NoticeViews } from '../application/notice/notice-views.js';
import { OwnNotices } from '../application/notice/own-notices.js';
import { readersAtOnce, SendMails } from '../application/notice/send-mails.js';
import { RemindPeople } from '../application/notice/remind-people.js';
import { TellNotices } from '../application/notice/tell-notices.js';
import { Unsubscriptions } from '../application/notice/unsubscriptions.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { AddressTokens } from '../ports/address-tokens.js';
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
import { UnsubscribePages } from '../ports/unsubscribe-pages.js';
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
    container
      .bind(DeriveNotices)
      .toResolvedValue(
        (work, ids, clock) =>
          new DeriveNotices(work, ids, clock, container.isBound(Mailer) ? [] : ['confirmation']),
        [UnitOfWork, IdGenerator, Clock],
      );
    provide(container, RemindPeople, [UnitOfWork, IdGenerator, Clock]);
    container
      .bind(TellNotices)
      .toResolvedValue(
        (work, directory, settings, ids, clock, metrics) =>
          new TellNotices(work, directory, settings, ids, clock, container.isBound(Mailer), metrics),
        [UnitOfWork, Directory, ReadSettings, IdGenerator, Clock, Metrics],
      );
    provide(container, NoticeViews, [NoticeWriter, TextSanitizer, SeancePages]);
    provide(container, OwnNotices, [UnitOfWork, SeenSessions, NoticeViews, Clock]);
    provide(container, NoticeAdministration, [UnitOfWork]);
    provide(container, ForgetNotices, [UnitOfWork, Clock]);
    provide(container, MailMessages, [
      UnitOfWork,
      SeenSessions,
      NoticeWriter,
      NoticeViews,
      CalendarEntries,
      SeancePages,
      Unsubscriptions,
    ]);
    provide(container, Unsubscriptions, [UnitOfWork, AddressTokens, UnsubscribePages, Clock]);
    container
      .bind(SendMails)
      .toDynamicValue(() => sendMailsOf(container))
      .inSingletonScope();
  },
  routes: (container) =>
    noticeRoutes({
      ownNotices: container.get(OwnNotices),
      noticeAdministration: container.get(NoticeAdministration),
      unsubscriptions: container.get(Unsubscriptions),
    }),
  work(container) {
    const [logger, metrics] = [container.get(Logger), container.get(Metrics)];
    return [
      // A rush for places leaves some thousands of events a second: what more there is waits, rather than the rush for it.
      new Repeater('deriving', every, logger, metrics, async () => {
        await container.get(DeriveNotices).run();
        return false;
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
  };
  return new SendMails(
    container.get(UnitOfWork),
    post,
    container.get(MailMessages),
    container.get(ReadSettings),
    container.get(IdGenerator),
    container.get(Clock),
    container.get(Logger),
    container.get(Metrics),
  );
}
