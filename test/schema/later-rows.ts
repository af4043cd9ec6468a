const instant = '2026-12-01T08:00:00Z';
const seanceId = '01900000-0000-7000-8000-000000000001';
const where = { space_id: 'demo', session_id: 'demo-2026', seance_id: seanceId };

/** Rows of `seance_event` about the séance of `rowsOf`, and about one that is there no more. */
export function eventRows(): { sequence: number; seance_id: string; happened_at: string }[] {
  const delivery = { due_at: null, attempts: 0, given_up_at: null };
  return [
    {
      ...{ sequence: 1, id: 'e1', ...where, type: 'seance.edited', happened_at: instant },
      ...{ actor_id: 'trainer1', actor_name: 'Zoé Étienne', user_id: null, user_name: null },
      ...{ data: `{"before":"L'été 😀 \\\\ % ${'é'.repeat(20_000)}"}`, ...delivery },
    },
    {
      ...{ sequence: 7, id: 'e2', ...where, seance_id: 'purged', type: 'enrolment.enrolled' },
      ...{ happened_at: '2026-11-01T08:00:00Z', actor_id: null, actor_name: null },
      ...{ user_id: 'Learner1', user_name: '', data: '{}' },
      ...{ due_at: instant, attempts: 3, given_up_at: null },
    },
  ];
}

/** Rows of `seance_enrolment` in the séance of `rowsOf`: a place, and a turn in the queue. */
export function enrolmentRows(): { id: string; turn: number }[] {
  const names = {
    user_name: "Léa d'Été 😀",
    first_name: 'Léa',
    last_name: "d'Été 😀",
    name_sort: "d'ete lea",
  };
  return [
    {
      ...{
        id: 'p1',
        ...where,
        user_id: 'learner1',
        ...names,
        status: 'enrolled',
        turn: 1,
        source: 'automatic',
      },
      ...{ instead_of: null, requested_at: instant, enrolled_at: instant },
    },
    {
      ...{ id: 'p2', ...where, user_id: 'Learner1', ...names, status: 'waiting', turn: 2, source: 'self' },
      ...{ instead_of: seanceId, requested_at: instant, enrolled_at: null },
    },
  ];
}

/** A row of `seance_setting_change`, with texts that a careless engine would change. */
export function settingChangeRows(): object[] {
  const who = { actor_id: 'admin', actor_name: 'Ada Étienne' };
  return [{ sequence: 3, name: 'retentionDays', before: '30', after: '"é 😀"', ...who, changed_at: instant }];
}

/** A row of `seance_closed_day`, with a name that a careless engine would change. */
export function closedDayRows(): object[] {
  return [{ id: 'd1', name: 'Été 😀', starts_on: '2027-07-01', ends_on: '2027-08-31' }];
}

/** Rows of `seance_space`, of spaces and platforms whose ids differ in case. */
export function spaceRows(): object[] {
  return [
    { space_id: 'Demo', platform_id: 'P' },
    { space_id: 'demo', platform_id: 'p' },
  ];
}

/** Rows of `seance_feed` of two users whose ids differ in case. */
export function feedRows(): object[] {
  const rest = { user_name: 'Léa É', locale: 'fr-BE', time_zone: 'Europe/Brussels', created_at: instant };
  return ['learner1', 'Learner1'].map((userId, index) => ({
    ...{ token_hash: String(index).repeat(64), user_id: userId, ...rest },
  }));
}

/** Rows of `seance_download` of two users whose ids differ in case. */
export function downloadRows(): object[] {
  const who = { user_name: 'Léa É', platform_id: 'É', locale: 'fr-BE', time_zone: 'Europe/Brussels' };
  const what = { path: `/api/v1/spaces/é/seances.csv?q=${'a'.repeat(1_900)}`, language: 'fr' };
  return ['learner1', 'Learner1'].map((userId, index) => ({
    ...{ id: `d${index}`, token_hash: String(index).repeat(64), user_id: userId },
    ...{ ...who, ...what, expires_at: instant },
  }));
}

/** Rows of `seance_refresh` of trainers whose ids differ in case. */
export function refreshRows(): object[] {
  const rest = { name: 'Léa É 😀', run: 'r1', after_id: seanceId, due_at: instant };
  return ['Trainer1', 'trainer1'].map((id) => ({ kind: 'trainer', subject_id: id, ...rest }));
}
