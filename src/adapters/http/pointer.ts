import type { FieldPath } from '../../domain/refusal.js';
import type { Route } from './route.js';

/** A JSON Pointer (RFC 6901) into the body. */
export function bodyPointer(field: FieldPath): string {
  return field.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `?name` for a query parameter. */
export function queryPointer(field: FieldPath): string {
  return `?${field.join('.')}`;
}

/** Where a request of a route says what a use case calls `field`: in the query, if that may name it, or in the body. */
export function pointerTo(field: FieldPath, route: Pick<Route, 'query'> | undefined): string {
  const parameters = Object.keys((route?.query?.describe().keys ?? {}) as object);
  return parameters.includes(String(field[0])) ? queryPointer(field) : bodyPointer(field);
}
