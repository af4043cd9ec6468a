import { expect } from 'chai';
import { failureText } from '../../../src/web/core/failure-message.js';
import { loadPart } from '../../../src/web/core/load-part.js';
import { Locale } from '../../../src/web/core/locale.js';
import { RequestFailure } from '../../../src/web/core/request-failure.js';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { collectReports } from '../reported-errors.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);

function answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

describe('Why a request failed', () => {
  const reported = collectReports();

  it('is what the server says when it refuses', async () => {
    const errors = [{ pointer: '/name', code: 'required', message: 'Un nom est requis.' }];
    const body = JSON.stringify({ code: 'validation', detail: 'Non.', errors });
    const failure = await RequestFailure.fromResponse(answer(422, body));
    expect(failure).to.include({ kind: 'refused', status: 422, code: 'validation', detail: 'Non.' });
    expect(failure.fields).to.deep.equal(errors);
    expect(failureText(failure, locale)).to.equal('Non.');
  });

  it('may be over soon when the server cannot answer, or is asked too often', async () => {
    for (const status of [429, 500, 503]) {
      const failure = await RequestFailure.fromResponse(answer(status, '{}', { 'retry-after': '7' }));
      expect(failure, String(status)).to.include({ kind: 'unavailable', retryAfter: 7 });
    }
  });

  it('is not read from the page of a proxy', async () => {
    const page = new Response('<h1>502</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
    expect(await RequestFailure.fromResponse(page)).to.include({ kind: 'unavailable', detail: '' });
  });

  it('is a defect when no request failed: the page is told, and the reader not to look at their connection', () => {
    const defect = new TypeError('x is undefined');
    const failure = RequestFailure.of(defect);
    expect(failure.kind).to.equal('defect');
    expect(reported).to.deep.equal([defect]);
    expect(failureText(failure, locale)).to.equal(french.tool['failure.unavailable']);
  });

  it('is said once: a failure stays the same failure', () => {
    const failure = new RequestFailure('offline');
    expect(RequestFailure.of(failure)).to.equal(failure);
    expect(reported).to.deep.equal([]);
  });

  it('is a lost connection when a part of the tool does not come', async () => {
    const lost = new TypeError('Failed to fetch dynamically imported module');
    const failure: unknown = await loadPart(() => Promise.reject(lost)).catch((error: unknown) => error);
    expect(RequestFailure.of(failure).kind).to.equal('offline');
    expect(reported).to.deep.equal([]);
  });

  it('is a defect when a part of the tool came and broke', async () => {
    const broken = new RangeError('too deep');
    const failure: unknown = await loadPart(() => Promise.reject(broken)).catch((error: unknown) => error);
    expect(RequestFailure.of(failure).kind).to.equal('defect');
  });
});
