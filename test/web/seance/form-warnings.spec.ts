import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { FormValues } from '../../../src/web/seance/form-values.js';
import { type Draft, draftOf, FormWarnings, isAbout } from '../../../src/web/seance/form-warnings.js';
import type { Warning } from '../../../src/web/seance/warning-notes.js';
import { RequestFailure } from '../../../src/web/core/request-failure.js';
import { FakeHost } from '../fake-host.js';

const values = {
  ...{ name: 'Workshop', start: '2026-12-07T10:30', end: '2026-12-07T11:30', timeZone: 'Europe/Brussels' },
  ...{
    locationId: 'agora',
    onlineUrl: '',
    enrolmentOpens: '',
    enrolmentCloses: '',
    trainerIds: ['t1'],
    capacity: '',
    groupName: '',
    enrolmentMode: 'manual',
  },
  ...{ description: '', extraInfo: '', inAgenda: false },
} as const satisfies FormValues;
const busy: Warning = {
  ...{ code: 'trainer-busy', field: 'trainerIds', start: values.start, seance: null },
  resource: { id: 't1', name: 'Ada' },
};
const draft: Draft = { start: values.start, end: values.end };

describe('What a form is asked about while somebody types', () => {
  const asked = { start: values.start, end: values.end, timeZone: values.timeZone };

  it('is all that decides for a new séance', () => {
    const { locationId, trainerIds } = values;
    expect(draftOf(values, undefined)).to.deep.equal({ ...asked, locationId, trainerIds });
    expect(draftOf({ ...values, locationId: '' }, undefined)).to.include({ locationId: null });
  });

  it('is what differs for one that there is, and nothing that decides nothing', () => {
    const stored = { id: 's', values };
    expect(draftOf({ ...values, name: 'Lunch' }, stored)).to.deep.equal({ id: 's' });
    expect(draftOf({ ...values, locationId: '', name: 'Lunch' }, stored)).to.deep.equal({
      ...{ id: 's', locationId: null },
    });
  });

  it('is nothing while the times are none', () => {
    expect(draftOf({ ...values, start: '' }, undefined)).to.equal(undefined);
    expect(draftOf({ ...values, end: '' }, undefined)).to.equal(undefined);
    expect(draftOf({ ...values, end: values.start }, undefined)).to.equal(undefined);
  });
});

describe('The warnings of a form', () => {
  it('are shown no longer than they are about what stands in it', () => {
    expect(isAbout(busy, values)).to.equal(true);
    expect(isAbout(busy, { ...values, trainerIds: [] })).to.equal(false);
    expect(isAbout(busy, { ...values, start: '2026-12-08T10:30' })).to.equal(false);
    const taken: Warning = {
      ...busy,
      code: 'location-busy',
      field: 'locationId',
      resource: { id: 'agora', name: 'Agora' },
    };
    expect(isAbout(taken, values)).to.equal(true);
    expect(isAbout(taken, { ...values, locationId: 'dg' })).to.equal(false);
  });

  it('are asked for once for the same draft, after a pause, and the last draft wins', async () => {
    const warnings = new FormWarnings(new FakeHost());
    const seen: string[] = [];
    const check = (one: Draft): Promise<readonly Warning[]> => {
      seen.push(one.end ?? '');
      return Promise.resolve([busy]);
    };
    warnings.look({ ...draft, end: 'first' }, check);
    warnings.look({ ...draft, end: 'last' }, check);
    warnings.look({ ...draft, end: 'last' }, check);
    expect(seen).to.deep.equal([]);
    await wait(400);
    expect(seen).to.deep.equal(['last']);
    expect(warnings.all).to.deep.equal([busy]);
  });

  it('are none when the server does not answer, nor while there is nothing to ask', async () => {
    const warnings = new FormWarnings(new FakeHost());
    warnings.look(draft, () => Promise.resolve([busy]));
    await wait(350);
    warnings.look({ ...draft, end: 'other' }, () => Promise.reject(new RequestFailure('offline')));
    await wait(350);
    expect(warnings.all).to.deep.equal([]);
    warnings.look(draft, () => Promise.resolve([busy]));
    await wait(350);
    warnings.look(undefined, () => Promise.resolve([busy]));
    expect(warnings.all).to.deep.equal([]);
  });
});
