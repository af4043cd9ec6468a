import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, seances } from '../../support/api.js';
import { parseCalendar } from '../../support/calendars.js';
import { onHttp } from '../../support/scene.js';

const url = 'https://classe.example.org/j/1?pwd=a,b;c';

onHttp('The online class of a séance', (scene) => {
  const toldTo = async (as: string, id: string): Promise<string | null> =>
    (await scene.api.get<SeanceView>(`${seances}/${id}`, { as })).body.onlineUrl;
  const listedTo = async (as: string, id: string): Promise<string | null | undefined> => {
    const { items } = (await scene.api.get<{ items: SeanceView[] }>(`${seances}?size=all`, { as })).body;
    return items.find((one) => one.id === id)?.onlineUrl;
  };
  const exportTo = async (as: string, id: string): Promise<string> =>
    (await scene.api.get<string>(`${seances}/${id}.ics`, { as })).text.replaceAll('\r\n ', '');
  const enrol = (as: string, id: string) => scene.api.send('PUT', `${seances}/${id}/enrolments/me`, { as });

  it('is told to staff, to its trainers and to those who are in it, wherever they read it, and to nobody else', async () => {
    const one = await scene.api.created({ onlineUrl: ` ${url}`, enrolmentMode: 'public', capacity: 1 });
    expect(one.onlineUrl).to.equal(url);
    await enrol('learner1', one.id);
    await enrol('learner2', one.id);
    const readers = { trainer2: true, manager: true, learner1: true, learner2: false, english: false };
    for (const [as, isIn] of Object.entries(readers)) {
      const told = isIn ? url : null;
      expect(await toldTo(as, one.id), `${as}, alone`).to.equal(told);
      expect(await listedTo(as, one.id), `${as}, in the list`).to.equal(told);
      expect((await exportTo(as, one.id)).includes('classe.example.org'), `${as}, exported`).to.equal(isIn);
    }
  });

  it('is told to all learners of an automatic séance', async () => {
    const one = await scene.api.created({ onlineUrl: url, enrolmentMode: 'automatic' });
    expect(await toldTo('learner2', one.id)).to.equal(url);
  });

  it('stands in calendars as such, as the address of an entry that has none, and in words', async () => {
    const one = await scene.api.created({ onlineUrl: url });
    const text = await exportTo('trainer1', one.id);
    expect(text).to.include('\r\nURL;VALUE=URI:https://classe.example.org/j/1?pwd=a%2Cb%3Bc\r\n');
    expect(text).to.match(
      /\r\nCONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Rejoindre la classe virtuelle":https:\/\/classe\.example\.org\/j\/1\?pwd=a%2Cb%3Bc\r\n/,
    );
    expect(parseCalendar(text).events[0]?.description).to.include(url);
  });

  it('is changed and taken away by an edit, and goes with the copies', async () => {
    const one = await scene.api.created({ onlineUrl: url });
    const repeated = await scene.api.post<{ items: SeanceView[] }>(`${seances}/${one.id}/repetitions`, {
      ...{ weekdays: ['TU'], weeks: 2 },
    });
    expect(repeated.body.items.map(({ onlineUrl }) => onlineUrl)).to.deep.equal([url, url]);
    const other = 'https://autre.example.org/';
    const edited = await scene.api.patch<SeanceView>(`${seances}/${one.id}`, { onlineUrl: other });
    expect(edited.body.onlineUrl).to.equal(other);
    const emptied = await scene.api.patch<SeanceView>(`${seances}/${one.id}?scope=all`, { onlineUrl: null });
    expect(emptied.body.onlineUrl).to.equal(null);
    expect(await toldTo('trainer1', repeated.body.items[1]?.id ?? '')).to.equal(null);
  });

  it('is refused where it is no address to lead anybody to', async () => {
    const wrong = async (onlineUrl: unknown) =>
      scene.api.post(seances, { name: 'x', start: '2026-12-01T09:00', end: '2026-12-01T10:00', onlineUrl });
    for (const address of ['http://a.example', 'javascript:alert(1)', 'https://u:p@a.example/', 'a.example'])
      invalid(await wrong(address), ['/onlineUrl', 'not-https']);
    invalid(await wrong(`https://a.example/${'x'.repeat(2_000)}`), ['/onlineUrl', 'too-long']);
    invalid(await wrong(''), ['/onlineUrl', 'empty']);
    invalid(await wrong(7), ['/onlineUrl', 'wrong-type']);
  });
});
