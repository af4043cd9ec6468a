import assert from 'node:assert/strict';
import { schedule, type Instant } from '../../domain/time/schedule.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { WallTime } from '../../domain/time/wall-time.js';
import type { AgendaEntry } from '../../ports/agenda.js';
import type { PluginEvent } from '../../ports/event-sink.js';
import type { HostPromise, HostSamples } from '../host-promise.js';

type Place = Pick<HostSamples<unknown>, 'spaceId' | 'sessionId'>;

/** What a host promises about what the plugin sends it, for those of the ports that it has. */
export const deliveryPromises: readonly HostPromise[] = [
  {
    port: 'events',
    title: 'has an event for good when its delivery resolves, of whatever type it is',
    needs: 'eventsReceived',
    async check({ events }, samples) {
      assert.ok(events && samples.eventsReceived, 'the host has no event sink');
      const event = eventOf(samples);
      await events.deliver(event);
      const received = (await samples.eventsReceived()).filter(({ id }) => id === event.id);
      assert.deepEqual(received, [event]);
    },
  },
  {
    port: 'events',
    title: 'takes an event that is delivered again, and keeps it once',
    needs: 'eventsReceived',
    async check({ events }, samples) {
      assert.ok(events && samples.eventsReceived, 'the host has no event sink');
      const event = eventOf(samples);
      for (let delivery = 1; delivery <= 3; delivery += 1) await events.deliver(event);
      const received = (await samples.eventsReceived()).filter(({ id }) => id === event.id);
      assert.equal(received.length, 1);
    },
  },
  {
    port: 'mailer',
    title: 'accepts a message',
    needs: 'mailTo',
    async check({ mailer }, { mailTo = '' }) {
      assert.ok(mailer, 'the host has no mailer');
      const text = 'This message checks the host contract.';
      await mailer.send({ toUserId: mailTo, subject: 'Contrat été', text, html: `<p>${text}</p>` });
    },
  },
  {
    port: 'agenda',
    title: 'shows one entry of a séance, the one that was published last',
    needs: 'agendaEntries',
    async check({ agenda }, samples) {
      assert.ok(agenda && samples.agendaEntries, 'the host has no agenda');
      const entry = entryOf(samples);
      await agenda.publish(entry);
      await agenda.publish({ ...entry, title: 'Contract, moved', sequence: 2 });
      const shown = (await samples.agendaEntries()).filter(({ seanceId }) => seanceId === entry.seanceId);
      assert.deepEqual(
        shown.map(({ title }) => title),
        ['Contract, moved'],
      );
      await agenda.withdraw(entry.seanceId);
    },
  },
  {
    port: 'agenda',
    title: 'shows a séance again that was withdrawn, as one that was cancelled and takes place after all',
    needs: 'agendaEntries',
    async check({ agenda }, samples) {
      assert.ok(agenda && samples.agendaEntries, 'the host has no agenda');
      const entry = entryOf(samples);
      await agenda.publish(entry);
      await agenda.withdraw(entry.seanceId);
      await agenda.publish({ ...entry, title: 'Contract, reinstated', sequence: 3 });
      const shown = (await samples.agendaEntries()).filter(({ seanceId }) => seanceId === entry.seanceId);
      assert.deepEqual(
        shown.map(({ title }) => title),
        ['Contract, reinstated'],
      );
      await agenda.withdraw(entry.seanceId);
    },
  },
  {
    port: 'agenda',
    title: 'shows nothing of a séance that is withdrawn, be it twice',
    needs: 'agendaEntries',
    async check({ agenda }, samples) {
      assert.ok(agenda && samples.agendaEntries, 'the host has no agenda');
      const entry = entryOf(samples);
      await agenda.publish(entry);
      await agenda.withdraw(entry.seanceId);
      await agenda.withdraw(entry.seanceId);
      const shown = (await samples.agendaEntries()).filter(({ seanceId }) => seanceId === entry.seanceId);
      assert.deepEqual(shown, []);
    },
  },
];

function eventOf({ spaceId, sessionId }: Place): PluginEvent {
  return {
    id: newId(),
    type: 'contract.checked',
    at: '2026-11-23T09:00:00Z' as Instant,
    actorId: null,
    userId: null,
    spaceId,
    sessionId,
    seanceId: newId(),
    data: { accents: 'été', nested: { list: [1, null, true] } },
  };
}

function entryOf({ spaceId, sessionId }: Place): AgendaEntry {
  const [start, end] = ['2027-03-28T02:30', '2027-03-28T04:00'] as [WallTime, WallTime];
  return {
    ...schedule(start, end, 'Europe/Brussels' as TimeZone),
    seanceId: newId(),
    spaceId,
    sessionId,
    title: 'Contract',
    description: 'A line\n- an item',
    informations: [{ text: 'A note', author: '', createdAt: '2026-11-23T09:00:00Z' as Instant }],
    place: '',
    trainers: ['Zoé'],
    url: null,
    sequence: 1,
  };
}

/** A UUIDv7, as the plugin gives to its events and séances. */
function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
