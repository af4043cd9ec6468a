import type { Container } from 'inversify';
import { Repeater } from '../adapters/system/repeater.js';
import { ForgetAttendance } from '../application/attendance/forget-attendance.js';
import { PlaceLedgers } from '../application/enrolment/place-ledgers.js';
import { DeliverEvents, type EventConsumer, eventsAtOnce } from '../application/event/deliver-events.js';
import { HearHostEvent } from '../application/event/hear-host-event.js';
import { TellHost } from '../application/event/tell-host.js';
import { EntryContents } from '../application/feed/entry-contents.js';
import { PublishToAgenda } from '../application/feed/publish-to-agenda.js';
import { RefreshSeances } from '../application/seance/refresh-seances.js';
import { SeanceDrafts } from '../application/seance/seance-drafts.js';
import { Transactions } from '../application/transactions.js';
import { Agenda } from '../ports/agenda.js';
import { Clock } from '../ports/clock.js';
import { EventSink } from '../ports/event-sink.js';
import { IdGenerator } from '../ports/id-generator.js';
import { Logger } from '../ports/logger.js';
import { Metrics } from '../ports/metrics.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

/** How often a delivery looks for events, in milliseconds. */
const every = 500;

export const eventFeature: Feature = {
  bind(container) {
    provide(container, HearHostEvent, [
      Transactions,
      PlaceLedgers,
      SeanceDrafts,
      RefreshSeances,
      ForgetAttendance,
    ]);
    container
      .bind(DeliverEvents)
      .toResolvedValue(
        (work, ids, clock, logger) => new DeliverEvents(work, consumersOf(container), ids, clock, logger),
        [UnitOfWork, IdGenerator, Clock, Logger],
      );
  },
  work(container) {
    const metrics = container.get(Metrics);
    return [
      new Repeater('delivery', every, container.get(Logger), metrics, async () => {
        const heard = await container.get(DeliverEvents).run();
        if (heard > 0) metrics.count('seances_events_delivered_total', heard, {});
        return heard === eventsAtOnce;
      }),
    ];
  },
};

/** Who is told what happened: the host's sink and its agenda, when it has them. */
function consumersOf(container: Container): readonly EventConsumer[] {
  return [
    ...(container.isBound(EventSink) ? [new TellHost(container.get(EventSink))] : []),
    ...(container.isBound(Agenda)
      ? [new PublishToAgenda(container.get(UnitOfWork), container.get(Agenda), container.get(EntryContents))]
      : []),
  ];
}
