import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { packageFolder } from '../package-folder.js';
import type { MethodName } from './protocol.js';

/** The schema of `RemoteProtocol`, which a test keeps true. */
const file = new URL('docs/reference/remote.schema.json', packageFolder);
const id = 'remote';

interface Schema {
  readonly definitions: {
    readonly HostEvent: {
      readonly anyOf: readonly { readonly properties: { readonly type: { readonly const: string } } }[];
    };
    readonly RemoteMethods: { readonly properties: object };
  };
}

/** What is wrong with a value, and where: a JSON Pointer, and a code as refusals of the API have it. */
export interface SchemaFault {
  readonly pointer: string;
  readonly code: 'required' | 'wrong-type' | 'not-allowed' | 'too-long';
  readonly says: string;
}

/** Says of what a platform sends whether it is what the protocol asks for. */
export class RemoteSchema {
  private readonly schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  private readonly ajv = new Ajv({ strict: false }).addSchema(this.schema, id);

  /** The names of all methods. */
  get methods(): readonly string[] {
    return Object.keys(this.schema.definitions.RemoteMethods.properties);
  }

  /** @returns undefined when `result` is an answer to `method`. */
  faultOfResult(method: MethodName, result: unknown): SchemaFault | undefined {
    return this.faultOf(`RemoteMethods/properties/${method}/properties/result`, result);
  }

  /** @returns undefined when `event` is a `HostEvent`. */
  faultOfEvent(event: unknown): SchemaFault | undefined {
    const { type } = Object(event) as { readonly type?: unknown };
    const types = this.schema.definitions.HostEvent.anyOf.map(({ properties }) => properties.type.const);
    const index = types.indexOf(String(type));
    if (type === undefined) return { pointer: '/type', code: 'required', says: 'is missing' };
    if (index < 0) return { pointer: '/type', code: 'not-allowed', says: `is none of ${types.join(', ')}` };
    return this.faultOf(`HostEvent/anyOf/${index}`, event);
  }

  private faultOf(definition: string, value: unknown): SchemaFault | undefined {
    // Compiled when it is first asked for.
    const validate = this.ajv.getSchema(`${id}#/definitions/${definition}`) as ValidateFunction;
    if (validate(value)) return undefined;
    const {
      keyword,
      instancePath = '',
      params,
      message = '',
    } = (validate.errors?.[0] ?? {}) as Partial<ErrorObject>;
    const missing = (params as { missingProperty?: string } | undefined)?.missingProperty;
    if (missing !== undefined)
      return { pointer: `${instancePath}/${missing}`, code: 'required', says: 'is missing' };
    return { pointer: instancePath, code: keyword === 'type' ? 'wrong-type' : 'not-allowed', says: message };
  }
}
