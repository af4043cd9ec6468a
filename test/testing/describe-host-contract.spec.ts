import { expect } from 'chai';
import {
  brokenPromises,
  describeHostContract,
  type FakeHost,
  type HostUnderTest,
} from '../../src/testing/index.js';
import { hostPromises, titleOf } from '../../src/testing/host-promises.js';
import { breakages } from './broken-hosts.js';
import { completeHost, completeSamples, referenceHost, referenceSamples } from './contract-hosts.js';

const demo = referenceHost();
describeHostContract('the reference host', () => demo, referenceSamples(demo));

const fake = completeHost();
describeHostContract('the fake host', () => Promise.resolve(fake), completeSamples(fake));

describe('the host contract', () => {
  for (const { what, breaks, broken } of breakages) {
    it(`is broken by a host that ${what}`, async () => {
      const host = completeHost();
      const found = await brokenPromises(broken(host), completeSamples(host));
      expect(found.map(({ title }) => title)).to.include(breaks);
    });
  }

  it('has no promise that cannot be broken', () => {
    expect(breakages.map(({ breaks }) => breaks)).to.include.members(hostPromises.map(titleOf));
  });

  it('leaves out what is optional and has no sample', async () => {
    const host = completeHost();
    const {
      eventsReceived: _events,
      mailTo: _mail,
      contactId: _contact,
      agendaEntries: _agenda,
      ...samples
    } = completeSamples(host);
    const small: HostUnderTest<undefined> = {
      identity: host.identity,
      permissions: host.permissions,
      directory: host.directory,
      menu: host.menu,
      locations: host.locations,
    };
    expect(await brokenPromises(small, samples)).to.deep.equal([]);
  });

  it('says of an optional part that has a sample, and that the host does not have, that it is missing', async () => {
    const host = completeHost();
    const { agenda: _, ...withoutAgenda } = host.ports;
    const found = await brokenPromises(withoutAgenda, completeSamples(host));
    expect(found.map(({ reason }) => reason).join()).to.contain('the host has no agenda');
  });

  it('registers its tests with the runner that it is given', async () => {
    const tests: (() => Promise<void>)[] = [];
    const titles: string[] = [];
    let made = 0;
    const host = completeHost();
    const runner = {
      describe: (title: string, body: () => void) => {
        titles.push(title);
        body();
      },
      it: (_title: string, body: () => Promise<void>) => tests.push(body),
    };
    const makeHost = (): FakeHost => {
      made += 1;
      return host;
    };
    describeHostContract('some host', makeHost, completeSamples(host), runner);
    for (const test of tests) await test();
    expect(titles).to.deep.equal(['some host keeps the host contract']);
    expect(tests).to.have.length(hostPromises.length);
    expect(made).to.equal(1);
  });
});
