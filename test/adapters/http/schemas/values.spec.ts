import { expect } from 'chai';
import type { SeanceView } from '../../../../src/application/seance/seance-view.js';
import { invalid, type Problem, seanceBody, seances } from '../../../support/api.js';
import { onHttp } from '../../../support/scene.js';

/** For each field, values that are not of its type. */
const wrongTypes: Readonly<Record<string, readonly unknown[]>> = {
  name: [1, null, true, [], {}, ['a']],
  start: [1, null, true, [], {}, 1_796_112_000],
  end: [1, null, false, [], {}],
  timeZone: [1, null, true, [], {}],
  description: [1, true, [], {}],
  extraInfo: [1, true, [], {}],
  capacity: ['5', 1.5, true, [], {}, '∞'],
  locationId: [1, true, [], {}],
  trainerIds: ['trainer1', 1, null, {}, true],
  groupName: [1, true, [], {}],
  groupId: [1, true, [], {}],
  inAgenda: ['true', 1, 0, null, [], {}],
};

const dateTimes = [
  '2027-02-30T09:00',
  '2027-13-01T09:00',
  '2027-00-10T09:00',
  '2027-02-29T09:00',
  '2026-12-01T24:00',
  '2026-12-01T09:60',
  '2026-12-01',
  '2026-12-01 09:00',
  '2026-12-01T09:00:00',
  '2026-12-01T09:00Z',
  '2026-12-01T09:00+01:00',
  '01/12/2026 09:00',
  '1899-12-31T09:00',
  '3000-01-01T09:00',
  '+002026-12-01T09:00',
  ' 2026-12-01T09:00',
  '2026-12-01T09:00\n',
  '٢٠٢٦-12-01T09:00',
  'tomorrow',
];

const zones = [
  'Europe/Nowhere',
  'CEST',
  '+01:00',
  'UTC+1',
  'Europe/Brussels\u0000',
  '../../etc/passwd',
  'Local',
  'x'.repeat(64),
  ' UTC',
];

