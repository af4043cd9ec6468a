import type { SeancesPlugin } from '../src/index.js';
import { pluginPath } from './demo-app.js';
import type { DemoContext } from './demo-host.js';
import { generatedSeance, seances2026, seances2027, type SeedSeance } from './seed-seances.js';

type Plugin = Pick<SeancesPlugin<DemoContext>, 'fetch'>;

/** Requests under way at a time: enough to keep a database on the network busy. */
const concurrency = 4;

/** How long a session that another process fills stands still before it counts as filled, in milliseconds. */
const patience = 250;

/**
 * Fills the demo's sessions that have no séance, through the plugin's own HTTP interface: what the demo shows is what
 * anybody could have typed. Several processes may do so at once on one database.
 *
 * @param size how many séances session demo-2026 gets; 52 fill the list of the guides
 * @throws Error when the plugin refuses a séance
 */
export async function seedDemo(plugin: Plugin, size: number): Promise<void> {
  await fill(
    plugin,
    'demo-2026',
    Array.from({ length: size }, (_, index) => seances2026[index] ?? generatedSeance(index + 1)),
  );
  await fill(plugin, 'demo-2027', size === 0 ? [] : seances2027);
}

async function fill(plugin: Plugin, sessionId: string, seances: readonly SeedSeance[]): Promise<void> {
  const count = await countOf(plugin, sessionId);
  if (count === 0) return createAll(plugin, sessionId, seances);
  if (count < seances.length) await untilFilled(plugin, sessionId, count, seances.length);
}

/** Another process may be at it. It may also be that somebody has deleted séances: then nothing is added again. */
async function untilFilled(plugin: Plugin, sessionId: string, before: number, wanted: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, patience));
  const count = await countOf(plugin, sessionId);
  if (count > before && count < wanted) await untilFilled(plugin, sessionId, count, wanted);
}

async function createAll(plugin: Plugin, sessionId: string, seances: readonly SeedSeance[]): Promise<void> {
  const queue = seances.entries();
  const work = async (): Promise<void> => {
    for (const [index, seance] of queue) await create(plugin, sessionId, seance, index + 1);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

/**
 * Creates one séance, as its trainer where it has one: nobody is told of what they do themselves. The key makes it one séance
 * for all processes that start with an empty database.
 */
async function create(plugin: Plugin, sessionId: string, seance: SeedSeance, number: number): Promise<void> {
  const response = await plugin.fetch(
    new Request(addressOf(`seances?session=${sessionId}`), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `seed-${sessionId}-${number}` },
      body: JSON.stringify(bodyOf(seance)),
    }),
    as(seance.byManager ? 'manager' : (seance.trainers?.[0] ?? 'trainer1')),
  );
  if (response.status !== 201)
    throw new Error(`The séance "${seance.name}" was refused: ${await response.text()}`);
}

async function countOf(plugin: Plugin, sessionId: string): Promise<number> {
  const response = await plugin.fetch(
    new Request(addressOf(`seances?session=${sessionId}&size=10`)),
    as('trainer1'),
  );
  if (!response.ok) throw new Error(`The séances of ${sessionId} cannot be read: ${await response.text()}`);
  return ((await response.json()) as { total: number }).total;
}

function bodyOf({ day, from, until, place, trainers, group, byManager: _, ...rest }: SeedSeance): object {
  return {
    ...rest,
    start: `${day}T${from}`,
    end: `${day}T${until}`,
    ...(place && { locationId: place }),
    ...(trainers && { trainerIds: trainers }),
    ...(group && { groupName: group }),
  };
}

function addressOf(resource: string): string {
  return `http://localhost${pluginPath}/api/v1/spaces/demo/${resource}`;
}

function as(userId: string): DemoContext {
  return { userId, language: 'fr' };
}
