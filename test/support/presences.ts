import type {
  AttendanceView,
  PresenceView,
  SlotView,
} from '../../src/application/attendance/attendance-view.js';
import type { CheckedInSeance, IssuedTicket } from '../../src/application/attendance/check-in.js';
import type { ShownCheckIn } from '../../src/application/attendance/open-check-in.js';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import { seances } from './api.js';
import type { Scene } from './scene.js';

/** From half past eleven on: open, as the suite happens then, and to begin at a quarter to twelve. */
export async function openSeance({ api }: Scene, parts: object = {}): Promise<SeanceView> {
  const times = { start: '2026-11-23T11:45', end: '2026-11-23T12:45' };
  return api.created({ enrolmentMode: 'automatic', ...times, ...parts });
}

/** Moves the clock to a time of the day that the suite happens on, in Brussels. */
export function moveTo({ clock }: Scene, time: string): void {
  const instant = Date.parse(`2026-11-23T${time}:00+01:00`);
  clock.advance((instant - Date.parse(clock.now())) / 1_000);
}

/** What is asked over HTTP about who was there; as `trainer1` where nobody else is named. */
export function presences({ api }: Pick<Scene, 'api'>) {
  const at = (id: string, slot?: number) =>
    `${seances}/${id}/attendance${slot === undefined ? '' : `/${slot}`}`;
  const options = (as = 'trainer1') => ({ as });
  return {
    read: async (id: string, as?: string) => (await api.get<AttendanceView>(at(id), options(as))).body,
    mark: (id: string, marks: readonly object[], slot = 1, as?: string) =>
      api.send<SlotView>('PUT', `${at(id, slot)}/marks`, { ...options(as), json: { marks } }),
    add: (id: string, userIds: readonly string[], slot = 1) =>
      api.post<SlotView>(`${at(id, slot)}/roster`, { userIds }),
    close: (id: string, json: object = {}, slot = 1) => api.post<SlotView>(`${at(id, slot)}/close`, json),
    correct: (id: string, json: object, slot = 1) => api.post<SlotView>(`${at(id, slot)}/corrections`, json),
    part: (id: string, start: string | null, end = start) =>
      api.send<AttendanceView>('PUT', `${at(id)}/break`, { ...options(), json: { start, end } }),
    show: (id: string, json: object = { open: true }, slot = 1) =>
      api.post<ShownCheckIn & { url: string | null }>(`${at(id, slot)}/check-in`, json),
    exchange: (code: string, device?: string) =>
      api.post<IssuedTicket>(
        '/api/v1/check-in',
        { code, ...(device !== undefined && { device }) },
        { as: null },
      ),
    confirm: (ticket: string, as: string, json: object = {}) =>
      api.post<{ seance: CheckedInSeance; entry: PresenceView }>(
        '/api/v1/check-in/confirm',
        { ticket, ...json },
        { as },
      ),
  };
}

/** Who has which mark, as short as can be. */
export function marksOf({ entries }: Pick<SlotView, 'entries'>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    entries.map(({ user, mark, minutes }) => [user.id, minutes ? `${mark} ${minutes}` : mark]),
  );
}
