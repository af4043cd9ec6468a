import { expect } from 'chai';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import type { Launch } from '../../src/lti/claims.js';
import { Logins } from '../../src/lti/logins.js';
import { ltiDirectory, ltiPermissions } from '../../src/lti/lti-ports.js';
import { keepLaunch } from '../../src/lti/people.js';
import { Registrations } from '../../src/lti/registrations.js';
import { standingOf } from '../../src/lti/roles.js';
import { rosterFacts } from '../../src/lti/roster-facts.js';
import { RosterStore } from '../../src/lti/roster-store.js';
import { LtiStore } from '../../src/lti/store.js';
import { FixedClock } from '../../src/testing/fixed-clock.js';
import { onEveryDatabase } from '../support/databases.js';
import { statementsOf } from '../support/statements.js';
import { fillWithPeople, gatherStatisticsOfPeople, inLargeCourse, largeCourse, now } from './many-people.js';
import { planFaults } from '../schema/query-plan.js';

const asked = { iss: 'https://lms-7.example', login_hint: '1', target_link_uri: 'https://x.example' };
const actor = (id: string) => ({ id, name: '', locale: 'fr', timeZone: 'Etc/UTC' });

/** Who is launched into a course, or listed in its roster. */
const user = (sub: string) => ({
  ...{ sub, name: `Zoé ${sub}`, firstName: 'Zoé', lastName: sub, email: `${sub}@x.example` },
  ...{ locale: null, timeZone: null },
});

