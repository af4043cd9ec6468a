import sanitizeHtml from 'sanitize-html';
import { decoded } from './entities.js';

/** What begins and ends lines. */
const blocks: ReadonlySet<string> = new Set([
  ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'li'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'hr'],
]);
const cells: ReadonlySet<string> = new Set(['td', 'th']);

const structure: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...cells, 'br', 'a'],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
};

/** A tag or a text of what sanitize-html wrote, which escapes every other angle bracket. */
const token = /<(\/?)(\w+)([^>]*)>|([^<]+)/g;

/** Plain text for people: a line for each block and item, and the address of a link beside its text. */
export function readableText(html: string): string {
  const lines = new Lines();
  for (const [, closing, tag, attributes = '', text] of sanitizeHtml(html, structure).matchAll(token)) {
    if (tag === undefined) lines.write(decoded(text ?? ''));
    else if (closing) lines.close(tag);
    else lines.open(tag, (name) => attributeOf(attributes, name));
  }
  return lines.text();
}

function attributeOf(attributes: string, name: string): string {
  return decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

/** A list that is being read: the number of its next item, or null where items have none. */
interface List {
  number: number | null;
}

interface Link {
  readonly address: string;
  text: string;
}

/** Lines as they are filled by what is read. */
class Lines {
  private readonly lines: string[] = [];
  private readonly lists: List[] = [];
  private line = '';
  private bullet = '';
  private link: Link | undefined;
  private isInCell = false;

  open(tag: string, attribute: (name: string) => string): void {
    if (tag === 'br') this.break();
    else if (cells.has(tag)) this.openCell();
    else if (tag === 'a') this.link = { address: attribute('href'), text: '' };
    else if (blocks.has(tag)) this.endLine();
    if (tag === 'ul') this.lists.push({ number: null });
    if (tag === 'ol') this.lists.push({ number: Number.parseInt(attribute('start'), 10) || 1 });
    if (tag === 'li') this.bullet = this.nextBullet();
  }

  close(tag: string): void {
    if (tag === 'a') this.closeLink();
    if (cells.has(tag)) this.isInCell = false;
    if (!blocks.has(tag)) return;
    this.endLine();
    if (tag === 'ul' || tag === 'ol') this.lists.pop();
    if (tag === 'li') this.bullet = '';
  }

  write(text: string): void {
    if (this.link) {
      this.link.text += text;
      return;
    }
    const spaced = text.replace(/[\s\u00a0]+/g, ' ');
    const more = this.line === '' || this.line.endsWith(' ') ? spaced.trimStart() : spaced;
    if (more === '') return;
    this.line += this.line === '' ? this.beginning() + more : more;
    this.bullet = '';
  }

  /** At most one empty line between two others. */
  text(): string {
    this.endLine();
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '');
  }

  private nextBullet(): string {
    const list = this.lists.at(-1);
    if (typeof list?.number !== 'number') return '- ';
    list.number += 1;
    return `${list.number - 1}. `;
  }

  /** What stands before the text of a line: further lines of an item are below its text. */
  private beginning(): string {
    const levels = Math.max(0, this.lists.length - (this.bullet === '' ? 0 : 1));
    return '  '.repeat(levels) + this.bullet;
  }

  private endLine(): void {
    if (this.isInCell || this.link) this.write(' ');
    else if (this.line !== '') this.break();
  }

  private break(): void {
    if (this.isInCell || this.link) return this.write(' ');
    this.lines.push(this.line.trimEnd());
    this.line = '';
  }

  /** The cells of a row share its line. */
  private openCell(): void {
    if (this.line !== '') this.write(' | ');
    this.isInCell = true;
  }

  private closeLink(): void {
    const { text = '', address = '' } = this.link ?? {};
    this.link = undefined;
    this.write(withAddress(text, address));
  }
}

/** A link as it is read: the address alone where the text is the same, the text alone where that has the address. */
function withAddress(text: string, href: string): string {
  const words = text.trim();
  const address = shownAddress(href);
  if (address === '' || words.split(/\s+/).includes(address)) return text;
  const isSame = words === '' || comparable(words) === comparable(address);
  const shown = isSame ? address : `${words} (${address})`;
  return `${text.startsWith(words) ? '' : ' '}${shown}${text.endsWith(words) ? '' : ' '}`;
}

/** Empty for what nobody could open from where the text is read. */
function shownAddress(href: string): string {
  const [, scheme = '', rest = ''] = /^(https?|mailto|tel):(.*)$/is.exec(href.trim()) ?? [];
  if (scheme.toLowerCase() === 'mailto') return rest.replace(/\?.*$/s, '');
  return scheme.toLowerCase() === 'tel' ? rest : scheme && href.trim();
}

/** Without what people leave out of an address, or put into a number for the eye. */
function comparable(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^(https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '');
  return /^\+?[\d\s().-]+$/.test(plain) ? plain.replace(/[\s().-]/g, '') : plain;
}
