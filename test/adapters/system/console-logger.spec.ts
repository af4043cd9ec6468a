import { expect } from 'chai';
import sinon from 'sinon';
import { ConsoleLogger } from '../../../src/adapters/system/console-logger.js';

describe('Without a log of the host', () => {
  let heard: unknown[];

  /** What is on the console after `write`. */
  function onConsole(write: () => void): void {
    heard = [];
    const levels = ['debug', 'info', 'log', 'warn', 'error'] as const;
    const stubs = levels.map((level) =>
      sinon.stub(console, level).callsFake((...line: unknown[]) => void heard.push([level, ...line])),
    );
    try {
      write();
    } finally {
      for (const stub of stubs) stub.restore();
    }
  }

  it('warnings and errors are on the console, in a line each, and the rest is nowhere', () => {
    onConsole(() => {
      const logger = new ConsoleLogger();
      logger.debug({}, 'a probe');
      logger.info({}, 'a request');
      logger.warn({ work: 'delivery' }, 'background work failed');
      logger.error({ error: 'two\nlines' }, 'request failed');
    });

    expect(heard).to.deep.equal([
      ['warn', 'seances: background work failed: {"work":"delivery"}'],
      ['error', 'seances: request failed: {"error":"two\\nlines"}'],
    ]);
  });

  it('a program of its own says from what on', () => {
    onConsole(() => {
      const logger = new ConsoleLogger('info');
      logger.debug({}, 'a probe');
      logger.info({ status: 200 }, 'a request');
      new ConsoleLogger('silent').error({}, 'unheard');
    });

    expect(heard).to.deep.equal([['info', 'seances: a request: {"status":200}']]);
  });
});
