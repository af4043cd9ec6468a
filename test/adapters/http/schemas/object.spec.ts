import { expect } from 'chai';
import type Joi from 'joi';
import {
  byDefault,
  eitherOf,
  listOf,
  nullable,
  object,
  oneOf,
  optional,
  partial,
  type TypeOf,
} from '../../../../src/adapters/http/schemas/object.js';
import { count, flag, word } from '../../../../src/adapters/http/schemas/values.js';

const walk = object({
  name: word,
  mode: oneOf('slow', 'fast'),
  steps: nullable(count),
  stops: listOf(word),
  guide: optional(word),
  public: byDefault(flag, true),
});
type Walk = TypeOf<typeof walk>;

const right = { name: 'Round', mode: 'slow', steps: null, stops: ['Gate'] } as const;

function isRight(schema: Joi.AnySchema, value: unknown): boolean {
  return schema.validate(value).error === undefined;
}

describe('An object of a schema', () => {
  it('has all its fields, but those that may be missing', () => {
    expect(isRight(walk, right)).to.equal(true);
    for (const name of Object.keys(right))
      expect(isRight(walk, { ...right, [name]: undefined }), name).to.equal(false);
    expect(isRight(walk, { ...right, length: 3 })).to.equal(false);
  });

  it('is read with what its fields are by default', () => {
    expect(walk.validate(right).value).to.deep.equal({ ...right, public: true });
  });

  it('has the type that its schema says', () => {
    const whole: Walk = { ...right, public: true };
    expect(whole.guide).to.equal(undefined);

    // @ts-expect-error a default is there when the object is read
    const less: Walk = right;
    // @ts-expect-error only what is nullable is null
    const nameless: Walk = { ...whole, name: null };
    // @ts-expect-error a text of a list is one of its list
    const odd: Walk = { ...whole, mode: 'idle' };
    expect([less, nameless, odd].map((value) => isRight(walk, value))).to.deep.equal([true, false, false]);
  });

  it('may be named in part', () => {
    const changes = object(partial({ name: word, steps: nullable(count) }));
    const none: TypeOf<typeof changes> = {};

    expect([none, { name: 'x' }, { steps: null }].every((value) => isRight(changes, value))).to.equal(true);
    expect(isRight(changes, { name: null })).to.equal(false);
  });

  it('may have one of its fields, never two and never none', () => {
    const choice = eitherOf({ id: word, name: word });
    const byId: TypeOf<typeof choice> = { id: '7' };

    expect(isRight(choice, byId)).to.equal(true);
    expect(isRight(choice, { id: '7', name: 'x' })).to.equal(false);
    expect(isRight(choice, {})).to.equal(false);
  });
});
