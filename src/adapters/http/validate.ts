import type Joi from 'joi';
import type { FieldPath, IssueCode } from '../../domain/refusal.js';
import { InvalidRequest, type PointedIssue } from './invalid-request.js';

/** The stable code of each error type of Joi that the schemas can raise. */
const codes: Readonly<Record<string, IssueCode>> = {
  'any.required': 'required',
  'any.only': 'not-allowed',
  'alternatives.types': 'not-allowed',
  'alternatives.match': 'not-allowed',
  'object.unknown': 'unknown-field',
  'object.base': 'wrong-type',
  'object.min': 'empty',
  'object.oxor': 'conflicting-fields',
  'object.xor': 'conflicting-fields',
  'object.missing': 'required',
  'array.base': 'wrong-type',
  'array.min': 'too-short',
  'array.max': 'too-long',
  'array.unique': 'duplicate',
  'boolean.base': 'wrong-type',
  'number.base': 'wrong-type',
  'number.integer': 'wrong-type',
  'number.unsafe': 'wrong-type',
  'number.infinity': 'wrong-type',
  'number.min': 'too-small',
  'number.max': 'too-large',
  'string.base': 'wrong-type',
  'string.empty': 'empty',
  'string.min': 'too-short',
  'string.max': 'too-long',
  'time-zone': 'unknown-time-zone',
  'online-url': 'not-https',
};

const formats: Readonly<Record<string, IssueCode>> = {
  'date-time': 'invalid-date-time',
  date: 'invalid-date',
};

/**
 * `value` as the schema reads it, with its defaults.
 *
 * @param pointerOf how the path of a wrong value is written.
 * @throws InvalidRequest with every wrong value.
 */
export function validate<T>(schema: Joi.Schema, value: unknown, pointerOf: (path: FieldPath) => string): T {
  // Joi loses a property of this name when it copies the value, and would let it pass.
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')) {
    throw new InvalidRequest([{ pointer: pointerOf(['__proto__']), code: 'unknown-field' }]);
  }
  const result = schema.validate(value, { abortEarly: false });
  if (!result.error) return result.value as T;
  throw new InvalidRequest(eachOnce(result.error.details.map((detail) => issueOf(detail, pointerOf))));
}

/** A value of the wrong form is also none of those that are read by hand: it is wrong once. */
function eachOnce(issues: readonly PointedIssue[]): readonly PointedIssue[] {
  return [...new Map(issues.map((issue) => [`${issue.code} ${issue.pointer}`, issue])).values()];
}

function issueOf(
  { type, path, context }: Joi.ValidationErrorItem,
  pointerOf: (path: FieldPath) => string,
): PointedIssue {
  const limit: unknown = context?.['limit'];
  const peers = context?.['peers'] as readonly string[] | undefined;
  const at = peers ? [...path, (type === 'object.missing' ? peers[0] : peers.at(-1)) ?? ''] : path;
  return {
    pointer: pointerOf(at),
    code: codes[type] ?? formats[String(context?.['name'])] ?? 'invalid-format',
    ...(typeof limit === 'number' && { params: { limit } }),
  };
}
