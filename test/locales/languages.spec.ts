import { expect } from 'chai';
import { IntlMessageFormat } from 'intl-messageformat';
import { readManifest } from '../../src/index.js';
import { languageFiles } from './language-files.js';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** A plural or a choice of a message: what it depends on, and what it has a text for. */
interface Choice {
  readonly kind: 'plural' | 'select';
  readonly value: string;
  readonly options: readonly string[];
}

/** What a message is made of. */
interface Anatomy {
  /** What the reader sees of the values: a plural may depend on a number without showing it. */
  readonly shown: ReadonlySet<string>;
  readonly choices: readonly Choice[];
}

/** Types of elements, for which the parser has no names at run time. */
const [literal, plural, pound] = [0, 6, 7] as const;

function anatomy(message: string, language: string): Anatomy {
  const shown = new Set<string>();
  const choices: Choice[] = [];
  const look = (elements: Ast, counted: string): void => {
    for (const element of elements) {
      const type: number = element.type;
      if (type === pound) shown.add(counted);
      else if (!('value' in element) || type === literal) continue;
      else if (!('options' in element)) shown.add(element.value);
      else {
        const { value } = element;
        const kind = type === plural ? 'plural' : 'select';
        choices.push({ kind, value, options: Object.keys(element.options) });
        for (const option of Object.values(element.options))
          look(option.value, kind === 'plural' ? value : counted);
      }
    }
  };
  look(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst(), '');
  return { shown, choices };
}

/** Grammatical numbers that counts have: nobody counts a million séances, which French says differently. */
function numbersOf(language: string): ReadonlySet<string> {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 1_001 }, (_, count) => rules.select(count)));
}

const keysOf = (parts: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.entries(parts).map(([part, texts]) => [part, Object.keys(texts)]);

const french = languageFiles.find(({ language }) => language === 'fr')!;

describe('The languages', () => {
  it('are Dutch, English and French, at least', () => {
    expect(languageFiles.map(({ language }) => language)).to.include.members(['en', 'fr', 'nl']);
  });

  for (const { language, parts } of languageFiles) {
    const texts = Object.entries(parts).flatMap(([part, some]) =>
      Object.entries(some).map(([key, text]) => ({ part, key, text, name: `${part} ${key}` })),
    );

    describe(language, () => {
      it('has the keys of French, in the same order', () => {
        expect(keysOf(parts)).to.deep.equal(keysOf(french.parts));
      });

      it('shows the values of French in each text, and depends on no others', () => {
        for (const { part, key, text, name } of texts) {
          const original = french.parts[part as keyof typeof french.parts][key] ?? '';
          const [own, others] = [anatomy(text, language), anatomy(original, 'fr')];
          const selects = ({ choices }: Anatomy) => choices.filter(({ kind }) => kind === 'select');
          const known = [...others.shown, ...others.choices.map(({ value }) => value)];
          expect([...own.shown], name).to.have.members([...others.shown]);
          expect(selects(own), name).to.deep.equal(selects(others));
          for (const { value } of own.choices) expect(known, name).to.include(value);
        }
      });

      it('is what is read where it has no values, without a sign that only a parser takes away', () => {
        for (const { text, name } of texts.filter((one) => !one.text.includes('{'))) {
          const read = new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).format();
          expect(String(read), name).to.equal(text);
        }
      });

      it('has a text for each grammatical number, or one text for all of them', () => {
        const numbers = numbersOf(language);
        const lacking = texts.flatMap(({ name, text }) =>
          anatomy(text, language)
            .choices.filter(({ kind }) => kind === 'plural')
            .map(({ options }) => options.filter((option) => !option.startsWith('=')))
            .filter((options) => options.length > 1 || options[0] !== 'other')
            .filter((options) => [...numbers].some((number) => !options.includes(number)))
            .map(() => name),
        );
        expect(lacking).to.deep.equal([]);
      });

      it('is typed as its readers expect', () => {
        const wrong: readonly (readonly [string, RegExp])[] = [
          ['an empty text', /^\s*$/],
          ['two spaces', / {2}/],
          ['typewriter quotes or dots', /"|\.\.\./],
          language === 'fr'
            ? ['a space that can break before a sign, or none', /[^\u00a0][;!?»]|[^\u00a0\d]:|«[^\u00a0]/]
            : ['a space before a sign', /\s[;:!?”]|“\s/],
        ];
        const found = texts.flatMap(({ name, text }) =>
          wrong.filter(([, sign]) => sign.test(text)).map(([what]) => `${name}: ${what}`),
        );
        expect(found).to.deep.equal([]);
      });

      it('says in the manifest what the host shows in its menus', () => {
        const { description, menu, permissions } = readManifest();
        const labels = [
          description,
          menu.tool.label,
          menu.administration?.label,
          ...permissions.map(({ label }) => label),
        ];
        expect(labels.filter((label) => label?.[language] === undefined)).to.deep.equal([]);
      });
    });
  }
});
