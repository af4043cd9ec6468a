import { expect } from 'chai';
import { Repeater } from '../../../src/adapters/system/repeater.js';

describe('Background work', () => {
  it('that fails again and again is told once for each reason, and once when it goes on', async () => {
    const lines: unknown[] = [];
    const keep = (values: object, message: string) => void lines.push({ ...values, message });
    const reasons = ['down', 'down', 'down', 'full', undefined, undefined, 'down'];
    const metrics = { count: () => undefined, observe: () => undefined };
    let runs = 0;
    const repeater = new Repeater('work', 1, { info: keep, warn: keep, error: keep }, metrics, () => {
      const reason = reasons[runs++];
      return reason === undefined ? Promise.resolve(false) : Promise.reject(new Error(reason));
    });
    repeater.start();
    while (runs < reasons.length) await new Promise((resolve) => setTimeout(resolve, 1));
    await repeater.stop();

    const failed = (reason: string) => ({
      work: 'work',
      error: `Error: ${reason}`,
      message: 'background work failed; it is tried again',
    });
    const well = { work: 'work', message: 'background work goes on' };
    expect(lines).to.deep.equal([failed('down'), failed('full'), well, failed('down')]);
  });
});
