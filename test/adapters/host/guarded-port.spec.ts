import { expect } from 'chai';
import { guardedPort } from '../../../src/adapters/host/guarded-port.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { type Mailer, MailRefused } from '../../../src/index.js';
import { rejection } from '../../support/rejections.js';

const message = { toUserId: 'u1', subject: 'Été', text: 'Bonjour', html: '<p>Bonjour</p>' };

describe('A port that is guarded', () => {
  const failing = (error: Error): Mailer => guardedPort('mailer', { send: () => Promise.reject(error) });

  it('is unavailable when the host fails, and says which one', async () => {
    const failure = await rejection(failing(new Error('no route to host')).send(message));

    expect(Refusal.is(failure) && failure.code).to.equal('unavailable');
    expect(String(failure)).to.contain("The host's mailer.send failed: Error: no route to host");
  });

  it('refuses a mail for good when the host does', async () => {
    const refused = new MailRefused('There is no such address.');

    expect(await rejection(failing(refused).send(message))).to.equal(refused);
  });
});
