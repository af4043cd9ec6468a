import type { Knex } from 'knex';
import { inOrder } from '../support/event-order.js';

interface ReplayedEvent {
  type: string;
  user_id: string | null;
  data: string;
}

/** What the events say is so in a séance. */
export interface Replayed {
  readonly enrolled: ReadonlySet<string>;
  readonly queue: readonly string[];
}

/**
 * Plays the events of séances that are in no group again, in their order, and complains of every one that breaks a
 * rule: a place given beyond the capacity, somebody in twice, somebody promoted who was not the first in the queue,
 * a newcomer who overtook it.
 *
 * @param capacities of the séances when they were made.
 */
export async function replay(
  knex: Knex,
  capacities: ReadonlyMap<string, number | null>,
): Promise<{ readonly complaints: readonly string[]; readonly states: ReadonlyMap<string, Replayed> }> {
  const complaints: string[] = [];
  const states = new Map<string, Replayed>();
  for (const [id, first] of capacities) {
    const events = await eventsOf(knex, id);
    const state = { capacity: first, enrolled: new Set<string>(), queue: [] as string[] };
    for (const event of events) {
      const complaint = apply(state, event);
      if (complaint) complaints.push(`${id}: ${event.type} ${event.user_id ?? ''}: ${complaint}`);
    }
    states.set(id, state);
  }
  return { complaints, states };
}

/** The status that the last event about each learner left them with, in a séance that was never automatic. */
export async function lastWords(knex: Knex, id: string): Promise<ReadonlyMap<string, string>> {
  const statuses = new Map<string, string>();
  for (const { type, user_id: user } of await eventsOf(knex, id)) {
    if (user === null) continue;
    if (type === 'enrolment.cancelled') statuses.delete(user);
    else statuses.set(user, type === 'enrolment.waiting' ? 'waiting' : 'enrolled');
  }
  return statuses;
}

async function eventsOf(knex: Knex, id: string): Promise<readonly ReplayedEvent[]> {
  const events = knex('seance_event').where({ seance_id: id }).select('type', 'user_id', 'data');
  return (await inOrder(events)) as ReplayedEvent[];
}

function apply(
  state: { capacity: number | null; enrolled: Set<string>; queue: string[] },
  { type, user_id: user, data }: ReplayedEvent,
): string | undefined {
  const details = JSON.parse(data) as { accepted?: boolean; after?: { capacity?: number | null } };
  const isFull = state.capacity !== null && state.enrolled.size >= state.capacity;
  const id = user ?? '';
  switch (type) {
    case 'seance.edited':
      if (details.after && 'capacity' in details.after) state.capacity = details.after.capacity ?? null;
      return state.capacity !== null && state.enrolled.size > state.capacity
        ? 'below the enrolled'
        : undefined;
    case 'enrolment.waiting':
      state.queue.push(id);
      return undefined;
    case 'enrolment.enrolled':
    case 'enrolment.promoted': {
      const wasFirst = state.queue[0] === id;
      const mayPass = type === 'enrolment.enrolled' ? state.queue.length === 0 : wasFirst || details.accepted;
      const wasIn = state.enrolled.has(id);
      state.queue = state.queue.filter((other) => other !== id);
      state.enrolled.add(id);
      if (isFull) return 'no place was free';
      if (wasIn) return 'was in already';
      return mayPass ? undefined : `overtook ${state.queue.join(', ')}`;
    }
    case 'enrolment.cancelled':
      state.enrolled.delete(id);
      state.queue = state.queue.filter((other) => other !== id);
      return undefined;
    default:
      return undefined;
  }
}
