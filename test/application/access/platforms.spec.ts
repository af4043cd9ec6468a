import { expect } from 'chai';
import type { ClosedDayView } from '../../../src/application/closed-day/closed-day-views.js';
import type { LocationInUse } from '../../../src/application/location/browse-locations.js';
import type { SettingsReview } from '../../../src/application/settings/change-settings.js';
import type { SpaceView } from '../../../src/application/space/open-space.js';
import type { RepetitionPreview } from '../../../src/application/repetition/repetition-preview.js';
import { type Answer, invalid, refusedWith, seanceBody, seances } from '../../support/api.js';
import { space } from '../../support/campus.js';
import { parseCalendar } from '../../support/calendars.js';
import { onHttp } from '../../support/scene.js';
import { contentsOf } from '../../support/table-contents.js';
import { tenancy, tenant, theirSpace, withTenant } from '../../support/tenant.js';

const theirs = `/api/v1/spaces/${theirSpace}/seances`;
const admin = '/api/v1/admin';

/** Who administers which platform, and writes séances where. */
const both = [
  { admin: 'admin', staff: 'trainer1', seances, space },
  { admin: tenant, staff: tenant, seances: theirs, space: theirSpace },
] as const;

onHttp('Two platforms of one host', (scene) => {
  const ok = async <Body>(answer: Promise<Answer<Body>>): Promise<Body> => {
    const { status, text, body } = await answer;
    expect(status, text).to.be.within(200, 299);
    return body;
  };
  const get = <Body>(path: string, as: string) => ok(scene.api.get<Body>(path, { as }));
  const post = <Body>(path: string, json: unknown, as: string) =>
    ok(scene.api.post<Body>(path, json, { as }));
  const put = (json: unknown, as: string) =>
    ok(scene.api.send<SettingsReview>('PUT', `${admin}/settings`, { as, json }));
  const made = (path: string, json: unknown, as: string) => post<{ id: string }>(path, json, as);

  before(() => withTenant(scene.host));
  afterEach(async () => {
    for (const table of Object.keys(await contentsOf(scene.database.knex)))
      await scene.database.knex(table).delete();
  });

  it('go by settings of their own, and each tells its administrators of its own changes alone', async () => {
    await put({ defaultTimeZone: 'Asia/Tokyo', clashes: 'refuse', maxOccurrences: 2 }, tenant);
    await put({ defaultTimeZone: 'Europe/Lisbon' }, 'admin');
    const zones = both.map(async (one) => {
      const { settings } = await get<SpaceView>(`/api/v1/spaces/${one.space}`, one.staff);
      const { timeZone } = await ok(
        scene.api.post<{ timeZone: string }>(one.seances, seanceBody(), { as: one.staff }),
      );
      return [settings.defaultTimeZone, settings.maxOccurrences, timeZone];
    });

    expect(await Promise.all(zones)).to.deep.equal([
      ['Europe/Lisbon', 1_000, 'Europe/Lisbon'],
      ['Asia/Tokyo', 2, 'Asia/Tokyo'],
    ]);
    const changed = both.map(async (one) =>
      (await get<SettingsReview>(`${admin}/settings`, one.admin)).changes.map(({ name }) => name).sort(),
    );
    expect(await Promise.all(changed)).to.deep.equal([
      ['defaultTimeZone'],
      ['clashes', 'defaultTimeZone', 'maxOccurrences'],
    ]);
  });

  it('have each their limits, on repetitions and on clashes', async () => {
    await put({ clashes: 'refuse', maxOccurrences: 2 }, tenant);
    const taught = ({ seances: path, staff }: (typeof both)[number]) =>
      scene.api.post(path, seanceBody({ trainerIds: [staff] }), { as: staff });
    for (const one of both) await ok(taught(one));

    expect((await taught(both[0])).status).to.equal(201);
    refusedWith(await taught(both[1]), 409, 'trainer-busy');
    for (const { seances: path, staff } of both) {
      const { id } = await made(
        path,
        seanceBody({ start: '2026-12-08T09:00', end: '2026-12-08T10:00' }),
        staff,
      );
      const body = { weekdays: ['TU'], weeks: 3 };
      const answer = await scene.api.post(`${path}/${id}/repetitions`, body, { as: staff });
      if (staff === tenant) refusedWith(answer, 422, 'too-many-occurrences');
      else expect(answer.status).to.equal(201);
    }
  });

  it('propose each their own places, and take those of the other for what is not there', async () => {
    const [ourPlace, theirPlace] = await Promise.all(
      both.map((one) => made(`${admin}/locations`, { name: `Salle ${one.space}` }, one.admin)),
    );
    const choices = both.map(async (one) => {
      const path = `/api/v1/spaces/${one.space}/locations`;
      return (await get<{ items: { name: string }[] }>(path, one.staff)).items.map(({ name }) => name);
    });
    expect(await Promise.all(choices)).to.deep.equal([['Salle demo', "Salle de l'hôte"], ['Salle theirs']]);

    const { id } = await made(theirs, seanceBody({ locationId: theirPlace?.id }), tenant);
    const foreign = { locationId: ourPlace?.id };
    const as = { as: tenant };
    invalid(await scene.api.post(theirs, seanceBody(foreign), as), ['/locationId', 'not-proposed']);
    invalid(await scene.api.patch(`${theirs}/${id}`, foreign, as), ['/locationId', 'not-proposed']);
    invalid(await scene.api.post(`${theirs}/check`, { id, ...foreign }, as), ['/locationId', 'not-proposed']);
    invalid(await scene.api.post(`${theirs}/edit`, { ids: [id], changes: foreign }, as), [
      '/changes/locationId',
      'not-proposed',
    ]);
    invalid(await scene.api.post(theirs, seanceBody({ locationId: 'host-room' }), as), [
      '/locationId',
      'not-proposed',
    ]);
    refusedWith(await scene.api.get(`${admin}/locations/host-room`, as), 404, 'not-found');
    const { usedBy } = await get<LocationInUse>(`${admin}/locations/${theirPlace?.id}`, tenant);
    expect(usedBy.items.map(({ spaceName }) => spaceName)).to.deep.equal([theirSpace]);
  });

  it('are closed each on their own days, and count no séance of the other', async () => {
    const day = { name: 'Fermé', startsOn: '2026-12-08' };
    const on = { start: '2026-12-08T09:00', end: '2026-12-08T10:00' };
    for (const one of both) await post(one.seances, seanceBody(on), one.staff);
    const { id: dayId, seances: fall } = await post<ClosedDayView>(`${admin}/closed-days`, day, tenant);

    expect(fall.items.map(({ spaceId }) => spaceId)).to.deep.equal([theirSpace]);
    expect(fall.total).to.equal(1);
    refusedWith(await scene.api.get(`${admin}/closed-days/${dayId}`, { as: 'admin' }), 404, 'not-found');
    const seen = both.map(async (one) => {
      const query = 'from=2026-12-01&to=2026-12-31';
      const { items } = await get<{ items: object[] }>(
        `/api/v1/spaces/${one.space}/closed-days?${query}`,
        one.staff,
      );
      const repetition = { weekdays: ['TU'], weeks: 1, skipClosedDays: true };
      const { skipped } = await post<RepetitionPreview>(
        `${one.seances}/repetitions/preview`,
        { ...seanceBody(), repetition },
        one.staff,
      );
      const warnings = await post<{ warnings: { code: string }[] }>(
        `${one.seances}/check`,
        seanceBody(on),
        one.staff,
      );
      return [items.length, skipped.length, warnings.warnings.map(({ code }) => code)];
    });
    expect(await Promise.all(seen)).to.deep.equal([
      [0, 0, []],
      [1, 1, ['closed-day']],
    ]);
    const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', 'BEGIN:VEVENT', 'UID:1']
      .concat('DTSTAMP:20261101T000000Z', 'DTSTART;VALUE=DATE:20261208', 'SUMMARY:Fermé')
      .concat('END:VEVENT', 'END:VCALENDAR', '')
      .join('\r\n');
    const imported = both.map((one) => post(`${admin}/closed-days/import`, { calendar }, one.admin));
    expect((await Promise.all(imported)).map((one) => (one as { added: number }).added)).to.deep.equal([
      1, 0,
    ]);
  });

  it('show somebody their own séances by the rules of their platform, in their home page and their feed', async () => {
    await put({ enrolmentEnabled: false }, tenant);
    for (const one of both)
      await post(one.seances, seanceBody({ name: one.space, trainerIds: [one.staff] }), one.staff);
    const path = '/api/v1/me/seances';
    const names = async (as: string) =>
      (await get<{ items: { name: string }[] }>(path, as)).items.map(({ name }) => name);
    expect(await names(tenant)).to.deep.equal([theirSpace]);
    expect(await names('trainer1')).to.deep.equal([space]);

    const { id } = await made(theirs, seanceBody({ enrolmentMode: 'public' }), tenant);
    const own = await get<{ enrolmentRefusal: string }>(`${theirs}/${id}`, 'their-learner1');
    expect(own.enrolmentRefusal).to.equal('enrolment-disabled');

    const { url } = await post<{ url: string }>('/api/v1/me/feed', undefined, tenant);
    const feed = new URL(url).pathname.slice(scene.mount.basePath.length);
    const { text } = await scene.api.get<string>(feed, { as: null });
    expect(parseCalendar(text).events.map(({ summary }) => summary)).to.deep.equal([theirSpace]);
  });

  it('let somebody fetch a file of their platform by a one-time address, and none of another', async () => {
    const files = both.map(async (one) => {
      const { id } = await made(one.seances, seanceBody({ name: one.space }), one.staff);
      return `${one.seances}/${id}.ics`;
    });
    const [ourFile, theirFile] = await Promise.all(files);
    const { url } = await post<{ url: string }>('/api/v1/downloads', { path: theirFile }, tenant);
    const address = new URL(url, scene.api.origin).pathname.slice(scene.mount.basePath.length);
    const { status, text } = await scene.api.get<string>(address, { as: null });
    expect(status, text).to.equal(200);
    expect(parseCalendar(text).events.map(({ summary }) => summary)).to.deep.equal([theirSpace]);

    const foreign = await scene.api.post('/api/v1/downloads', { path: ourFile }, { as: tenant });
    refusedWith(foreign, 404, 'not-found');
  });

  it('show the tool in the menu of their own spaces alone', async () => {
    const [tool] = scene.host.menu.tools;
    const shown = both.flatMap((one) => [space, theirSpace].map((id) => [one.staff, id] as const));
    const visible = shown.map(async ([id, spaceId]) =>
      tool?.visibleWhen(spaceId, {
        ...{ id, name: id, locale: 'fr', timeZone: 'Europe/Brussels' },
        ...(id === tenant && { platformId: tenancy }),
      }),
    );
    expect(await Promise.all(visible)).to.deep.equal([true, false, false, true]);
  });
});
