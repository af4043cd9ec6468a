import type { RepetitionInput } from '../repetition/repetition.js';
import type { SeanceInput } from '../seance/seance.js';

/** What an input element can check of a field by itself. */
export interface Constraints {
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** The bodies that forms fill in, by the names of their schemas. */
interface Inputs {
  readonly SeanceInput: SeanceInput;
  readonly RepetitionInput: RepetitionInput;
}
export type InputName = keyof Inputs;

export type ConstraintsOf<Name extends InputName> = Readonly<
  Partial<Record<keyof Inputs[Name], Constraints>>
>;

interface ObjectSchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Constraints>>;
}

/** The part of an OpenAPI document that is read here. */
export interface OpenApi {
  readonly components?: { readonly schemas?: Readonly<Partial<Record<InputName, ObjectSchema>>> };
}

/** The server's own rules for a body: there is no copy of them in the browser. */
export function readConstraints<Name extends InputName>(document: OpenApi, name: Name): ConstraintsOf<Name> {
  const schema = document.components?.schemas?.[name];
  const entries = Object.entries(schema?.properties ?? {}).map(([field, property]) => {
    const required = schema?.required?.includes(field) ?? false;
    return [field, { ...property, required }] as const;
  });
  return Object.fromEntries(entries) as ConstraintsOf<Name>;
}