onHttp('Values of a séance', (scene) => {
  const create = (parts: Record<string, unknown>) =>
    scene.api.post<SeanceView & Problem>(seances, seanceBody(parts));
  const codesAt = ({ body }: { body: Problem }, pointer: string) =>
    (body.errors ?? []).filter((error) => error.pointer.startsWith(pointer)).map(({ code }) => code);

  for (const [field, values] of Object.entries(wrongTypes)) {
    it(`refuses for ${field} what has another type`, async () => {
      for (const value of values) {
        const answer = await create({ [field]: value });

        expect(answer.status, JSON.stringify(value)).to.equal(422);
        expect(codesAt(answer, `/${field}`), JSON.stringify(value)).to.have.length(1);
      }
    });
  }

  it('names everything that is missing', async () => {
    invalid(
      await scene.api.post(seances, {}),
      ['/name', 'required'],
      ['/start', 'required'],
      ['/end', 'required'],
    );
  });

  it('refuses fields that there are not, also those of every JavaScript object', async () => {
    for (const field of [
      'id',
      'version',
      'startsAt',
      'spaceId',
      'Name',
      'toString',
      'constructor',
      '__proto__',
      'a/b~c',
      '',
    ]) {
      const body = JSON.parse(
        `{"name":"a","start":"2026-12-01T09:00","end":"2026-12-01T10:00",${JSON.stringify(field)}:{"x":1}}`,
      ) as unknown;
      const pointer = `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const raw = JSON.stringify(body);

      expect(raw).to.include(JSON.stringify(field));
      invalid(
        await scene.api.send('POST', seances, { raw, headers: { 'content-type': 'application/json' } }),
        [pointer, 'unknown-field'],
      );
    }
  });

  it('refuses dates and times that do not exist, or are written in another way', async () => {
    for (const text of dateTimes) {
      for (const field of ['start', 'end']) {
        expect(codesAt(await create({ [field]: text }), `/${field}`), text).to.include('invalid-date-time');
      }
    }
  });

  it('refuses an end that is not after the start', async () => {
    for (const end of ['2026-12-01T09:00', '2026-12-01T08:59', '2025-12-01T10:00']) {
      invalid(await create({ end }), ['/end', 'end-before-start']);
    }
  });

  it('takes the last day of February of a leap year, midnight, and the ends of the calendar', async () => {
    for (const [start, end] of [
      ['2028-02-29T00:00', '2028-02-29T23:59'],
      ['1900-01-01T00:00', '1900-01-01T00:01'],
      ['2999-12-31T23:58', '2999-12-31T23:59'],
      ['2026-12-31T23:00', '2027-01-01T00:00'],
    ]) {
      expect((await create({ start, end })).body).to.include({ start, end });
    }
  });

  it('refuses zones that the zone data does not know', async () => {
    for (const timeZone of zones) {
      expect(codesAt(await create({ timeZone }), '/timeZone'), timeZone).to.deep.equal(['unknown-time-zone']);
    }
  });

  it('bounds numbers, texts and lists', async () => {
    const bounds: readonly [Record<string, unknown>, string, string][] = [
      [{ capacity: 0 }, '/capacity', 'too-small'],
      [{ capacity: -1 }, '/capacity', 'too-small'],
      [{ capacity: 1_000_001 }, '/capacity', 'too-large'],
      [{ capacity: 2 ** 53 }, '/capacity', 'wrong-type'],
      [{ name: 'x'.repeat(256) }, '/name', 'too-long'],
      [{ name: '' }, '/name', 'empty'],
      [{ name: '   ' }, '/name', 'empty'],
      [{ description: 'x'.repeat(50_001) }, '/description', 'too-long'],
      [{ extraInfo: 'x'.repeat(50_001) }, '/extraInfo', 'too-long'],
      [{ enrolmentMode: 'manual', groupName: 'x'.repeat(256) }, '/groupName', 'too-long'],
      [{ enrolmentMode: 'secret' }, '/enrolmentMode', 'not-allowed'],
      [{ enrolmentMode: null }, '/enrolmentMode', 'not-allowed'],
      [{ locationId: '' }, '/locationId', 'empty'],
      [{ locationId: 'x'.repeat(129) }, '/locationId', 'too-long'],
      [{ trainerIds: Array.from({ length: 101 }, (_, index) => `t${index}`) }, '/trainerIds', 'too-long'],
      [{ trainerIds: [''] }, '/trainerIds/0', 'empty'],
      [{ trainerIds: [null] }, '/trainerIds/0', 'wrong-type'],
    ];
    for (const [parts, pointer, code] of bounds) {
      expect(codesAt(await create(parts), pointer), JSON.stringify(parts).slice(0, 60)).to.include(code);
    }
    for (const parts of [
      { capacity: 1 },
      { capacity: 1_000_000 },
      { name: 'x'.repeat(255) },
      { description: 'x'.repeat(50_000) },
    ]) {
      expect((await create(parts)).body).to.include(parts);
    }
  });

  it('refuses control characters and line breaks in a line of text', async () => {
    for (const text of ['a\u0000b', 'a\nb', 'a\u0085b', 'a\u2028b', 'a\u2029b', 'a\u001bb', 'a\u007fb']) {
      expect(codesAt(await create({ name: text }), '/name'), JSON.stringify(text)).to.deep.equal([
        'invalid-format',
      ]);
      expect(codesAt(await create({ groupName: text, enrolmentMode: 'manual' }), '/groupName')).to.deep.equal(
        ['invalid-format'],
      );
    }
  });

  it('takes what shows nothing for an empty name, whatever it names', async () => {
    const { id, group } = await scene.api.created({ enrolmentMode: 'manual', groupName: 'Seen' });
    const as = 'admin';
    for (const name of [
      '\u200b',
      '\u2060',
      '\u00ad',
      '\u202e',
      '\u3164',
      '\u2800',
      '\u{e0020}',
      '\u0301',
      '\u200d\ufe0f',
    ]) {
      const empty = ['/name', 'empty'] as [string, string];
      invalid(await create({ name }), empty);
      invalid(await create({ enrolmentMode: 'manual', groupName: name }), ['/groupName', 'empty']);
      invalid(await scene.api.patch(`${seances}/${id}`, { name }), empty);
      invalid(await scene.api.patch(`/api/v1/spaces/demo/groups/${group?.id ?? ''}`, { name }), empty);
      invalid(await scene.api.post('/api/v1/admin/locations', { name }, { as }), empty);
      invalid(
        await scene.api.post('/api/v1/admin/closed-days', { name, startsOn: '2027-01-01' }, { as }),
        empty,
      );
      invalid(await scene.api.post(`${seances}/${id}/comments`, { content: `<p>${name}</p>` }), [
        '/content',
        'empty',
      ]);
      const shown = (await create({ description: `<p><br></p><p>${name}</p>`, extraInfo: name })).body;
      expect(shown).to.include({ description: '', extraInfo: '' });
    }
  });

  it('takes a search for nothing as none', async () => {
    await scene.api.created({ name: 'Found' });
    const found = async (query: string) =>
      (await scene.api.get<{ readonly total: number }>(`${seances}${query}`)).body.total;
    const all = await found('');

    expect(all).to.be.greaterThan(0);
    for (const q of ['\u200b', '\u3164 \u00ad', '\u202e'])
      expect(await found(`?q=${encodeURIComponent(q)}`), q).to.equal(all);
  });

  it('gives names back as they were written, whatever the script', async () => {
    for (const name of [
      '😀👩‍👩‍👧‍👦',
      '❤️',
      '\u200bZoé',
      '日本語',
      'עברית',
      'e\u0301',
      '\u202Ertl',
      `"'\\\`%_;--`,
      '<b>not html</b>',
      '${1}',
      '{{x}}',
      'null',
      'undefined',
      '😀'.repeat(127),
    ]) {
      const { id } = await scene.api.created({ name });

      expect((await scene.api.get<SeanceView>(`${seances}/${id}`)).body.name).to.equal(name);
    }
  });

  it('takes expanding letters up to the longest name', async () => {
    const name = 'ﷺ'.repeat(255);

    expect((await create({ name, enrolmentMode: 'manual', groupName: name })).body).to.include({ name });
  });

  it('refuses half a character, which no database stores', async () => {
    for (const field of ['name', 'description', 'extraInfo', 'groupName']) {
      const raw = JSON.stringify(seanceBody({ enrolmentMode: 'manual', [field]: 'a?' })).replace(
        'a?',
        String.raw`a\ud83d`,
      );
      const answer = await scene.api.send('POST', seances, {
        raw,
        headers: { 'content-type': 'application/json' },
      });

      invalid(answer, [`/${field}`, 'invalid-format']);
    }
  });

  it('finds nothing by ids that are none', async () => {
    const ids = [
      '%00',
      '%ED%A0%80',
      '%ff',
      "'%20or%201=1",
      '..',
      '%2e%2e',
      '*',
      'x'.repeat(5_000),
      '%F0%9F%98%80',
      'null',
      '%25',
      '%E0%A4%A',
    ];
    for (const id of ids) {
      for (const path of [`${seances}/${id}`, `/api/v1/spaces/${id}`, `/api/v1/spaces/${id}/seances`]) {
        const { status } = await scene.api.get(path, { documented: false });
        expect(status, path.slice(0, 80)).to.be.oneOf(
          id === '..' || id === '%2e%2e' ? [200, 404] : [400, 404],
        );
      }
    }
  });
});
