import { expect } from 'chai';
import fc from 'fast-check';
import { SanitizeHtmlSanitizer } from '../../../src/adapters/html/sanitize-html-sanitizer.js';

const sanitizer = new SanitizeHtmlSanitizer();
const clean = (html: string) => sanitizer.clean(html);
const link = (address: string, text: string) =>
  `<a href="${address}" rel="noopener noreferrer nofollow" target="_blank">${text}</a>`;

/** By what they are about: what was sent, and what is kept of it. */
const texts: Readonly<Record<string, readonly [sent: string, kept: string][]>> = {
  'rows and cells of tables': [
    [
      '<table><tr><td>Nom</td><td>Prénom</td></tr><tr><td>A</td><td>B</td></tr></table>',
      '<p>Nom | Prénom</p><p>A | B</p>',
    ],
    [
      '<table>\n<thead>\n<tr>\n<th><p>Nom</p>\n</th>\n<th>\n<p>Prénom</p></th>\n</tr></thead></table>',
      '<p>Nom | Prénom</p>',
    ],
    ['<table><tr><td>a<td><br><td>c<tr><td>d</table>', '<p>a | | c</p><p>d</p>'],
    [
      '<table><tr><td>9h</td><td><ul><li>A</li><li>B</li></ul></td></tr></table>',
      '<p>9h</p><ul><li>A</li><li>B</li></ul>',
    ],
    ['<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></table>', '<p>a</p><p>b</p><p>c</p>'],
    ['<table><tr><td><h2>a</h2><p>b</p></td></tr></table>', '<h3>a</h3><p>b</p>'],
    [
      '<table><caption>t</caption><tr><td>a</td><td><table><tr><td>b</td><td>c</td></table></td></table>',
      '<p>t</p><p>a</p><p>b | c</p>',
    ],
    [
      '<table><tr><td><b>a</b></td><td><b>b</b></td></table>',
      '<p><strong>a</strong> | <strong>b</strong></p>',
    ],
  ],
  'headings of all levels': [
    [
      '<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>',
      '<h3>a</h3><h3>b</h3><h3>c</h3><h4>d</h4><h4>e</h4><h4>f</h4>',
    ],
    ['<h2><div>a</div></h2>b', '<h3>a</h3>b'],
  ],
  'blocks of other names': [
    ['<section>a</section><article>b</article><address>c</address>', '<p>a</p><p>b</p><p>c</p>'],
    ['<figure>a<figcaption>b</figcaption></figure><center>c</center>', '<p>a</p><p>b</p><p>c</p>'],
    ['<form><fieldset><legend>a</legend>b</fieldset></form>', '<p>a</p><p>b</p>'],
    ['<dl><dt>a</dt><dd>b</dd></dl>', '<p>a</p><p>b</p>'],
    ['<div>a<div>b</div>c</div>d', '<p>a</p><p>b</p><p>c</p>d'],
    ['<pre>\na\n  b</pre>', '<p>a<br />  b</p>'],
    ['a<hr>b<p></p>c', 'a<br />b<br />c'],
    ['<menu><li>a</menu>', '<ul><li>a</li></ul>'],
  ],
  'the bullets of Word': [
    [
      "<p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span>a</p>\n<p>o&nbsp; b</p><p>§&nbsp; c</p><p>d</p>",
      '<ul><li>a</li><li>b</li><li>c</li></ul><p>d</p>',
    ],
    ['<p>·   a</p>', '<ul><li>a</li></ul>'],
    ['<p>o ni</p><p>§ 3</p><p>§\u00a03</p><p>· a</p>', '<p>o ni</p><p>§ 3</p><p>§\u00a03</p><p>· a</p>'],
  ],
  'no words for programs': [
    [
      '<html><head><title>t</title><style>s{}</style><script>s()</script><xml><o:x>x</o:x></xml></head><body>a<o:p>b</o:p><!-- c --><!--[if mso]>d<![endif]--><![if !x]>e<![endif]></body></html>',
      '<p>abe</p>',
    ],
    ['<head><title>t</title><body>a', '<p>a</p>'],
  ],
  'words of other tags': [
    ['<s>a</s><del>b</del><font>c</font><span>d</span><strike>e</strike><x-y>f</x-y>', 'abcdef'],
    [
      '<b>a</b><i>b</i><strong>c</strong><em>d</em><u>e</u>',
      '<strong>a</strong><em>b</em><strong>c</strong><em>d</em><u>e</u>',
    ],
    ['<b><p>a</p><p><strong>b</strong></p></b>', '<p><strong>a</strong></p><p><strong>b</strong></p>'],
    ['<p>a &lt;b&gt; &amp; "c"</p>', '<p>a &lt;b&gt; &amp; "c"</p>'],
  ],
  'links that lead out of the host': [
    ['<a href="www.ex.org">a</a>', link('https://www.ex.org', 'a')],
    ['<a href="jean@exemple.org"><b>a</b></a>', link('mailto:jean@exemple.org', '<strong>a</strong>')],
    ['<a href="https://x.org/?a=1&amp;b=&quot;">a</a>', link('https://x.org/?a=1&amp;b=&quot;', 'a')],
    ['<a href="plan.html">a</a> <a href="javascript:x">b</a> <a>c</a> <a href="">d</a>', 'a b c d'],
    ['<a href="https://x.org"></a>a', 'a'],
    ['<a href="https://x.org"><div>a</div><div>b</div></a>', `<p>${link('https://x.org', 'a')}</p><p>b</p>`],
    [
      '<a href="https://x.org">a<a href="https://y.org">b</a>c</a>',
      `${link('https://x.org', 'a')}${link('https://y.org', 'b')}c`,
    ],
  ],
  'what is fine as it is': [
    'a',
    'a<br />b',
    '<p>a</p>\n<p>b</p>',
    '<p>a <strong>b</strong> <em>c</em></p>',
    '<p>a</p><p><br /></p><p>b</p>',
    '<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>',
    '<ol><li>a</li></ol><blockquote>b</blockquote><h3>c</h3><h4>d</h4>',
  ].map((text) => [text, text]),
  'nothing of what shows nothing': [
    '',
    '<p></p>',
    '<p> &nbsp;<br></p>',
    '<p><br></p><p>\u200b</p>',
    '<p>&#x3164;&shy;\u2800</p>',
    '<table><tr><td></td><td> </td></tr></table>',
    '<style>a{}</style>',
  ].map((text) => [text, '']),
};