onEveryDatabase('Query plans of the LTI host over 35,000 people', (database) => {
  const clock = new FixedClock(now);
  let store: LtiStore;

  before(async function () {
    this.timeout(120_000);
    await migrateToLatest(database.knex, ltiMigrations);
    await fillWithPeople(database.knex);
    store = new LtiStore(database.open, clock);
  });

  /** What goes on, with something to find in each statement. */
  const work: Readonly<Record<string, () => Promise<unknown>>> = {
    'a login that is opened': async () => {
      const logins = new Logins(store);
      const { state } = await logins.begin('registration-7', asked);
      expect(await logins.find(state)).to.include({ registrationId: 'registration-7' });
      expect(await logins.take(state)).to.equal(true);
    },
    'a login that is proven': async () => {
      const logins = new Logins(store);
      const { state, browser } = await logins.begin('registration-7', asked);
      expect(await logins.keep(state, '{}')).to.equal(true);
      expect(await logins.prove(state, browser)).to.equal('{}');
    },
    'a platform and its tenant': async () => {
      const registrations = new Registrations(store);
      expect(await registrations.find(asked.iss, undefined)).to.have.length(1);
      expect(await registrations.find(asked.iss, 'client')).to.have.length(1);
      expect(await registrations.byId('registration-7')).to.include({ issuer: asked.iss });
      const tenant = await registrations.tenantOf('registration-7', '1', ['https://x.example']);
      expect(await registrations.tenant(tenant.id)).to.include({ id: 'platform-7' });
    },
    'a launch': async () => {
      const launch: Launch = {
        ...{ deploymentId: '1', messageType: 'LtiResourceLinkRequest', roles: [], user: user('of-7') },
        context: { id: 'course-7', title: 'Course', startsAt: null, endsAt: null },
        ...{
          custom: {},
          membershipsUrl: null,
          lineItemsUrl: null,
          family: null,
          returnOrigin: null,
          deepLinking: null,
        },
      };
      const standing = { ...standingOf(['Instructor']), isAdministrator: true };
      const { member } = await keepLaunch(store, 'platform-7', launch, standing, store.after(900));
      expect(member?.id).to.equal('of-7');
    },
    'what somebody may': async () => {
      const permissions = ltiPermissions(store);
      expect(await permissions.inSpace(actor('of-7'), 'course-7')).to.include({ open: true });
      await permissions.mayAdminister(actor('of-7'));
    },
    'who is in a course': async () => {
      const directory = ltiDirectory(store);
      expect(await directory.space(largeCourse)).to.include({ name: largeCourse });
      expect(await directory.sessionsOf(largeCourse)).to.have.length(1);
      const count = await directory.learnerCount(largeCourse);
      expect(count).to.be.greaterThan(inLargeCourse * 0.9);
      expect(await directory.learnersAmong(largeCourse, ['in-large-1', 'of-1'])).to.have.length(1);
      expect(await directory.trainersAmong(largeCourse, ['in-large-1027'])).to.have.length(1);
      const found = await directory.learners(largeCourse, { page: 1, size: 20, q: 'ada in-large-9' });
      expect(found.items).to.have.length(20);
    },
    'what somebody learns in': async () => {
      expect(await ltiDirectory(store).learnsIn?.('of-1')).to.have.length.greaterThan(0);
    },
    'a roster that is read': async () => {
      const rosters = new RosterStore(store);
      const members = Array.from({ length: 500 }, (_, index) => ({
        ...user(`in-large-${index}`),
        ...{ roles: ['Learner'], isGone: false },
      }));
      for (let time = 1; time <= 2; time += 1) {
        const walk = await rosters.claim(largeCourse);
        if (!walk) return expect.fail('Nobody else reads it.');
        await rosters.keep(walk, members);
        await rosters.finish(walk, ['in-large-999']);
        clock.advance(1);
      }
      expect(await rosters.confirmLeavers(largeCourse)).to.be.greaterThan(0);
      expect(await rosters.claim(largeCourse, 600)).to.equal(undefined);
      await database.knex('seance_lti_membership').where({ space_id: largeCourse }).update({ is_active: 1 });
    },
    'a roster that is given up': async () => {
      const rosters = new RosterStore(store);
      const walk = await rosters.claim('course-8');
      if (walk) await rosters.giveUp(walk, 'failed');
    },
    'what works in a course': async () => {
      expect(await rosterFacts(store, largeCourse)).to.include({ people: inLargeCourse });
    },
  };

  /** What is read and sorted by an index alone, however many there are. */
  const ordered: Readonly<Record<string, () => Promise<unknown>>> = {
    'pages of learners': async () => {
      const directory = ltiDirectory(store);
      for (const page of [1, 200])
        expect((await directory.learners(largeCourse, { page, size: 20 })).items).to.have.length(20);
    },
    'pages of trainers': async () => {
      const directory = ltiDirectory(store);
      for (const page of [1, 10])
        expect((await directory.trainers(largeCourse, { page, size: 20 })).items).to.have.length(20);
    },
    'the roster that is due': async () => {
      expect(await new RosterStore(store).due()).to.match(/^course-/);
    },
  };

  // SQLite never gathers statistics by itself; MySQL does, at a moment of its own choice.
  if (database.engine === 'sqlite') describe('without statistics', plansAreGood);

  describe('with statistics', () => {
    before(() => gatherStatisticsOfPeople(database.knex));
    plansAreGood();
  });

  function plansAreGood(): void {
    for (const [title, doIt] of Object.entries(work))
      it(`${title}: no statement scans a table`, async () => {
        for (const [sql, { scans }] of await plansOf(doIt)) expect(scans, sql).to.deep.equal([]);
      });

    for (const [title, doIt] of Object.entries(ordered))
      it(`${title}: no statement scans a table, and none sorts`, async () => {
        for (const [sql, faults] of await plansOf(doIt))
          expect(faults, sql).to.deep.equal({ scans: [], sorts: [] });
      });
  }

  async function plansOf(doIt: () => Promise<unknown>) {
    const statements = (await statementsOf(database.knex, doIt)).filter(({ sql }) =>
      /^(select|update|delete)/.test(sql),
    );
    expect(statements).to.have.length.greaterThan(0);
    // On SQLite, a write that was explained is a statement under way on its connection, which then commits nothing.
    const explaining = database.openAnother().knex;
    const plans = [];
    for (const statement of statements)
      plans.push([statement.sql, await planFaults(explaining, statement)] as const);
    await explaining.destroy();
    return plans;
  }
});
