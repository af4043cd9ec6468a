import { expect } from 'chai';
import type { Campus } from '../application/repetition/campus/campus.js';
import type { RepetitionResult } from '../../src/application/repetition/repeat-seance.js';

/** Asserts that a séance and all copies that were answered are one series, with every number once in the names. */
export async function expectOneSeries(
  campus: Campus,
  id: string,
  repetitions: readonly RepetitionResult[],
): Promise<void> {
  const { seriesId } = await campus.get(id);
  expect(new Set(repetitions.map((repetition) => repetition.seriesId))).to.deep.equal(new Set([seriesId]));
  const members = await campus.series(seriesId);
  const asked = repetitions.flatMap(({ items }) => items);
  expect(members.map((member) => member.id)).to.have.members([id, ...asked.map((copy) => copy.id)]);
  expect(members.map(({ name }) => name)).to.have.members([
    'Atelier',
    ...asked.map((_, index) => `Atelier [${index + 1}]`),
  ]);
}
