import type { Choice } from '../core/field.js';
import { nameInText } from '../core/person-name.js';
import type { Workplace } from '../space/workplace.js';

/** The filters whose choices the server knows. */
export const chosenFilters = ['group', 'location', 'trainer'] as const;
export type ChosenFilter = (typeof chosenFilters)[number];

export type ServerChoices = Readonly<Record<ChosenFilter, readonly Choice[]>>;

/** What there is to choose from for these filters; for the others nothing. */
export async function loadChoices(
  { client, session }: Workplace,
  wanted: readonly ChosenFilter[],
  signal: AbortSignal,
): Promise<ServerChoices> {
  const load = {
    group: () => client.listGroups(session.id, signal),
    location: () => client.listLocations(signal),
    trainer: async () =>
      (await client.listTrainers(session.id, signal)).map((one) => ({ id: one.id, name: nameInText(one) })),
  } satisfies Record<ChosenFilter, () => Promise<readonly Choice[]>>;
  const of = async (name: ChosenFilter): Promise<readonly Choice[]> =>
    wanted.includes(name) ? load[name]() : [];
  const [group, location, trainer] = await Promise.all(chosenFilters.map(of));
  return { group: group ?? [], location: location ?? [], trainer: trainer ?? [] };
}
