import type { Space } from '../wire.gen.js';

/** An activity space as its reader sees it. */
export type { Space } from '../wire.gen.js';

/** Days are `YYYY-MM-DD`, null when open-ended; the zone is null for the platform's. */
export type TrainingSession = Space['sessions'][number];

export type SpacePermissions = Space['permissions'];

export type Settings = Space['settings'];
