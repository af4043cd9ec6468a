import { expect } from 'chai';
import { eventTypes } from '../../../src/domain/event/seance-event.js';
import { trialType } from '../../../src/domain/webhook/webhook.js';
import type { AdminLocale } from '../../../src/web/administration/load-admin-locale.js';
import { Locale, type Catalogue } from '../../../src/web/core/locale.js';
import {
  canRetry,
  deliveryText,
  everyType,
  faultText,
  isBroken,
  typeText,
  type WebhookDelivery,
} from '../../../src/web/webhook/webhook.js';
import { languageFiles } from '../../locales/language-files.js';

const locales = languageFiles.map(({ language, parts }): AdminLocale => {
  const texts = { ...parts.tool, ...parts.administration };
  return new Locale(language, texts as unknown as Catalogue, []) as unknown as AdminLocale;
});
const french = locales.find(({ language }) => language === 'fr')!;

const last = { at: '2026-12-01T08:00:00Z', status: 503, fault: 'answer', detail: 'Down' } as const;

function delivery(parts: Partial<WebhookDelivery>): WebhookDelivery {
  return {
    ...{ id: 'd', type: 'seance.created', state: 'waiting', attempts: 0, createdAt: last.at, last: null },
    ...parts,
  };
}

describe('What a screen says of webhooks', () => {
  it('offers every event that there is', () => {
    expect(everyType).to.have.members(eventTypes);
  });

  for (const locale of locales)
    it(`has a text for every type of message, without anybody in it, in ${locale.language}`, () => {
      const texts = ([...eventTypes, trialType] as const).map((type) => typeText(type, locale));

      expect(new Set(texts).size).to.equal(texts.length);
      for (const text of texts) expect(text).to.match(/^\p{Lu}[^{}]+$/u);
    });

  it('calls those broken that were not paused by hand', () => {
    const at = last.at;
    const broken = (['by-hand', 'failing', 'gone'] as const).map((reason) =>
      isBroken({ paused: { reason, at } }),
    );

    expect([isBroken({ paused: null }), ...broken]).to.deep.equal([false, false, true, true]);
  });

  for (const [what, parts, state, fault, again] of [
    ['is new', {}, 'En attente', '', false],
    [
      'waits for its next attempt',
      { attempts: 2, last },
      'En attente, après 2 essais.',
      "L'adresse a répondu 503.",
      true,
    ],
    ['is to be sent again', { last }, 'En attente', '', false],
    [
      'has failed',
      { state: 'failed', attempts: 1, last: { ...last, status: null, fault: 'address' } },
      'Échec après 1 essai.',
      'Cette adresse ne peut pas être appelée.',
      true,
    ],
    [
      'has arrived',
      { state: 'delivered', attempts: 3, last: { ...last, status: 204, fault: null } },
      'Arrivé (réponse 204)',
      '',
      false,
    ],
  ] as const)
    it(`says of a message that ${what} what became of it, and ${again ? 'offers' : 'does not offer'} to send it again`, () => {
      const one = delivery(parts);

      expect([deliveryText(one, french), faultText(one, french), canRetry(one)]).to.deep.equal([
        state,
        fault,
        again,
      ]);
    });
});
