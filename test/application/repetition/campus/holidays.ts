import type { Knex } from 'knex';

/** Closes the platform from one day to another; the same day when there is no other. */
export async function close(knex: Knex, name: string, startsOn: string, endsOn = startsOn): Promise<void> {
  await knex('seance_closed_day').insert({
    id: `${name} ${startsOn}`.slice(0, 36),
    name,
    starts_on: startsOn,
    ends_on: endsOn,
  });
}

export async function reopen(knex: Knex): Promise<void> {
  await knex('seance_closed_day').delete();
}
