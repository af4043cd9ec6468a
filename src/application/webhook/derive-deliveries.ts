import { groupedBy } from '../../domain/grouped.js';
import type { Instant } from '../../domain/time/schedule.js';
import { payloadOf, type WebhookDelivery } from '../../domain/webhook/webhook.js';
import type { UnderivedEvent } from '../../ports/notice-repository.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/** Makes the messages of events, for each address of their platform that is told of them. */
export async function deriveDeliveries(
  { platforms, webhooks }: Repositories,
  events: readonly UnderivedEvent[],
  now: Instant,
  newId: () => string,
): Promise<void> {
  const platformOf = await platforms.ofSpaces(events.map(({ event }) => event.spaceId));
  const types = new Set(events.map(({ event }) => event.type));
  const told = await webhooks.toldOf([...new Set(platformOf.values())], [...types]);
  if (told.length === 0) return;
  const byPlatform = groupedBy(told, ({ platformId }) => platformId);
  const deliveries = events.flatMap(({ event }): readonly WebhookDelivery[] => {
    const ofPlatform = byPlatform.get(platformOf.get(event.spaceId) ?? '') ?? [];
    const payload = payloadOf(event);
    return ofPlatform
      .filter(({ webhook }) => webhook.types.includes(event.type))
      .map(({ webhook }) => ({
        ...{ id: newId(), webhookId: webhook.id, eventId: event.id, type: event.type, payload },
        ...{ state: 'waiting', attempts: 0, createdAt: now, last: null },
      }));
  });
  await webhooks.add(deliveries);
}
