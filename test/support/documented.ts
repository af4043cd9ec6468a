import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export interface Operation {
  readonly operationId: string;
  readonly 'x-permission': string;
  readonly security?: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly security: readonly object[];
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

const base = 'https://seances.test/openapi';

/** Checks answers against the OpenAPI document that the server itself publishes. */
export class Documented {
  private readonly ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    // What the settings' own schema calls a zone is for the server to know.
    formats: { 'time-zone': true },
  });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(readonly document: OpenApiDocument) {
    this.ajv.addSchema({ ...document, $id: base });
  }

  get operations(): readonly {
    readonly method: string;
    readonly path: string;
    readonly operation: Operation;
  }[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
  }

  /** The validator of a named schema. */
  schema(name: string): ValidateFunction {
    const known =
      this.compiled.get(name) ?? this.ajv.compile({ $ref: `${base}#/components/schemas/${name}` });
    this.compiled.set(name, known);
    return known;
  }

  /** What is not as documented in the answer to a request, `path` being below the base path; empty when all is. */
  faults(method: string, path: string, status: number, mediaType: string, body: unknown): string[] {
    const operation = this.operationAt(method, path);
    if (!operation) return this.faultsOfUnknown(status, mediaType, body);
    const response = operation.responses[String(status)];
    if (!response)
      return status === 404 && !path.startsWith('/api')
        ? []
        : [`${operation.operationId} does not document ${status}`];
    const content = response.content ?? {};
    if (Object.keys(content).length === 0)
      return body === undefined ? [] : ['a body where none is documented'];
    const described = content[mediaType];
    if (!described) return [`${mediaType} instead of ${Object.keys(content).join(', ')}`];
    return this.schemaFaults(described.schema, body);
  }

  private operationAt(method: string, path: string): Operation | undefined {
    const wanted = path.split('/');
    const candidates = this.operations.filter(({ method: own, path: template }) => {
      const parts = template.split('/');
      return (
        own === method &&
        parts.length === wanted.length &&
        parts.every((part, index) => isOf(part, wanted[index] ?? ''))
      );
    });
    // A path without placeholders comes before one with them (OpenAPI 3.1, 4.8.8), and `{id}.ics` before `{id}`.
    return candidates.sort(
      (one, other) =>
        one.path.split('{').length - other.path.split('{').length || other.path.length - one.path.length,
    )[0]?.operation;
  }

  private faultsOfUnknown(status: number, mediaType: string, body: unknown): string[] {
    if (status !== 404 && status !== 405) return [`${status} for what is not documented`];
    if (mediaType !== 'application/problem+json') return [`${mediaType} is not a problem`];
    return this.schemaFaults({ $ref: '#/components/schemas/Problem' }, body);
  }

  private schemaFaults(schema: object | undefined, body: unknown): string[] {
    const name = /([^/]+)$/.exec((schema as { $ref?: string } | undefined)?.$ref ?? '')?.[1];
    if (name === undefined) return [];
    const validate = this.schema(name);
    return validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message ?? ''}`);
  }
}

/** Whether a segment of a path is one that a segment of a template stands for. */
function isOf(part: string, segment: string): boolean {
  const ending = /^\{\w+\}(.*)$/.exec(part)?.[1];
  return ending === undefined ? part === segment : segment.length > ending.length && segment.endsWith(ending);
}
