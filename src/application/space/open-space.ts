import type { Settings } from '../../domain/settings/settings.js';
import type { TrainingSession } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { Permissions, SpacePermissions } from '../../ports/permissions.js';
import type { Visit } from '../access/space-access.js';
import type { ReadSettings } from '../settings/read-settings.js';

/** What the tool needs to know before it draws anything. */
export interface SpaceView {
  readonly id: string;
  readonly name: string;
  /** False when lists of the people of its sessions may be incomplete. */
  readonly listsEverybody: boolean;
  readonly sessions: readonly TrainingSession[];
  readonly permissions: SpacePermissions & { readonly administer: boolean };
  readonly settings: Omit<Settings, OfSheets>;
  readonly actor: Omit<Actor, 'platformId'>;
}

/** What only sheets of presence, and who administers them, need: a logo may be large. */
type OfSheets =
  | 'attendanceBreakStart'
  | 'attendanceBreakEnd'
  | 'attendanceRetentionDays'
  | 'attendanceAbsenceNotices'
  | 'providerName'
  | 'providerNumber'
  | 'providerLogo';

export class OpenSpace {
  constructor(
    private readonly permissions: Permissions,
    private readonly readSettings: ReadSettings,
  ) {}

  async run({ actor, platformId, space, sessions, permissions }: Visit): Promise<SpaceView> {
    const [all, administer] = await Promise.all([
      this.readSettings.run(platformId),
      this.permissions.mayAdminister(actor),
    ]);
    const {
      attendanceBreakStart: _start,
      attendanceBreakEnd: _end,
      attendanceRetentionDays: _days,
      attendanceAbsenceNotices: _notices,
      providerName: _name,
      providerNumber: _number,
      providerLogo: _logo,
      ...settings
    } = all;
    return {
      id: space.id,
      name: space.name,
      listsEverybody: space.listsEverybody !== false,
      sessions,
      permissions: { ...permissions, administer },
      settings,
      actor: { id: actor.id, name: actor.name, locale: actor.locale, timeZone: actor.timeZone },
    };
  }
}
