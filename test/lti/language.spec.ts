import { expect } from 'chai';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import type { Launch } from '../../src/lti/claims.js';
import { createLtiHost } from '../../src/lti/index.js';
import { Keys } from '../../src/lti/keys.js';
import { Openings } from '../../src/lti/openings.js';
import { Registrations } from '../../src/lti/registrations.js';
import { Sessions } from '../../src/lti/sessions.js';
import { LtiStore } from '../../src/lti/store.js';
import { onDatabase } from '../support/databases.js';

const nothing = () => undefined;
const user = { sub: '5', name: 'Anh Thao PHAM', firstName: '', lastName: '', email: '', timeZone: null };
const launch: Omit<Launch, 'user'> = {
  ...{ deploymentId: '1', messageType: 'LtiResourceLinkRequest', roles: ['Instructor'], custom: {} },
  context: { id: '2', title: 'Français A2', startsAt: null, endsAt: null },
  ...{ membershipsUrl: null, lineItemsUrl: null, family: null, returnOrigin: null, deepLinking: null },
};

onDatabase('The pages of LTI', (database) => {
  it('are in the language of the platform, else in that of the browser', async () => {
    const clock = new SystemClock();
    const lti = createLtiHost({
      ...{ database: database.address, publicUrl: 'https://seances.example', clock },
      logger: { info: nothing, warn: nothing, error: nothing },
    });
    await migrateToLatest(database.knex, ltiMigrations);
    const store = new LtiStore(database.open, clock);
    const openings = new Openings(
      new Registrations(store),
      new Sessions(new Keys(store, undefined), store),
      store,
      nothing,
    );
    const languageFor = async (locale: string | null): Promise<string | undefined> => {
      const arrival = {
        launch: { ...launch, user: { ...user, locale } },
        registrationId: 'r',
        frameOrigins: [],
      };
      const address = new URL(await openings.open(arrival), 'https://seances.example');
      const page = await lti.fetch(new Request(address, { headers: { 'accept-language': 'fr-BE' } }));
      return /<html lang="(\w+)"/.exec((await page?.text()) ?? '')?.[1];
    };
    const before = await languageFor(null);
    const said = await languageFor('nl-BE');
    const unknown = await languageFor('ja');
    await lti.stop();

    expect({ before, said, unknown }).to.deep.equal({
      ...{ before: 'fr', said: 'nl', unknown: 'fr' },
    });
  });
});
