import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { type Answer, type Problem, refusedWith, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

/** Dates are the only thing here that editions of a language's data write with other spaces and commas. */
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ').replace(/day, (?=\d)/, 'day ');

onHttp('A refusal about several séances says which', (scene) => {
  let number = 0;

  beforeEach(() => {
    number += 1;
  });

  /** Three Tuesdays, of which the zone is not that of anybody who asks. */
  const series = async (parts: object) => {
    const source = await scene.api.created({
      ...{ name: `Atelier ${number}`, start: '2027-03-02T09:00', end: '2027-03-02T10:30' },
      ...{ timeZone: 'America/Montreal', ...parts },
    });
    const rule = { weekdays: ['TU'], weeks: 2 };
    const { body } = await scene.api.post<{ seriesId: string }>(`${seances}/${source.id}/repetitions`, rule);
    const path = `${seances}?size=all&series=${body.seriesId}`;
    return (await scene.api.get<{ items: readonly SeanceView[] }>(path)).body.items;
  };
  const at = ({ id, name, start, timeZone }: SeanceView) => ({ id, name, start, timeZone });
  const enrol = (seance: SeanceView | undefined, ...userIds: readonly string[]) =>
    scene.api.post(`${seances}/${seance?.id}/enrolments`, { userIds });
  const patch = (seance: SeanceView | undefined, scope: string, json: object, language = 'fr') =>
    scene.api.patch<Problem>(`${seances}/${seance?.id}?scope=${scope}`, json, {
      headers: { 'accept-language': language },
    });
  const named = (answer: Answer, code: string, status = 409) => {
    const { errors = [] } = refusedWith(answer, status, code);
    return errors.map(({ message: _message, ...issue }) => issue);
  };

  it('of which the capacity would be too low: each of them, in the language of the request', async () => {
    const [first, second, third] = await series({ enrolmentMode: 'public' });
    await enrol(second, 'learner1', 'learner2');
    await enrol(third, 'learner1', 'learner2');
    const code = 'capacity-below-enrolled';

    for (const scope of ['all', 'following']) {
      expect(named(await patch(first, scope, { capacity: 1 }), code)).to.deep.equal(
        [second, third].map((one) => ({ pointer: '/capacity', code, seance: at(one!) })),
      );
    }
    const messages = async (language: string) =>
      (await patch(first, 'all', { capacity: 1 }, language)).body.errors?.map(({ message }) => message);
    for (const [language, name, message] of [
      [
        'fr',
        `«\u00a0Atelier ${number} [1]\u00a0», `,
        'mardi 9 mars 2027 à 09:00 – 2 personnes sont inscrites : le maximum ne peut pas être 1.',
      ],
      [
        'en',
        `“Atelier ${number} [1]”, `,
        'Tuesday 9 March 2027 at 09:00 – 2 people are enrolled: the maximum cannot be 1.',
      ],
      [
        'nl',
        `“Atelier ${number} [1]”, `,
        'dinsdag 9 maart 2027 om 09:00 – 2 personen zijn ingeschreven: het maximum kan niet 1 zijn.',
      ],
    ] as const) {
      const [said] = (await messages(language)) ?? [];
      expect(said).to.include(name);
      expect(plain(said)).to.include(message);
    }
    expect((await patch(first, 'all', { capacity: 2 })).status).to.equal(200);
  });

  it('and does not where it is about one', async () => {
    const [first] = await series({ enrolmentMode: 'public' });
    await enrol(first, 'learner1', 'learner2');
    const { errors } = refusedWith(
      await patch(first, 'this', { capacity: 1 }),
      409,
      'capacity-below-enrolled',
    );

    expect(errors).to.deep.equal([
      {
        pointer: '/capacity',
        code: 'capacity-below-enrolled',
        message: '2 personnes sont inscrites\u00a0: le maximum ne peut pas être 1.',
      },
    ]);
  });

  it('of which somebody has more than the limit of the group that they join', async () => {
    const [first, second, third] = await series({ enrolmentMode: 'public' });
    await enrol(first, 'learner1');
    await enrol(third, 'learner1');
    await enrol(second, 'learner2');
    const code = 'group-limit';

    expect(named(await patch(first, 'all', { groupName: `Choix ${number}` }), code)).to.deep.equal(
      [first, third].map((one) => ({ pointer: '/groupName', code, seance: at(one!) })),
    );
    const joining = { groupName: `Choix ${number}`, enrolmentMode: 'manual' };
    const automatic = await series({ enrolmentMode: 'automatic' });
    expect(named(await patch(automatic[0], 'all', joining), code)).to.deep.equal(
      automatic.slice(1).map((one) => ({ pointer: '/groupName', code, seance: at(one) })),
    );
  });

  it('of which people are in that have begun, and cannot become automatic', async () => {
    const [start, end] = ['2026-11-17T09:00', '2026-11-17T10:30'];
    const [first, second, third] = await series({ enrolmentMode: 'public', start, end });
    const code = 'seance-started';
    for (const one of [second, third]) await enrol(one, 'learner1');
    await scene.api.patch(`${seances}/${second?.id}`, { start, end });

    expect(named(await patch(first, 'all', { enrolmentMode: 'automatic' }), code)).to.deep.equal([
      { pointer: '/enrolmentMode', code, seance: { ...at(second!), start } },
    ]);
    expect((await patch(third, 'this', { enrolmentMode: 'automatic' })).status).to.equal(200);
  });

  it('of which the values of others do not allow the change', async () => {
    const [first, second, third] = await series({ enrolmentMode: 'public' });
    for (const one of [second, third])
      await scene.api.patch(`${seances}/${one?.id}`, { enrolmentMode: 'automatic' });
    const joining = { groupName: `Choix ${number}` };
    const preview = `${seances}/${first?.id}/changes/preview?scope=all`;

    for (const answer of [await patch(first, 'all', joining), await scene.api.post(preview, joining)])
      expect(named(answer, 'validation', 422)).to.deep.equal(
        [second, third].map((one) => ({
          ...{ pointer: '/groupName', code: 'group-needs-enrolment' },
          seance: at(one!),
        })),
      );
    const { detail } = (
      await patch(second, 'following', { start: '2999-12-30T09:00', end: '2999-12-30T10:00' })
    ).body;
    expect(plain(detail)).to.equal(
      `Certaines données ne sont pas valables. Rien n'a été enregistré. « Atelier ${number} [2] », mardi 16 mars 2027 à 09:00 – Cette date et cette heure n'existent pas.`,
    );
  });

  it('of which the one that stands for them has changed meanwhile', async () => {
    const [first] = await series({});
    const headers = { 'if-match': '"7"' };
    const path = (scope: string) => `${seances}/${first?.id}?scope=${scope}`;

    for (const scope of ['following', 'all'])
      for (const answer of [
        await scene.api.patch(path(scope), { capacity: 3 }, { headers }),
        await scene.api.delete(path(scope), { headers }),
      ])
        expect(named(answer, 'stale', 412)).to.deep.equal([
          { pointer: '', code: 'stale', seance: at(first!) },
        ]);
    expect(refusedWith(await scene.api.delete(path('this'), { headers }), 412, 'stale')).to.not.have.property(
      'errors',
    );
  });

  it('of several to delete or to restore are not there: those of the bin with their name and their start', async () => {
    const [kept, gone] = await series({});
    await scene.api.delete(`${seances}/${gone?.id}`);
    const ids = [kept?.id, gone?.id, 'nothing'];
    const code = 'not-proposed';

    expect(named(await scene.api.post(`${seances}/delete`, { ids }), 'not-found', 404)).to.deep.equal([
      { pointer: '/ids/1', code, seance: at(gone!) },
      { pointer: '/ids/2', code, seance: { id: 'nothing' } },
    ]);
    const { body } = await scene.api.post<Problem>(`${seances}/delete`, { ids: [kept?.id, gone?.id] });
    expect(plain(body.detail)).to.equal(
      `« Atelier ${number} [1] », mardi 9 mars 2027 à 09:00 – Cet élément n'existe pas, ou n'existe plus, ou ne vous est pas accessible.`,
    );
    expect(named(await scene.api.post(`${seances}/restore`, { ids }), 'not-found', 404)).to.deep.equal([
      { pointer: '/ids/2', code, seance: { id: 'nothing' } },
    ]);
    scene.clock.advance(31 * 86_400);
    expect(named(await scene.api.post(`${seances}/restore`, { ids }), 'retention-passed')).to.deep.equal([
      { pointer: '/ids/1', code, seance: at(gone!) },
    ]);
  });

  it('but not more of those of another space than was asked', async () => {
    const other = await scene.api.created({}, '/api/v1/spaces/other/seances');
    await scene.api.delete(`/api/v1/spaces/other/seances/${other.id}`);

    expect(
      named(await scene.api.post(`${seances}/delete`, { ids: [other.id] }), 'not-found', 404),
    ).to.deep.equal([{ pointer: '/ids/0', code: 'not-proposed', seance: { id: other.id } }]);
  });
});
