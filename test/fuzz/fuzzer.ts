import { roles } from '../support/campus.js';
import type { Documented, Operation } from '../support/documented.js';
import type { Random } from '../support/random.js';
import type { FuzzRequest } from './exchange.js';
import type { FuzzMemory, Known } from './fuzz-memory.js';
import { oddTexts, type Schema, SchemaValues } from './schema-values.js';

/** A request, and the operation that it was made for. */
export interface Aimed extends FuzzRequest {
  readonly operationId: string;
}

const otherMethods = ['HEAD', 'OPTIONS', 'GET', 'PUT', 'PATCH', 'POST', 'DELETE'];
const contentTypes = [
  '',
  'text/plain',
  'text/calendar',
  'application/json; charset=utf-16',
  'application/json;;;',
  'APPLICATION/JSON',
  'application/problem+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  '*/*',
  ';',
];
const oddTags = [
  '*',
  '"1"',
  'W/"1"',
  '"1", "2"',
  '1',
  '"',
  '""',
  ',,,',
  '"999999999999"',
  '"é"',
  `"${'x'.repeat(3_000)}"`,
];
const oddKeys = ['', ' ', 'a b', 'é', 'x'.repeat(256), 'x'.repeat(255), 'key', 'key', '__proto__', '"key"'];
const oddLanguages = [
  '*',
  'en',
  'fr;q=0',
  'en;q=2',
  'x'.repeat(2_000),
  ',,,',
  'zz-ZZ',
  '__proto__',
  'en;q=abc',
  'é',
];
const oddSegments = ['%', '%zz', '%ff', '%00', '%2e%2e', '%2F', '..', ';', '%ED%A0%80'];
const oddQueries = [
  '%',
  '%zz',
  '%ff',
  '%00',
  '&&&',
  '=',
  '=&=',
  'a[]=1',
  'page[x]=1',
  '__proto__[x]=1',
  '?',
  '%F0%9F',
  'q=%ED%A0%80',
];

/** Makes requests from the OpenAPI document: right ones, and ones that are wrong somewhere. */
export class Fuzzer {
  private readonly values: SchemaValues;

  constructor(
    private readonly random: Random,
    private readonly documented: Documented,
    private readonly basePath: string,
    private readonly memory: FuzzMemory,
  ) {
    this.values = new SchemaValues(random, documented.document.components.schemas, memory);
  }

  next(): Aimed {
    const { method, path, operation } = this.random.among(this.documented.operations);
    const search = this.search(operation);
    const body = this.body(operation);
    const sent = this.random.chance(0.03) ? this.random.among(otherMethods) : method;
    return {
      operationId: operation.operationId,
      method: sent,
      path: `${this.basePath}${this.path(path)}${search ? `?${search}` : ''}`,
      headers: this.headers(sent, operation, body),
      ...(body && { body }),
    };
  }

  /** Mostly of what there is; sometimes a thing below another space or séance than its own, or of another kind. */
  private path(template: string): string {
    const collections = template.split('/');
    const inner = collections[collections.findLastIndex((segment) => segment.includes('{')) - 1] ?? '';
    const thing = this.memory.recall(inner);
    const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      if (this.random.chance(0.04)) return this.random.among(oddSegments);
      if (this.random.chance(0.04)) return encoded(this.random.among(oddTexts)).slice(0, 3_000);
      const related = this.random.chance(0.85) ? this.related(name, inner, thing) : undefined;
      return encoded((related ?? this.memory.recall(name)?.id) || 'x');
    });
    return this.random.chance(0.02)
      ? `${filled}${this.random.among(['/', '//', '/.', '.json', '%20'])}`
      : filled;
  }

  /** What stands for a placeholder when the request is about `thing`. */
  private related(name: string, inner: string, thing: Known | undefined): string | undefined {
    if (name === 'space') return thing?.space;
    if (name === 'id' && (inner === 'enrolments' || inner === 'comments')) return thing?.seance;
    return thing?.id;
  }

  private search(operation: Operation): string {
    const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
    const pairs = parameters
      .filter(() => this.random.chance(0.25))
      .map(({ name, schema }) => `${name}=${encoded(this.parameter(schema, name))}`);
    if (pairs.length > 0 && this.random.chance(0.05)) pairs.push(...pairs);
    if (this.random.chance(0.04)) pairs.push(this.random.among(oddQueries));
    if (this.random.chance(0.03)) pairs.push(`${encoded(this.random.among(oddTexts)).slice(0, 2_000)}=1`);
    return pairs.join('&');
  }

  private parameter(schema: object, name: string): string {
    if (this.random.chance(0.25)) return this.random.among(oddTexts).slice(0, 2_000);
    const value: unknown = JSON.parse(this.values.right(schema as Schema, name));
    return String(value);
  }

  private body(operation: Operation): Buffer | undefined {
    const content = operation.requestBody?.content;
    if (!content) return this.random.chance(0.03) ? Buffer.from(this.values.odd()) : undefined;
    const { schema = {} } = content['application/json'] ?? {};
    const dice = this.random.next();
    if (dice < 0.5) return Buffer.from(this.values.right(schema));
    if (dice < 0.8) return Buffer.from(this.values.broken(schema));
    if (dice < 0.9) return Buffer.from(this.values.odd());
    return this.badBytes(this.values.right(schema));
  }

  /** What is no JSON, or no text at all. */
  private badBytes(right: string): Buffer | undefined {
    const whole = Buffer.from(right);
    switch (this.random.whole(0, 6)) {
      case 0:
        return undefined;
      case 1:
        return whole.subarray(0, this.random.whole(0, whole.length - 1));
      case 2:
        return Buffer.from(`\ufeff${right}`);
      case 3:
        return Buffer.from(right, 'utf16le');
      case 4:
        return Buffer.from(
          Array.from({ length: this.random.whole(1, 200) }, () => this.random.whole(0, 255)),
        );
      case 5:
        return Buffer.concat([whole, Buffer.from([0xc3, 0x28])]);
      default:
        return this.random.chance(0.1) ? Buffer.alloc(1_100_000, 0x20) : Buffer.from('['.repeat(100_000));
    }
  }

  private headers(method: string, operation: Operation, body: Buffer | undefined): Record<string, string> {
    const { random } = this;
    const usual = operation.operationId === 'enrolMyself' ? 'learner1' : 'trainer1';
    const as = random.chance(0.75) ? usual : random.among([...Object.keys(roles), '']);
    const headers: Record<string, string> = as === '' ? {} : { 'x-actor': as };
    if (operation['x-permission'] === 'administer' && random.chance(0.8)) headers['x-actor'] = 'admin';
    if (body) headers['content-type'] = random.chance(0.9) ? 'application/json' : random.among(contentTypes);
    if (body && (!method.startsWith('P') || random.chance(0.9)))
      headers['content-length'] = String(body.length);
    const odd: readonly (readonly [string, readonly string[], number])[] = [
      ['if-match', oddTags, chanceOf(operation, 'If-Match')],
      ['if-none-match', oddTags, chanceOf(operation, 'If-None-Match')],
      ['idempotency-key', oddKeys, chanceOf(operation, 'Idempotency-Key')],
      ['accept-language', oddLanguages, 0.1],
      ['x-request-id', ['', 'mine', 'a b', 'x'.repeat(200), 'é', '../..'], 0.1],
      ['accept', ['', 'text/html', '*/*;q=0', 'x'], 0.05],
      ['content-encoding', ['gzip', 'br', 'x'], 0.01],
      ['origin', ['null', 'http://evil.example', 'x', ''], 0.01],
      ['sec-fetch-site', ['cross-site', 'same-site', 'x'], 0.01],
      ['range', ['bytes=0-1', 'bytes=5-1', 'x'], 0.02],
    ];
    for (const [name, values, chance] of odd) if (random.chance(chance)) headers[name] = random.among(values);
    return headers;
  }
}

/** How often a header is sent: seldom to an operation that does not take it. */
function chanceOf({ parameters }: Operation, header: string): number {
  return parameters.some(({ name }) => name === header) ? 0.4 : 0.03;
}

/** A lone surrogate, which no URL can have, as the bytes that some programs write for it. */
function encoded(text: string): string {
  return !/\p{Cs}/u.test(text) ? encodeURIComponent(text) : '%ED%A0%BD';
}
