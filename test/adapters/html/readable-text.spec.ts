import { expect } from 'chai';
import fc from 'fast-check';
import { SanitizeHtmlSanitizer } from '../../../src/adapters/html/sanitize-html-sanitizer.js';

const sanitizer = new SanitizeHtmlSanitizer();
const link = (href: string, text: string) => `<p><a href="${href}">${text}</a></p>`;
const meet = 'https://meet.example.org/abc?x=1&amp;y=2';

const cases: readonly [rule: string, html: string, text: string][] = [
  [
    'has a line for each paragraph and item, and the address of a link beside its text',
    `<p>Ligne 1</p><ul><li>un</li><li>deux</li></ul><p>Lien : <a href="${meet}">Rejoindre</a></p>`,
    'Ligne 1\n- un\n- deux\nLien : Rejoindre (https://meet.example.org/abc?x=1&y=2)',
  ],
  ['is empty for nothing', '', ''],
  ['is empty for what shows nothing', '<p> </p><ul><li></li></ul><p><br></p>', ''],
  ['takes plain text as it is', 'Un &amp; deux &lt;3 &quot;q&quot;', 'Un & deux <3 "q"'],
  [
    'has a line for a heading and a quote',
    '<h3>Titre</h3>a<blockquote>cité</blockquote>b',
    'Titre\na\ncité\nb',
  ],
  ['breaks a line where it is broken', '<p>un<br>deux<br /><br />trois</p>', 'un\ndeux\n\ntrois'],
  ['has no line more for a break that ends a paragraph', '<p>un<br></p><p>deux</p>', 'un\ndeux'],
  ['has one empty line where several are', '<p>un</p><p><br></p><p><br></p><p>deux</p>', 'un\n\ndeux'],
  [
    'joins words that are formatted',
    '<p>in<strong>ter</strong>dit  <em>\n de </em>\u00a0fumer</p>',
    'interdit de fumer',
  ],
  ['numbers an ordered list', '<ol><li>un</li><li>deux</li></ol>', '1. un\n2. deux'],
  [
    'sets in lists in lists, and goes on numbering after them',
    '<ol><li>un<ul><li>a<br>b</li><li><p>c</p><p>d</p></li></ul></li><li>deux</li></ol><p>fin</p>',
    '1. un\n  - a\n    b\n  - c\n    d\n2. deux\nfin',
  ],
  [
    'has a line for a row, with what parts its cells',
    '<table><thead><tr><th>Nom</th><th>Prénom</th></tr></thead><tbody><tr><td><p>PHAM</p></td><td>Anh<br>Thao</td></tr></tbody></table>',
    'Nom | Prénom\nPHAM | Anh Thao',
  ],
  [
    'has an address once that is its own text',
    link('https://ex.org/a', 'https://ex.org/a'),
    'https://ex.org/a',
  ],
  ['has it once without its scheme', link('https://ex.org/a', 'ex.org/a'), 'https://ex.org/a'],
  ['has it once without its last slash', link('https://ex.org/', 'https://ex.org'), 'https://ex.org/'],
  [
    'has it once where the text has it too',
    link('https://ex.org/a', 'Ici : https://ex.org/a'),
    'Ici : https://ex.org/a',
  ],
  [
    'has an address that has no text',
    `<p>Voir <a href="https://ex.org/a"></a>.</p>`,
    'Voir https://ex.org/a.',
  ],
  [
    'has a mail address without its scheme',
    link('mailto:jean@exemple.org?subject=x', 'Jean'),
    'Jean (jean@exemple.org)',
  ],
  ['has it once', link('mailto:jean@exemple.org', 'jean@exemple.org'), 'jean@exemple.org'],
  ['has a number without its scheme', link('tel:+3221234567', 'Accueil'), 'Accueil (+3221234567)'],
  ['has it once, however it is spaced', link('tel:+3221234567', '+32 2 123.45.67'), '+3221234567'],
  [
    'has no address that leads nowhere from here',
    link('plan.html', 'Plan') + link('javascript:x', 'x'),
    'Plan\nx',
  ],
  [
    'keeps the spaces around a link',
    '<p>a <a href="https://ex.org/b"> b </a>c<a href="https://ex.org/d"><strong>d</strong></a>, e</p>',
    'a b (https://ex.org/b) cd (https://ex.org/d), e',
  ],
  ['shows no script', '<p>a</p><script>alert(1)</script><style>p{}</style>', 'a'],
];

describe('The text of a calendar entry', () => {
  for (const [rule, html, text] of cases) {
    it(rule, () => {
      expect(sanitizer.readableText(html)).to.equal(text);
    });
  }

  it('has every word that a search finds, in the same order, whatever the text', () => {
    const words = (text: string) => text.match(/w\d+/g) ?? [];
    const tags = ['p', 'ul', 'ol', 'li', 'blockquote', 'h3', 'strong', 'table', 'tr', 'td', 'br'];
    const piece = fc.oneof(
      fc.nat(99).map((number) => `w${number} `),
      fc.tuple(fc.constantFrom('<', '</'), fc.constantFrom(...tags)).map(([open, tag]) => `${open}${tag}>`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = sanitizer.clean(pieces.join(''));
        expect(words(sanitizer.readableText(html))).to.deep.equal(words(sanitizer.plainText(html)));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('takes a long text at once', () => {
    const began = performance.now();
    const long = ' '.repeat(50_000);
    sanitizer.readableText(`<p>${long}<a href="https://ex.org">${long}</a>${'<br>'.repeat(20_000)}x</p>`);

    expect(performance.now() - began).to.be.lessThan(2_000);
  });
});
