import { feedRoutes } from '../adapters/http/routes/feed-routes.js';
import { SeenSessions } from '../application/access/seen-sessions.js';
import { CalendarEntries } from '../application/feed/calendar-entries.js';
import { EntryContents } from '../application/feed/entry-contents.js';
import { ExportSeance } from '../application/feed/export-seance.js';
import { OwnFeed } from '../application/feed/own-feed.js';
import { ReadFeed } from '../application/feed/read-feed.js';
import { GetSeance } from '../application/seance/get-seance.js';
import { CalendarWriter } from '../ports/calendar-writer.js';
import { Clock } from '../ports/clock.js';
import { Directory } from '../ports/directory.js';
import { AddressTokens } from '../ports/address-tokens.js';
import { SeancePages } from '../ports/seance-pages.js';
import { TextSanitizer } from '../ports/text-sanitizer.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { ManifestToken } from './tokens.js';

export const feedFeature: Feature = {
  bind(container) {
    provide(container, EntryContents, [TextSanitizer, SeancePages]);
    provide(container, CalendarEntries, [EntryContents, CalendarWriter]);
    provide(container, ExportSeance, [UnitOfWork, CalendarEntries, GetSeance]);
    provide(container, OwnFeed, [UnitOfWork, AddressTokens, Clock]);
    provide(container, ReadFeed, [
      UnitOfWork,
      Directory,
      SeenSessions,
      CalendarEntries,
      AddressTokens,
      Clock,
    ]);
  },
  routes: (container) =>
    feedRoutes(
      {
        exportSeance: container.get(ExportSeance),
        readFeed: container.get(ReadFeed),
        ownFeed: container.get(OwnFeed),
      },
      container.get(ManifestToken).version,
    ),
};
