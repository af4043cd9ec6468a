import { runPlaceCommand, type PlaceTool } from '../enrolment/place-commands.js';
import type { Authorized } from '../core/authorize.js';
import type { Locale } from '../core/locale.js';
import { SeancesClient } from '../space/seances-client.js';
import { UnreadNotices } from '../space/unread-notices.js';
import type { OwnSeance } from './own-seances.js';

/**
 * Gives up the reader's place, as in the tool of its space.
 *
 * @throws RequestFailure for a request that no dialog has dealt with.
 */
export async function leaveSeance(
  tool: PlaceTool & Authorized & { readonly baseUrl: string },
  { locale, seance }: { readonly locale: Locale; readonly seance: OwnSeance },
): Promise<void> {
  const client = new SeancesClient(tool.baseUrl, seance.spaceId, locale.language, tool);
  const space = await client.openSpace();
  const session = space.sessions.find(({ id }) => id === seance.sessionId);
  // The séance has gone with its session.
  if (!session) {
    tool.refresh();
    return;
  }
  const unread = new UnreadNotices(client.notices);
  const hrefOf = (): string => seance.url ?? '';
  await runPlaceCommand(tool, { client, locale, space, session, unread, hrefOf }, { does: 'leave', seance });
}
