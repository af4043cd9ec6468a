/** A row of each table of the first migration, with texts that a careless engine would change. */
export function rowsOf(): Record<string, object[]> {
  const instant = '2026-12-01T08:00:00Z';
  return {
    seance: [
      {
        id: '01900000-0000-7000-8000-000000000001',
        space_id: 'demo',
        session_id: 'demo-2026',
        name: `L'été "😀" \\ %`,
        name_sort: 'l’ete',
        description: '<p>日本</p>',
        extra_info: 'é'.repeat(10_000),
        search_text: 'ete\n日本',
        start_local: '2026-12-01T09:00',
        end_local: '2026-12-01T10:00',
        time_zone: 'Europe/Brussels',
        starts_at: instant,
        ends_at: '2026-12-01T09:00:00Z',
        enrolment_mode: 'public',
        capacity: null,
        capacity_sort: 2_147_483_647,
        enrolled_count: 3,
        waiting_count: 2,
        location_id: 'Room',
        group_id: null,
        group_sort: '\u{10ffff}',
        in_agenda: 1,
        origin: 'manager',
        version: 4,
        created_by: 'trainer1',
        created_at: instant,
        updated_at: instant,
        deleted_at: null,
        deleted_by: null,
      },
    ],
    seance_trainer: [
      {
        seance_id: '01900000-0000-7000-8000-000000000001',
        user_id: 'trainer1',
        name: 'Anh Thao PHAM',
        position: 0,
        starts_at: instant,
        ends_at: '2026-12-01T09:00:00Z',
      },
    ],
    seance_group: [
      {
        id: 'g',
        space_id: 'demo',
        session_id: 'demo-2026',
        name: 'Été',
        name_key: 'ete',
        enrolment_limit: 1,
      },
    ],
    seance_location: [
      {
        id: 'Room',
        name: 'Salle É',
        name_sort: 'salle e',
        search_text: 'salle e',
        street: 'Rue de l’Été',
        street_number: '1',
        box: '',
        postal_code: '1000',
        city: 'Bruxelles',
        country: 'BE',
        phone: '',
        from_host: 0,
      },
    ],
    seance_setting: [{ name: 'retentionDays', value: '7' }],
    seance_idempotency: [
      { actor_id: 'a', idempotency_key: 'k', fingerprint: 'f', result: '{"é":"😀"}', created_at: instant },
    ],
  };
}

/** A row of `seance_comment`, about the séance of {@link rowsOf}. */
export function commentRows(): object[] {
  return [
    {
      id: '01900000-0000-7000-8000-000000000002',
      space_id: 'demo',
      session_id: 'demo-2026',
      seance_id: '01900000-0000-7000-8000-000000000001',
      content: `<p>L'été "😀" \\ % ${'é'.repeat(10_000)}</p>`,
      author_id: 'trainer1',
      author_name: 'Zoé Étienne',
      created_at: '2026-12-01T08:00:00Z',
      edited_at: null,
      deleted_at: '2026-12-01T08:00:01Z',
    },
  ];
}
