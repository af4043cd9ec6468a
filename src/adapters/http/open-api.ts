import type Joi from 'joi';
import { type RefusalCode, refusals } from '../../domain/refusal.js';
import { placeholdersOf } from './path-template.js';
import { statusOf } from './problem.js';
import { publicRoute, type NamedSchema, type Route, type TextBody } from './route.js';
import { object } from './schemas/object.js';
import { problem } from './schemas/problem-schema.js';
import { word } from './schemas/values.js';
import { type TransportCode, transportStatuses } from './transport-refusal.js';

type JsonSchema = Record<string, unknown>;

/** OpenAPI 3.1. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: object;
  readonly servers: readonly object[];
  readonly security: readonly object[];
  readonly paths: Readonly<Record<string, object>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

/** Who asks is for the host to say: a scheme has to have a form, and this is that of most. */
const hostSession = {
  type: 'apiKey',
  in: 'cookie',
  name: 'session',
  description: "What the platform signs people in by: most often a cookie, whose name is the platform's.",
};

const problemSchema: NamedSchema = { name: 'Problem', schema: problem };

/** The OpenAPI 3.1 document of a route table, whose paths are below `server`: its schemas are those that validate. */
export function openApi(routes: readonly Route[], version: string, server: string): OpenApi {
  const documented = routes.filter(({ path }) => !path.startsWith('/web/'));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of documented) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Séances',
      version,
      description: 'Séances of training sessions: scheduling, repetition, enrolment.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    security: [{ hostSession: [] }],
    paths,
    components: { schemas: componentSchemas(documented), securitySchemes: { hostSession } },
  };
}

/** The route that answers with the document. It is made once: the table does not change. */
export function openApiRoute(document: () => OpenApi): Route {
  let made: OpenApi | undefined;
  return publicRoute({
    method: 'GET',
    path: '/api/v1/openapi.json',
    operationId: 'openApi',
    summary: 'This document.',
    answer: {
      status: 200,
      description: 'OpenAPI 3.1.',
      schema: { name: 'OpenApi', schema: object({ openapi: word }).unknown() },
    },
    refusals: [],
    handle: () =>
      Promise.resolve({ status: 200, body: (made ??= document()), headers: { 'cache-control': 'no-cache' } }),
  });
}

function operation(route: Route): object {
  return {
    operationId: route.operationId,
    summary: route.summary,
    'x-permission': route.permission,
    ...(route.permission === 'anybody' && { security: [] }),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.openForm && { requestBody: { required: true, content: formContent(route.openForm) } }),
    ...(route.body && { requestBody: { required: true, content: bodyContent(route.body, route.textBody) } }),
    responses: {
      [route.answer.status]: answer(route.answer),
      ...Object.fromEntries(
        Object.entries(route.answer.others ?? {}).map(([status, other]) => [
          status,
          answer(typeof other === 'string' ? { ...route.answer, description: other } : other),
        ]),
      ),
      ...(route.revalidated && { 304: { description: 'As If-None-Match names it.' } }),
      ...problemAnswers(route),
    },
  };
}

function answer({ description, schema, mediaType }: Omit<Route['answer'], 'status'>): object {
  const types = [mediaType ?? []].flat();
  if (types.length > 0) return { description, content: Object.fromEntries(types.map((type) => [type, {}])) };
  return { description, ...(schema && { content: json(schema) }) };
}

function problemAnswers(route: Route): Record<string, object> {
  const problems = [...problemsOf(route)];
  const refuses = problems.some(([status]) => status < 500);
  return {
    ...Object.fromEntries(problems.map(([status, codes]) => [status, problemAnswer(codes)])),
    ...(!refuses && { '4XX': { description: 'Refused on the way to the plugin, which takes any request.' } }),
  };
}

function problemAnswer(codes: readonly string[]): object {
  return {
    description: `Refused: ${codes.join(', ')}.`,
    content: { 'application/problem+json': { schema: reference(problemSchema) } },
  };
}

/** The codes that a route can refuse with, by status: what its row implies, and what it names. */
function problemsOf(route: Route): Map<number, string[]> {
  const write = route.method !== 'GET';
  const inSpace = !['anybody', 'signed-in', 'administer'].includes(route.permission);
  // All but what is answered from memory.
  const isSlow = route.permission !== 'anybody' || route.refusals.includes('unavailable');
  const mayBeForbidden = route.permission === 'administer' || (inSpace && route.permission !== 'open');
  const codes: readonly (RefusalCode | TransportCode | false)[] = [
    route.permission !== 'anybody' && 'unauthenticated',
    inSpace && 'not-found',
    mayBeForbidden && 'forbidden',
    write && !route.openForm && 'cross-site',
    Boolean(route.query ?? route.body ?? route.idempotent) && 'validation',
    route.body !== undefined && 'invalid-json',
    route.body !== undefined && 'payload-too-large',
    Boolean(route.body ?? route.openForm) && 'unsupported-media-type',
    route.idempotent === true && 'idempotency-key-reused',
    route.conditional === true && 'stale',
    isSlow && 'unavailable',
    isSlow && 'timed-out',
    route.permission !== 'anybody' && 'too-many-requests',
    write && 'busy',
    ...route.refusals,
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    if (code === false) continue;
    const status =
      code in transportStatuses
        ? transportStatuses[code as TransportCode]
        : statusOf(refusals[code as RefusalCode]);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

function pathParameters({ path }: Route): readonly object[] {
  return placeholdersOf(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route): readonly object[] {
  if (!query) return [];
  const properties = jsonSchema(query)['properties'] as Record<string, JsonSchema>;
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(description !== undefined && { description }),
    schema,
  }));
}

function headerParameters(route: Route): readonly object[] {
  const names = [
    ...(route.idempotent ? ['Idempotency-Key'] : []),
    ...(route.conditional ? ['If-Match'] : []),
    ...(route.revalidated ? ['If-None-Match'] : []),
  ];
  return names.map((name) => ({ name, in: 'header', required: false, schema: { type: 'string' } }));
}

function componentSchemas(routes: readonly Route[]): Record<string, JsonSchema> {
  const named = routes.flatMap(({ body, answer: { schema, others = {} } }) =>
    [body, schema, ...Object.values(others).map(schemaOf)].filter((one) => one !== undefined),
  );
  return Object.fromEntries(
    [problemSchema, ...named].map(({ name, schema, published }) => [name, published ?? jsonSchema(schema)]),
  );
}

function schemaOf(other: NonNullable<Route['answer']['others']>[number]): NamedSchema | undefined {
  return typeof other === 'string' ? undefined : other.schema;
}

function json(schema: NamedSchema): object {
  return { 'application/json': { schema: reference(schema) } };
}

function bodyContent(body: NamedSchema, textBody: TextBody | undefined): object {
  return { ...json(body), ...(textBody && { [textBody.mediaType]: { schema: { type: 'string' } } }) };
}

function formContent(mediaTypes: readonly string[]): object {
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'object' } }]));
}

function reference({ name }: NamedSchema): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** Joi writes the dialect of OpenAPI 3.1 itself (draft 2020-12), but for null among the values of an `enum`. */
function jsonSchema(schema: Joi.Schema): JsonSchema {
  const written = schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  return JSON.parse(JSON.stringify(written), (_key, value: unknown) => withNull(value)) as JsonSchema;
}

function withNull(value: unknown): unknown {
  const { enum: values, type } = (value ?? {}) as { enum?: unknown[]; type?: unknown };
  if (!Array.isArray(values) || values.includes(null)) return value;
  if (!Array.isArray(type) || !type.includes('null')) return value;
  return { ...(value as object), enum: [...values, null] };
}
