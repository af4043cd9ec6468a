import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { IntlMessageFormat } from 'intl-messageformat';
import { languageFiles } from '../locales/language-files.js';

const docs = new URL('../../docs/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, docs), 'utf8');
const guides = (['fr', 'en'] as const).map((language) => ({
  language,
  text: read(`users-guide.${language}.md`),
}));

/** Pictures are in every clone for ever. */
const largest = { width: 1_280, bytes: 150_000 };

/** A type of element, for which the parser has no name at run time. */
const literal = 0;

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** What a message can say without a value: itself, or one of the texts that it has for different numbers. */
function labelsOf(ast: Ast): readonly string[] {
  const [only, ...others] = ast;
  if (!only || others.length > 0) return [];
  if ('options' in only) return Object.values(only.options).flatMap(({ value }) => labelsOf(value));
  const type: number = only.type;
  return 'value' in only && type === literal ? [only.value] : [];
}

/** A label as a sentence quotes it. */
const quoted = (label: string): string => label.replace(/\s+/g, ' ').replace(/ ?:$/, '');

function imagesIn(text: string): readonly string[] {
  return [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
}

describe("The users' guide", () => {
  for (const { language, text } of guides) {
    it(`quotes in bold what the screens say, ${language}`, () => {
      const { tool, administration, mySeances, attendance } = languageFiles.find(
        (file) => file.language === language,
      )!.parts;
      const texts = [tool, administration, mySeances, attendance].flatMap((part) => Object.values(part));
      const known = new Set(
        texts.flatMap((message) => labelsOf(new IntlMessageFormat(message, language).getAst())).map(quoted),
      );
      const labels = [...text.matchAll(/\*\*(.+?)\*\*/gs)].map(([, label = '']) => quoted(label));

      expect(labels).to.have.length.above(100);
      expect(labels.filter((label) => !known.has(label))).to.deep.equal([]);
    });
  }

  it('has the same tasks, pictures and labels in both languages', () => {
    const shapes = guides.map(({ text }) => [
      [...text.matchAll(/^#+/gm)].map(([level]) => level.length),
      imagesIn(text).map((path) => path.replace(/\/(fr|en)-/, '/')),
      [...text.matchAll(/\*\*.+?\*\*/gs)].length,
    ]);
    expect(shapes[0]).to.deep.equal(shapes[1]);
  });

  it('is written in French as French is', () => {
    const prose = read('users-guide.fr.md')
      .replace(/\]\([^)]+\)/g, ']')
      .replaceAll('![', '[');
    const wrong = prose.split('\n').filter((line) => /[^\u00a0][;:!?»]|«[^\u00a0]/.test(line));
    expect(wrong).to.deep.equal([]);
  });
});

describe('The pictures of the documents', () => {
  it('are all shown somewhere', () => {
    const pages = readdirSync(new URL('lms/', docs)).map((name) => read(`lms/${name}`));
    const shown = [...guides.map(({ text }) => text), ...pages, read('../README.md')]
      .flatMap(imagesIn)
      .map((path) => path.replace(/^.*\//, ''));
    expect(readdirSync(new URL('images/', docs)).sort()).to.deep.equal([...new Set(shown)].sort());
  });

  it('are PNG files of a size that a repository can keep', () => {
    for (const name of readdirSync(new URL('images/', docs))) {
      const file = readFileSync(new URL(`images/${name}`, docs));
      expect(file.subarray(1, 4).toString(), name).to.equal('PNG');
      // PNG 11.2.2: the width is the first field of the header.
      expect(file.readUInt32BE(16), `width of ${name}`).to.be.at.most(largest.width);
      expect(file.length, `bytes of ${name}`).to.be.at.most(largest.bytes);
    }
  });
});
