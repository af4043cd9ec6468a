import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { preferredLanguage } from '../../../src/adapters/http/language.js';
import { transportStatuses } from '../../../src/adapters/http/transport-refusal.js';
import { refusals } from '../../../src/domain/refusal.js';
import { languageFiles } from '../../locales/language-files.js';
import { type Problem, refusedWith, seanceBody, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

describe('The texts of problems', () => {
  /** The codes exist as a type alone: their list is read where it is written. */
  const source = readFileSync(new URL('../../../src/domain/refusal.ts', import.meta.url), 'utf8');
  const union = /export type IssueCode =([^;]+);/.exec(source)?.[1] ?? '';
  const issues = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code ?? '');
  const codes = [...Object.keys(refusals), ...Object.keys(transportStatuses)];
  const keys = [
    ...codes.flatMap((code) => [`${code}.title`, `${code}.detail`]),
    ...issues.map((code) => `issue.${code}`),
  ];

  it('are looked for by codes that are found', () => {
    expect(issues).to.include.members(['required', 'end-before-start']);
  });

  for (const { language, parts } of languageFiles) {
    it(`are there in ${language} for every code, and no more`, () => {
      expect(Object.keys(parts.answers).sort()).to.deep.equal([...keys].sort());
    });
  }
});

describe('preferredLanguage', () => {
  const wishes: readonly [string | null, string | undefined][] = [
    [null, undefined],
    ['', undefined],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['FR-be', 'fr'],
    ['nl', 'nl'],
    ['nl-BE', 'nl'],
    ['nl-BE,nl;q=0.9,fr;q=0.8', 'nl'],
    ['de, en;q=0.5, fr;q=0.8', 'fr'],
    ['en;q=0, fr;q=0.1', 'fr'],
    ['en;q=0', undefined],
    ['fr;q=0.5,en;q=0.5', 'fr'],
    ['en ; q=0.9 , fr ; q=0.3', 'en'],
    ['*', undefined],
    ['de', undefined],
    ['en;q=abc', undefined],
    [',,;;q=,', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ];
  for (const [header, language] of wishes) {
    it(`${JSON.stringify(header)} prefers ${language ?? 'nothing that there is'}`, () => {
      expect(preferredLanguage(header)).to.equal(language);
    });
  }
});

onHttp('Problems', (scene) => {
  const wrong = (headers: Record<string, string>, as = 'trainer1') =>
    scene.api.post<Problem>(seances, seanceBody({ name: 'x'.repeat(300) }), { headers, as });

  it('are what RFC 9457 says, with the field, its code and a message', async () => {
    const { status, headers, body } = await wrong({});

    expect(status).to.equal(422);
    expect(headers.get('content-type')).to.match(/^application\/problem\+json/);
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(body).to.deep.equal({
      type: 'urn:seances:problem:validation',
      title: 'Données non valables',
      status: 422,
      detail: "Certaines données ne sont pas valables. Rien n'a été enregistré.",
      code: 'validation',
      errors: [{ pointer: '/name', code: 'too-long', message: "C'est trop long\u00a0: 255 au plus." }],
    });
  });

  for (const [title, as, acceptLanguage, language] of [
    ['the language of the request', 'trainer1', 'en-GB,fr;q=0.5', 'en'],
    ['the language of the actor, when the request names none', 'english', undefined, 'en'],
    ['the language of the actor, when the request names none that there is', 'english', 'de', 'en'],
    ['the language of its region', 'trainer1', 'nl-BE', 'nl'],
    ['French for everybody else', 'trainer1', 'de', 'fr'],
  ] as const) {
    it(`are in ${title}`, async () => {
      const { headers, body } = await scene.api.get<Problem>(`${seances}/nothing`, {
        as,
        headers:
          acceptLanguage === undefined ? { 'accept-language': '' } : { 'accept-language': acceptLanguage },
      });

      expect(headers.get('content-language')).to.equal(language);
      expect(body.title).to.equal({ en: 'Not found', fr: 'Introuvable', nl: 'Niet gevonden' }[language]);
    });
  }

  it('say the numbers of a limit as the language writes them', async () => {
    const tooLarge = (language: string) =>
      scene.api.post<Problem>(seances, seanceBody({ capacity: 2_000_000 }), {
        headers: { 'accept-language': language },
      });

    expect((await tooLarge('en')).body.errors?.[0]?.message).to.equal('The value must be at most 1,000,000.');
    expect((await tooLarge('fr')).body.errors?.[0]?.message).to.match(
      /^La valeur maximale est 1\s000\s000\.$/u,
    );
  });

  it('never repeat what was sent', async () => {
    const answer = await scene.api.post(
      seances,
      seanceBody({ name: 1, '<script>': 1, description: ['secret-value'] }),
    );

    refusedWith(answer, 422, 'validation');
    expect(answer.text).to.not.include('secret-value');
  });
});
