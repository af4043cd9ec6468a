import { expect } from 'chai';
import { LeaveGuard } from '../../../src/web/core/leave-guard.js';
import { FakeHost } from '../fake-host.js';
import { FakePage } from '../fake-page.js';

describe('Leaving the page', () => {
  const page = FakePage.forEach();
  const isHeld = () => {
    const leaving = new Event('beforeunload', { cancelable: true });
    page.current.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  };

  it('is asked about while something would be lost, and only then', () => {
    let typed = '';
    const host = new FakeHost();
    new LeaveGuard(host, () => typed !== '');
    host.connect();
    expect(isHeld()).to.equal(false);
    typed = 'Atelier';
    expect(isHeld()).to.equal(true);
    typed = '';
    expect(isHeld()).to.equal(false);
  });

  it('is free again once the form is gone', () => {
    const host = new FakeHost();
    new LeaveGuard(host, () => true);
    host.connect();
    host.disconnect();
    expect(isHeld()).to.equal(false);
  });
});
