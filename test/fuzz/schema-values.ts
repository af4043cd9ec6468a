import type { FuzzMemory } from './fuzz-memory.js';
import type { Random } from '../support/random.js';

/** As much of JSON Schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Texts that have broken programs before. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\udc00x',
  '\u2028',
  '\ufeff',
  '\u202egnirts',
  'e\u0301'.repeat(40),
  '😀'.repeat(100),
  '𝔘𝔫𝔦',
  'ﬃ',
  'İı',
  '\r\nSet-Cookie: a=b',
  "'; drop table seance; --",
  '" or 1=1 --',
  '%_\\',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>'.repeat(20),
  '=HYPERLINK("http://evil")',
  '{{x}}${x}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0',
  '1e309',
  '9007199254740993',
  '2027-02-30',
  '2026-03-29T02:30',
  '9999-12-31T23:59',
  '0000-00-00T00:00',
  'Europe/Nowhere',
  'x'.repeat(129),
  'x'.repeat(256),
  'x'.repeat(50_001),
];

/** In JSON's own words, since most of these are no values of JavaScript that it would write. */
const oddJson: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '9'.repeat(400),
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"":""}',
  '{"a":1,"a":2}',
  '"\\ud800"',
  '"\\u0000"',
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
];

export class SchemaValues {
  constructor(
    private readonly random: Random,
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly memory: FuzzMemory,
  ) {}

  /** JSON that the schema accepts, as far as it says. */
  right(schema: Schema, name = ''): string {
    const resolved = this.resolve(schema);
    if (resolved.enum) return JSON.stringify(this.random.among(resolved.enum));
    if (resolved.anyOf) return this.right(this.random.among(resolved.anyOf), name);
    const types = [resolved.type ?? 'null'].flat();
    return this.ofType(this.random.among(types), resolved, name);
  }

  /** JSON that most schemas refuse. */
  odd(): string {
    return this.random.chance(0.5) ? JSON.stringify(this.random.among(oddTexts)) : this.random.among(oddJson);
  }

  /** An object with one or two properties that are wrong, missing or unknown. */
  broken(schema: Schema): string {
    const { properties = {} } = this.resolve(schema);
    const names = Object.keys(properties);
    const wrong = this.random.chance(0.2) || names.length === 0 ? this.oddName() : this.random.among(names);
    const entries = this.entries(schema).filter(([name]) => name !== wrong);
    if (this.random.chance(0.85)) entries.push([wrong, this.odd()]);
    return written(entries);
  }

  private oddName(): string {
    return this.random.among(oddTexts.filter((text) => text.length < 100));
  }

  private entries(schema: Schema): [string, string][] {
    const { properties = {}, required = [] } = this.resolve(schema);
    // Which of those that nobody must give somebody has to is not in the schema.
    const either = this.random.among([
      ['weeks', 'userIds', 'ids'],
      ['until', 'userIds', 'deletionId'],
    ]);
    return Object.entries(properties)
      .filter(
        ([name]) =>
          [...required, ...either].includes(name) ||
          (this.random.chance(0.3) && !/weeks|until|ids|deletionId/.test(name)),
      )
      .map(([name, property]) => [name, this.right(property, name)]);
  }

  private ofType(type: string, schema: Schema, name: string): string {
    const { items = {}, minItems = 0, minimum = 0, maximum = 1_000 } = schema;
    switch (type) {
      case 'object':
        return written(this.entries(schema));
      case 'array':
        return `[${Array.from({ length: this.random.whole(minItems, minItems + 2) }, () => this.right(items, name)).join(',')}]`;
      case 'integer':
      case 'number':
        return String(
          this.random.chance(0.8) ? this.random.whole(minimum, Math.min(maximum, minimum + 20)) : maximum,
        );
      case 'boolean':
        return String(this.random.chance(0.5));
      case 'string':
        return JSON.stringify(this.text(schema, name));
      default:
        return 'null';
    }
  }

  private text({ pattern = '', minLength = 0, maxLength = 50 }: Schema, name: string): string {
    const day = `2026-${this.random.among(['11', '12'])}-${this.random.whole(10, 28)}`;
    if (pattern.includes('T\\d'))
      return `${name === 'end' ? '2027' : '2026'}${day.slice(4)}T${this.random.whole(10, 19)}:30`;
    if (pattern.includes('-\\d{2}-')) return day;
    if (name === 'timeZone') return this.random.among(['Europe/Brussels', 'America/Montreal', 'UTC']);
    if (name === 'calendar') return calendarOf(this.random.among(oddTexts));
    const known = this.memory.recall(name);
    if (known) return known.id;
    const length = this.random.chance(0.9)
      ? this.random.whole(minLength, minLength + 12)
      : Math.min(maxLength, 5_000);
    return Array.from({ length }, () => this.random.among(Array.from('abcÉé ñ日\'<>&"'))).join('');
  }

  private resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : (this.schemas[name] ?? {});
  }
}

/** One closed day, with an odd name. */
function calendarOf(summary: string): string {
  const event = ['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20270501', `SUMMARY:${summary}`, 'END:VEVENT'];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
}

/** Written by hand: `__proto__` is a name like any other here, and values are JSON already. */
function written(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}
