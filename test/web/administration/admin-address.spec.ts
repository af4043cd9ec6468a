import { expect } from 'chai';
import { adminAddress } from '../../../src/web/administration/admin-address.js';
import { queryWith } from '../../../src/web/core/address-controller.js';

const read = (query: string) => adminAddress.read(new URLSearchParams(query));

describe('The address of the administration', () => {
  it('leads back to what it was written for', () => {
    for (const query of [
      '',
      '?tab=locations&q=nemo',
      '?tab=closed-days&past=1&page=3&size=all',
      '?tab=webhooks',
    ])
      expect(queryWith(adminAddress, read(query), ''), query).to.equal(query);
  });

  it('leads to the settings when it names no page that there is', () => {
    expect(read('?tab=secrets').tab).to.equal('settings');
  });

  it('leaves the parameters of the host as they are', () => {
    expect(queryWith(adminAddress, read('?tab=locations'), '?menu=3&q=old')).to.equal(
      '?menu=3&tab=locations',
    );
  });
});
