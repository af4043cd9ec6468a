import { expect } from 'chai';
import { Loader } from '../../../src/web/core/loader.js';
import { RequestFailure } from '../../../src/web/core/request-failure.js';
import { FakeHost } from '../fake-host.js';
import { collectReports } from '../reported-errors.js';

/** An answer that comes when it is told to. */
function pending<T>() {
  let answer!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
}

describe('A loader', () => {
  const reported = collectReports();
  let host: FakeHost;
  let loader: Loader<string>;

  beforeEach(() => {
    host = new FakeHost();
    loader = new Loader<string>(host);
  });

  it('is loading until the answer is there, and says so to its element both times', async () => {
    const request = pending<string>();
    const loading = loader.load(() => request.promise);
    expect(loader.isLoading).to.equal(true);
    expect(host.updates).to.equal(1);

    request.answer('first');
    expect(await loading).to.equal(true);
    expect(loader).to.include({ answer: 'first', isLoading: false, failure: undefined });
    expect(host.updates).to.equal(2);
  });

  it('gives up a request for the next, and never shows the answer of the one before', async () => {
    const [slow, quick] = [pending<string>(), pending<string>()];
    let signalOfSlow: AbortSignal | undefined;
    const first = loader.load((signal) => {
      signalOfSlow = signal;
      return slow.promise;
    });
    const second = loader.load(() => quick.promise);
    expect(signalOfSlow?.aborted).to.equal(true);

    quick.answer('second');
    slow.answer('first');
    expect(await Promise.all([first, second])).to.deep.equal([false, true]);
    expect(loader.answer).to.equal('second');
  });

  it('keeps the last answer beside the failure of the next request', async () => {
    await loader.load(() => Promise.resolve('first'));
    const isThere = await loader.load(() => Promise.reject(new RequestFailure('unavailable')));
    expect(isThere).to.equal(false);
    expect(loader.answer).to.equal('first');
    expect(loader.failure?.kind).to.equal('unavailable');
    expect(reported).to.deep.equal([]);
  });

  it('forgets the failure with the next answer', async () => {
    await loader.load(() => Promise.reject(new RequestFailure('offline')));
    await loader.load(() => Promise.resolve('second'));
    expect(loader.failure).to.equal(undefined);
  });

  it('ends with its element: what was asked is given up and no failure', async () => {
    const request = pending<string>();
    const loading = loader.load((signal) => {
      signal.addEventListener('abort', () => request.fail(signal.reason));
      return request.promise;
    });
    host.disconnect();
    expect(await loading).to.equal(false);
    expect(loader.failure).to.equal(undefined);
    expect(reported).to.deep.equal([]);
  });

  it('asks again for what it gave up when its element was only moved on the page', async () => {
    const requests = [pending<string>(), pending<string>()];
    let asked = 0;
    const loading = loader.load(() => (requests[asked++] as (typeof requests)[0]).promise);
    host.disconnect();
    host.connect();
    requests[0]?.answer('first');
    requests[1]?.answer('second');
    expect(await loading).to.equal(false);
    await Promise.resolve();
    expect(asked).to.equal(2);
    expect(loader).to.include({ answer: 'second', isLoading: false });
  });

  it('asks for nothing again that was answered before its element was moved', async () => {
    let asked = 0;
    await loader.load(() => Promise.resolve(`${++asked}`));
    host.disconnect();
    host.connect();
    expect(asked).to.equal(1);
    expect(loader.isLoading).to.equal(false);
  });

  it('waits for a pause, and asks only for the last that was wanted', async () => {
    const asked: string[] = [];
    const ask = (what: string) => loader.load(() => Promise.resolve(`${asked.push(what)}`), 5);
    await Promise.all([ask('a'), ask('ab'), ask('abc')]);
    expect(asked).to.deep.equal(['abc']);
  });

  it('has nothing once it is cleared, whatever is still answered', async () => {
    const request = pending<string>();
    const loading = loader.load(() => request.promise);
    loader.clear();
    request.answer('late');
    await loading;
    expect(loader).to.include({ answer: undefined, isLoading: false });
  });

  it('reports a defect of ours to the page, and does not call it a lost connection', async () => {
    const defect = new TypeError('x is undefined');
    await loader.load(() => Promise.reject(defect));
    expect(loader.failure?.kind).to.equal('defect');
    expect(reported).to.deep.equal([defect]);
  });
});
