import { expect } from 'chai';
import sinon from 'sinon';
import { ConsoleLogger } from '../../../src/adapters/system/console-logger.js';

describe('Without a log of the host', () => {
  it('warnings and errors are on the console, in a line each, and the rest is nowhere', () => {
    const heard: unknown[] = [];
    const levels = ['debug', 'info', 'log', 'warn', 'error'] as const;
    const stubs = levels.map((level) =>
      sinon.stub(console, level).callsFake((...line: unknown[]) => void heard.push([level, ...line])),
    );
    try {
      const logger = new ConsoleLogger();
      logger.info();
      logger.warn({ work: 'delivery' }, 'background work failed');
      logger.error({ error: 'two\nlines' }, 'request failed');
    } finally {
      for (const stub of stubs) stub.restore();
    }

    expect(heard).to.deep.equal([
      ['warn', 'seances: background work failed: {"work":"delivery"}'],
      ['error', 'seances: request failed: {"error":"two\\nlines"}'],
    ]);
  });
});