/** HTML as nobody writes it. */
const tags = [
  ...[
    'p',
    'div',
    'h1',
    'h4',
    'ul',
    'ol',
    'li',
    'blockquote',
    'table',
    'tr',
    'td',
    'th',
    'pre',
    'section',
    'dl',
    'dt',
  ],
  ...['strong', 'b', 'em', 'u', 'span', 'x', 'title', 'svg', 'option', 'select'],
];
const pieces = fc.oneof(
  fc.constantFrom(...tags).map((tag) => `<${tag}>`),
  fc.constantFrom(...tags, 'br', 'a').map((tag) => `</${tag}>`),
  fc
    .constantFrom('https://x.org', 'www.x.org', 'a@b.org', 'x', 'javascript:x')
    .map((to) => `<a href="${to}">`),
  fc.constantFrom(
    '<br>',
    '<hr>',
    '<!--',
    '-->',
    '<',
    '&amp;',
    '&lt;',
    '&nbsp;',
    ' ',
    '\n',
    '·  ',
    'o&nbsp; ',
    '"',
  ),
  fc.string({ maxLength: 4 }),
);
const anyHtml = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('SanitizeHtmlSanitizer', () => {
  for (const [what, cases] of Object.entries(texts)) {
    it(`keeps ${what}`, () => {
      for (const [sent, kept] of cases) expect(clean(sent), sent).to.equal(kept);
    });
  }

  it('leaves what it has cleaned as it is, whatever it was', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        expect(clean(clean(html))).to.equal(clean(html));
      }),
      { numRuns: 3_000 },
    );
  });

  it('keeps nothing but the tags that the browser part shows, each of them closed', () => {
    const kept =
      /^(<\/?(p|strong|em|u|ul|ol|li|h3|h4|blockquote|a)>|<br \/>|<a href="[^"<>]+" rel="[^"]+" target="_blank">|[^<>])*$/;
    fc.assert(
      fc.property(anyHtml, (html) => {
        const cleaned = clean(html);
        expect(cleaned).to.match(kept);
        for (const tag of ['p', 'strong', 'ul', 'li', 'a'])
          expect(cleaned.split(`</${tag}>`).length).to.equal(cleaned.split(new RegExp(`<${tag}[ >]`)).length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps every word, and words of different blocks apart', () => {
    const words = fc.array(
      fc.constantFrom(
        '<td>',
        '<td></td>',
        '</p>',
        '<hr>',
        '<br>',
        '<tr>',
        '<p>',
        '<li>',
        '<h2>',
        '<div>',
        '<section>',
      ),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(words, (blocks) => {
        const html = `<table>${blocks.map((tag, index) => `${tag}w${index}`).join('')}</table>`;
        const said = sanitizer.plainText(clean(html)).split(/[\s|]+/);
        expect(said.filter((word) => word !== '')).to.deep.equal(blocks.map((_, index) => `w${index}`));
      }),
    );
  });

  it('makes a text of the longest that may be sent, and nested as deep as that goes, neither huge nor late', () => {
    for (const part of [
      '<ul><li>x',
      '<b>x',
      '<div>x',
      '<table><tr><td>x',
      '<b><i><u><p>x',
      '<blockquote>x',
      '<p>·  x',
    ]) {
      const cleaned = clean(part.repeat(50_000 / part.length));
      expect(cleaned.length, part).to.be.within(5_000, 600_000);
      expect(clean(cleaned), part).to.equal(cleaned);
    }
    const long = `<a href="https://x.org/${'y'.repeat(20_000)}">${'<p>x'.repeat(5_000)}</a>`;
    expect(clean(long).length).to.be.below(100_000);
  });
});
