import Joi from 'joi';

/** The type of what a schema lets through, as it reads it. What nobody gave a type would fit everything: it fits nothing. */
export type TypeOf<Schema> = Schema extends Joi.AnySchema<infer T> ? (0 extends 1 & T ? never : T) : never;

type Fields = Readonly<Record<string, Joi.AnySchema>>;

type MayMiss<Given extends Fields> = {
  [Name in keyof Given]: undefined extends TypeOf<Given[Name]> ? Name : never;
}[keyof Given];

/** An object as its fields say: those that are {@link optional} may be missing. */
type ObjectOf<Given extends Fields> = {
  readonly [Name in Exclude<keyof Given, MayMiss<Given>>]: TypeOf<Given[Name]>;
} & { readonly [Name in MayMiss<Given>]?: Exclude<TypeOf<Given[Name]>, undefined> };

/** An object with these fields and no others. All are required, but those made by {@link optional} or {@link byDefault}. */
export function object<Given extends Fields>(fields: Given): Joi.ObjectSchema<ObjectOf<Given>> {
  return Joi.object(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, present(field)])),
  ) as Joi.ObjectSchema<ObjectOf<Given>>;
}

function present(field: Joi.AnySchema): Joi.AnySchema {
  return field._flags['presence'] === 'optional' ? field : field.required();
}

/** A field that may be missing. */
export function optional<T>(field: Joi.AnySchema<T>): Joi.AnySchema<T | undefined> {
  return field.optional() as Joi.AnySchema<T | undefined>;
}

/** Fields that may all be missing. */
export function partial<Given extends Fields>(
  fields: Given,
): { readonly [Name in keyof Given]: Joi.AnySchema<TypeOf<Given[Name]> | undefined> } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, optional(field)]),
  ) as ReturnType<typeof partial<Given>>;
}

/** An object with exactly one of these fields. */
export function eitherOf<Given extends Fields>(fields: Given) {
  type Either = { [Name in keyof Given]: Readonly<Record<Name, TypeOf<Given[Name]>>> }[keyof Given];
  return object(partial(fields)).xor(...Object.keys(fields)) as Joi.ObjectSchema<Either>;
}

/** What one of two schemas lets through. */
export function either<One, Other>(one: Joi.AnySchema<One>, other: Joi.AnySchema<Other>) {
  return Joi.alternatives(one, other) as unknown as Joi.AnySchema<One | Other>;
}

/** A field that counts as `value` when it is missing. */
export function byDefault<T>(field: Joi.AnySchema<T>, value: NoInfer<T>): Joi.AnySchema<T> {
  return field.default(value as Joi.BasicType).optional();
}

export function nullable<T>(schema: Joi.AnySchema<T>): Joi.AnySchema<T | null> {
  return schema.allow(null) as Joi.AnySchema<T | null>;
}

/** What `schema` lets through, or this word instead. */
export function orWord<T, const Word extends string>(
  schema: Joi.AnySchema<T>,
  word: Word,
): Joi.AnySchema<T | Word> {
  return schema.allow(word) as Joi.AnySchema<T | Word>;
}

/** A text that is one of `values`. */
export function oneOf<const T extends string>(...values: readonly T[]): Joi.StringSchema<T> {
  return Joi.string<T>().valid(...values);
}

export function listOf<T>(items: Joi.AnySchema<T>): Joi.ArraySchema<readonly T[]> {
  return Joi.array<readonly T[]>().items(items as Joi.Schema);
}

const integer = Joi.number().integer();

/** A page of a list. */
export function pageOf<T>(items: Joi.AnySchema<T>) {
  return object(pageFields(items));
}

/** What a page has, for those that say more. */
export function pageFields<T>(items: Joi.AnySchema<T>) {
  return {
    items: listOf(items),
    total: integer.min(0),
    page: integer,
    size: Joi.alternatives(integer, oneOf('all')),
  };
}
