import { expect } from 'chai';
import { Refusal, type RefusalCode } from '../../src/domain/refusal.js';

/** The error that `work` ends with. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  return expect.fail('The promise was expected to reject.');
}

/** Asserts that `work` is refused with `code`, and answers the refusal. */
export async function refused(work: Promise<unknown>, code: RefusalCode): Promise<Refusal> {
  const error = await rejection(work);
  if (!Refusal.is(error)) throw error;
  expect(error.code).to.equal(code);
  return error;
}
