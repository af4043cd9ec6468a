import { Refusal, refusedSeance } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/**
 * Makes sure that locked séances may get other half-days: what nobody has marked yet is forgotten, and cut anew when it is
 * needed.
 *
 * @throws Refusal `attendance-begun` that names those in which somebody is marked
 */
export async function assertNotBegun(
  { attendance }: Repositories,
  seances: readonly Seance[],
): Promise<void> {
  const { cut, marked } = await attendance.begunAmong(seances.map(({ id }) => id));
  refuseAmong(seances, marked);
  await attendance.removeSlots([...cut]);
}

/** @throws Refusal `attendance-begun` that names those of locked séances of which a half-day is closed */
export async function assertNoneClosed(
  { attendance }: Repositories,
  seances: readonly Seance[],
): Promise<void> {
  const { closed } = await attendance.begunAmong(seances.map(({ id }) => id));
  refuseAmong(seances, closed);
}

function refuseAmong(seances: readonly Seance[], begun: ReadonlySet<string>): void {
  const issues = seances
    .filter(({ id }) => begun.has(id))
    .map((seance) => ({ field: [], code: 'attendance-begun' as const, seance: refusedSeance(seance) }));
  if (issues.length > 0) throw new Refusal('attendance-begun', issues);
}
