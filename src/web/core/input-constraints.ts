/** What an input element can check of a field by itself. */
export interface Constraints {
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** By the names of the fields of a body. */
export type ConstraintsOf<Input> = Readonly<Partial<Record<keyof Input, Constraints>>>;

interface ObjectSchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Constraints>>;
}

/** The part of an OpenAPI document that is read here. */
export interface OpenApi {
  readonly components?: { readonly schemas?: Readonly<Record<string, ObjectSchema | undefined>> };
}

/** The server's own rules for a body: there is no copy of them in the browser. @param name of its schema. */
export function readConstraints<Input>(document: OpenApi, name: string): ConstraintsOf<Input> {
  const schema = document.components?.schemas?.[name];
  const entries = Object.entries(schema?.properties ?? {}).map(([field, property]) => {
    const required = schema?.required?.includes(field) ?? false;
    return [field, { ...property, required }] as const;
  });
  return Object.fromEntries(entries) as ConstraintsOf<Input>;
}
