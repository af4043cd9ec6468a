import { SeenSessions } from '../application/access/seen-sessions.js';
import { SpaceAccess } from '../application/access/space-access.js';
import { ToolVisibility } from '../application/access/tool-visibility.js';
import { Directory } from '../ports/directory.js';
import { Permissions } from '../ports/permissions.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const accessFeature: Feature = {
  bind(container) {
    provide(container, SpaceAccess, [Permissions, Directory]);
    provide(container, SeenSessions, [SpaceAccess]);
    provide(container, ToolVisibility, [Permissions, Directory]);
  },
};
