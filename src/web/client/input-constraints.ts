import type { SeanceInput } from './seance.js';

/** What an input element can check of a field by itself. */
export interface Constraints {
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

export type SeanceConstraints = Readonly<Partial<Record<keyof SeanceInput, Constraints>>>;

interface ObjectSchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Constraints>>;
}

/** The part of an OpenAPI document that is read here. */
export interface OpenApi {
  readonly components?: { readonly schemas?: { readonly SeanceInput?: ObjectSchema } };
}

/** The server's own rules for the body that creates a séance: there is no copy of them in the browser. */
export function readConstraints(document: OpenApi): SeanceConstraints {
  const schema = document.components?.schemas?.SeanceInput;
  const entries = Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const required = schema?.required?.includes(name) ?? false;
    return [name, { ...property, required }] as const;
  });
  return Object.fromEntries(entries);
}
