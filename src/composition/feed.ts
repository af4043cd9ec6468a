import { calendarRoutes } from '../adapters/http/routes/calendar-routes.js';
import { SpaceAccess } from '../application/access/space-access.js';
import { CalendarEntries } from '../application/calendar/calendar-entries.js';
import { ExportSeance } from '../application/calendar/export-seance.js';
import { OwnFeed } from '../application/calendar/own-feed.js';
import { ReadFeed } from '../application/calendar/read-feed.js';
import { CalendarWriter } from '../ports/calendar-writer.js';
import { Clock } from '../ports/clock.js';
import { Directory } from '../ports/directory.js';
import { FeedTokens } from '../ports/feed-tokens.js';
import { TextSanitizer } from '../ports/text-sanitizer.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { ManifestToken } from './tokens.js';

export const feedFeature: Feature = {
  bind(container) {
    provide(container, CalendarEntries, [TextSanitizer, CalendarWriter]);
    provide(container, ExportSeance, [UnitOfWork, CalendarEntries]);
    provide(container, OwnFeed, [UnitOfWork, FeedTokens, Clock]);
    provide(container, ReadFeed, [UnitOfWork, Directory, SpaceAccess, CalendarEntries, FeedTokens, Clock]);
  },
  routes: (container) =>
    calendarRoutes(
      {
        exportSeance: container.get(ExportSeance),
        readFeed: container.get(ReadFeed),
        ownFeed: container.get(OwnFeed),
      },
      container.get(ManifestToken).version,
    ),
};
