import { canvas } from './profiles/canvas.js';
import { ilias } from './profiles/ilias.js';
import { moodle } from './profiles/moodle.js';
import { openolat } from './profiles/openolat.js';
import { sakai } from './profiles/sakai.js';

export const profiles = { moodle, canvas, sakai, openolat, ilias } as const;

export type ProfileName = keyof typeof profiles;

export const profileNames = Object.keys(profiles) as ProfileName[];
