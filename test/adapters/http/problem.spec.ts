import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { preferredLanguage } from '../../../src/locales/languages.js';
import { transportStatuses } from '../../../src/adapters/http/transport-refusal.js';
import { problemAnswer } from '../../../src/adapters/http/problem.js';
import { type Issue, Refusal, refusals } from '../../../src/domain/refusal.js';
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
    ...['enrolment-not-open', 'enrolment-closed'].map((code) => `issue.${code}.moment`),
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

/** Dates are the only thing here that editions of a language's data write with other spaces and commas. */
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ').replace(/day, (?=\d)/, 'day ');

describe('problemAnswer', () => {
  const monday = { name: 'Atelier [3]', start: '2027-03-15T09:00', timeZone: 'America/Montreal' };
  const full = (id: string): Issue => ({
    ...{ field: ['capacity'], code: 'capacity-below-enrolled', params: { capacity: 2, enrolled: 3 } },
    seance: { id, ...monday },
  });
  const told = (refusal: Error, language = 'fr', method: 'GET' | 'PATCH' = 'PATCH') => {
    const problem = JSON.parse(problemAnswer(refusal, language, { method }).whole as string) as Problem;
    return {
      ...problem,
      detail: plain(problem.detail),
      messages: problem.errors?.map(({ message }) => plain(message)),
    };
  };
  const detail = (code: 'validation' | 'not-found' | 'stale', issues: readonly Issue[] = []) =>
    told(new Refusal(code, issues)).detail;

  it('says in its detail which séance it is about, and why', () => {
    const refusal = new Refusal('capacity-below-enrolled', [full('a')]);

    expect(told(refusal).detail).to.equal(
      "Le nombre maximum d'utilisateurs ne peut pas être inférieur au nombre d'inscrits. « Atelier [3] », lundi 15 mars 2027 à 09:00 – 3 personnes sont inscrites : le maximum ne peut pas être 2.",
    );
    expect(told(refusal, 'en').detail).to.equal(
      'The maximum number of users cannot be lower than the number enrolled. “Atelier [3]”, Monday 15 March 2027 at 09:00 – 3 people are enrolled: the maximum cannot be 2.',
    );
  });

  it('says it once when the reason is that of the séance', () => {
    const said = (text: string) => `« Atelier [3] », lundi 15 mars 2027 à 09:00 – ${text}`;
    const seance = { id: 'a', ...monday };

    for (const [code, issue, text] of [
      [
        'not-found',
        'not-proposed',
        "Cet élément n'existe pas, ou n'existe plus, ou ne vous est pas accessible.",
      ],
      ['stale', 'stale', "Quelqu'un d'autre a modifié cet élément depuis que vous l'avez ouvert."],
    ] as const) {
      const refusal = new Refusal(code, [{ field: [], code: issue, seance }]);
      expect(told(refusal)).to.deep.include({ detail: said(text), messages: [said(text)] });
    }
  });

  it('is turned by no name from right to left, and writes "1er" of a month', () => {
    const name = 'סדנה';
    const taker = { id: 'a', name };
    const clash = { name, start: '2027-03-01T09:00', resource: taker, takenBy: taker };
    const params = { resource: name, takenBy: name, isNamed: 'yes' };
    const { errors } = told(
      new Refusal('trainer-busy', [{ field: ['start'], code: 'trainer-busy', params, clash }]),
    );

    expect(plain(errors?.[0]?.message)).to.equal(
      '« \u2068סדנה\u2069 », lundi 1er mars 2027 à 09:00 – Formateur déjà occupé : \u2068סדנה\u2069, « \u2068סדנה\u2069 ».',
    );
  });

  it('names nobody of whom it knows an id alone', () => {
    const issue = { field: ['ids', 0], code: 'not-proposed', seance: { id: 'nothing' } } as const;

    expect(detail('not-found', [issue])).to.equal(detail('not-found'));
  });

  it('says of how many séances it is, and names the first twenty beside everything else', () => {
    const other: Issue = { field: ['name'], code: 'empty' };
    const issues = [...Array.from({ length: 25 }, (_, index) => full(`s${index}`)), other];
    const { detail: said, errors = [], errorCount } = told(new Refusal('capacity-below-enrolled', issues));

    expect(said).to.match(/inscrits\. 25 séances sont concernées\.$/);
    expect(errors.map(({ seance }) => seance?.id)).to.deep.equal([
      ...issues.slice(0, 20).map(({ seance }) => seance?.id),
      undefined,
    ]);
    expect(errorCount).to.equal(26);
    expect(told(new Refusal('validation', [other]))).to.not.have.property('errorCount');
  });

  it('says that nothing was saved where something was to be, and not of a question', () => {
    const refusal = Refusal.field('from', 'invalid-date');

    expect(told(refusal).detail).to.equal("Certaines données ne sont pas valables. Rien n'a été enregistré.");
    expect(told(refusal, 'fr', 'GET').detail).to.equal('Certaines données ne sont pas valables.');
    expect(told(new Refusal('too-many-occurrences'), 'en').detail).to.match(/Nothing was saved\.$/);
    expect(detail('not-found')).to.not.include('enregistré');
  });
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

  it('of a question say nothing about saving', async () => {
    const { status, body } = await scene.api.get<Problem>(`${seances}?from=2027-99-99`);

    expect([status, body.code, body.detail]).to.deep.equal([
      ...[422, 'validation', 'Certaines données ne sont pas valables.'],
    ]);
    expect(body.errors).to.deep.equal([
      { pointer: '?from', code: 'invalid-date', message: "Cette date n'existe pas." },
    ]);
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
