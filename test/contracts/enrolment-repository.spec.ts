import { expect } from 'chai';
import { faultOf } from '../../src/adapters/knex/faults.js';
import type { Enrolment } from '../../src/domain/enrolment/enrolment.js';
import type { Seance } from '../../src/domain/seance/seance.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { EnrolmentSearch } from '../../src/ports/enrolment-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { enrolmentIn, placesIn, usersOf, waiting } from '../support/enrolments.js';
import { rejection } from '../support/rejections.js';
import { nextId, spaceId } from '../support/seance-records.js';

const idsOf = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);
const byId = (some: readonly Enrolment[]) => some.toSorted((one, other) => (one.id < other.id ? -1 : 1));

onEveryDatabase('EnrolmentRepository', (database) => {
  const { work, read, change, add, seanceWith, seancesWith, allOf, clear } = placesIn(database);
  afterEach(clear);

  describe('what is stored', () => {
    it('comes back as it was, with everything that names hold', async () => {
      const seance = await seanceWith();
      const enrolment = enrolmentIn(seance, 'Été 😀 \\ %', 3, {
        ...waiting,
        learner: { id: 'Été 😀 \\ %', name: "L'été 😀", firstName: '', lastName: "d'Été" },
        source: 'automatic',
        insteadOf: nextId(),
      });
      await add(enrolment);

      expect(await allOf(seance)).to.deep.equal([enrolment]);
      expect(await read((of) => of.get(spaceId, seance.id, enrolment.id))).to.deep.equal(enrolment);
    });

    it('keeps the beginning of names that are longer than a column', async () => {
      const seance = await seanceWith();
      const name = 'é'.repeat(300);
      const learner = { id: 'learner1', name, firstName: name, lastName: name };
      await add(enrolmentIn(seance, 'learner1', 1, { learner }));
      const short = 'é'.repeat(255);

      expect((await allOf(seance))[0]?.learner).to.deep.equal({
        ...{ id: 'learner1', name: short, firstName: short, lastName: short },
      });
    });

    it('is found by the space, the séance and the id together, and by nothing less', async () => {
      const [seance, other] = [await seanceWith(), await seanceWith()];
      const enrolment = enrolmentIn(seance, 'learner1', 1);
      await add(enrolment);
      const found = await read((of) =>
        Promise.all([
          of.get('other', seance.id, enrolment.id),
          of.get(spaceId, other.id, enrolment.id),
          of.get(spaceId, seance.id, nextId()),
        ]),
      );

      expect(found).to.deep.equal([undefined, undefined, undefined]);
    });

    it('is nobody twice in a séance; ids that differ in case are two people', async () => {
      const seance = await seanceWith();
      await add(enrolmentIn(seance, 'learner1', 1), enrolmentIn(seance, 'Learner1', 2));
      expect(faultOf(await rejection(add(enrolmentIn(seance, 'learner1', 3))))).to.equal('duplicate');
      expect(usersOf(await allOf(seance))).to.deep.equal(['learner1', 'Learner1']);
    });

    it('changes in status, date and what would be given up, and in nothing else', async () => {
      const seance = await seanceWith();
      const [one, other] = [
        enrolmentIn(seance, 'learner1', 1, { ...waiting, insteadOf: nextId() }),
        enrolmentIn(seance, 'learner2', 2),
      ];
      await add(one, other);
      const after = { status: 'enrolled', enrolledAt: '2026-11-24T12:00:00Z' as Instant, insteadOf: null };
      const promoted = { ...one, ...after } as Enrolment;
      await change((of) => of.update([{ ...promoted, source: 'staff', turn: 9 }]));

      expect(await allOf(seance)).to.deep.equal([promoted, other]);
    });

    it('goes by ids, 1,000 and more at a time, or with all of a séance, and leaves the rest', async () => {
      const [seance, kept] = [await seanceWith(), await seanceWith()];
      const many = Array.from({ length: 1_203 }, (_, index) => enrolmentIn(seance, `u${index}`, index + 1));
      const other = enrolmentIn(kept, 'u1', 1);
      await add(...many, other);
      await change((of) => of.remove([...idsOf(many.slice(1)), nextId()]));
      expect(await allOf(seance)).to.deep.equal(many.slice(0, 1));
      await change((of) => of.removeAllOf(seance.id));

      expect([await allOf(seance), await allOf(kept)]).to.deep.equal([[], [other]]);
    });

    it('stays as it is when there is nothing to add, change, take away or count', async () => {
      const seance = await seanceWith();
      await add(enrolmentIn(seance, 'learner1', 1));
      await change(async (of) => {
        for (const done of [of.insert([]), of.update([]), of.remove([]), of.saveCounts([])]) await done;
      });

      expect(await allOf(seance)).to.have.length(1);
    });

    it('takes the new names of a user wherever they are, and nobody else’s', async () => {
      const [one, two] = await seancesWith([{}, { spaceId: 'other' }]);
      if (!one || !two) throw new Error('unreachable');
      const stranger = enrolmentIn(one, 'Learner1', 2);
      await add(enrolmentIn(one, 'learner1', 1), stranger, enrolmentIn(two, 'learner1', 1));
      const learner = { id: 'learner1', name: 'Zoé Neuve', firstName: 'Zoé', lastName: 'Neuve' };
      await change((of) => of.rename(learner));

      const renamed = [...(await allOf(one)), ...(await allOf(two))].map((enrolment) => enrolment.learner);
      expect(renamed).to.deep.equal([learner, stranger.learner, learner]);
      const search = { spaceId, seanceId: one.id, q: 'zoe neuve', page: 1, size: 10 };
      expect((await read((of) => of.search(search))).total).to.equal(1);
    });
  });

  describe('find, ofUser, usersAmong and seancesOf', () => {
    it('find each wish in more séances, and for more people, than one statement takes', async () => {
      const seances = await seancesWith(Array.from({ length: 450 }, () => ({})));
      const [crowded] = seances as [Seance];
      const own = seances.map((seance) => enrolmentIn(seance, 'learner1', 1));
      const others = Array.from({ length: 1_500 }, (_, index) =>
        enrolmentIn(crowded, `u${index}`, index + 2),
      );
      await add(...own, ...others, enrolmentIn(seances[7] as Seance, 'u7', 2));
      const wishes = [...own, ...others].map(({ seanceId, learner }) => ({ seanceId, userId: learner.id }));
      const absent = seances.map(({ id }) => ({ seanceId: id, userId: 'nobody' }));

      expect(byId(await read((of) => of.find([...wishes, ...absent])))).to.deep.equal(
        byId([...own, ...others]),
      );
      expect(await read((of) => of.find([]))).to.deep.equal([]);
      const people = [...usersOf(others), 'learner1', 'nobody', 'U1'];
      expect(await read((of) => of.usersAmong(crowded.id, people))).to.deep.equal(
        new Set([...usersOf(others), 'learner1']),
      );
      const mine = await read((of) => of.ofUser('learner1', [...idsOf(seances), nextId()]));
      expect(new Set(mine.map(({ seanceId }) => seanceId))).to.deep.equal(new Set(idsOf(seances)));
    });

    it('say where in the queue somebody is, of each séance', async () => {
      const [full, free] = (await seancesWith([{}, {}])) as [Seance, Seance];
      await add(
        enrolmentIn(full, 'a', 1),
        ...['b', 'learner1', 'c'].map((user, index) => enrolmentIn(full, user, 5 + index, waiting)),
        enrolmentIn(free, 'learner1', 2),
      );
      const own = await read((of) => of.ofUser('learner1', [free.id, full.id]));

      expect(own.toSorted((one, other) => (one.seanceId < other.seanceId ? -1 : 1))).to.deep.equal([
        { seanceId: full.id, status: 'waiting', position: 2 },
        { seanceId: free.id, status: 'enrolled', position: null },
      ]);
    });

    it('walk through the séances of a user by id, in one session or in all', async () => {
      const seances = await seancesWith([{}, { sessionId: 'demo-2027' }, { spaceId: 'other' }, {}]);
      await add(...seances.map((seance) => enrolmentIn(seance, 'learner1', 1)));
      await add(enrolmentIn(seances[3] as Seance, 'learner2', 2));
      const walk = (session: string | null, after: string, limit: number) =>
        read((of) => of.seancesOf('learner1', session, after, limit));
      const addresses = seances.map((seance) => ({ spaceId: seance.spaceId, seanceId: seance.id }));

      expect(await walk(null, '', 3)).to.deep.equal(addresses.slice(0, 3));
      expect(await walk(null, addresses[2]?.seanceId ?? '', 3)).to.deep.equal(addresses.slice(3));
      expect(await walk('demo-2027', '', 3)).to.deep.equal(addresses.slice(1, 2));
    });
  });

  describe('queueAfter and allAfter', () => {
    it('walk by turn, and not by id or date, as many as are asked for', async () => {
      const seance = await seanceWith();
      const people = ['e', 'w4', 'w2', 'w9'].map((user, index) =>
        enrolmentIn(seance, user, [3, 4, 2, 9][index] ?? 0, user === 'e' ? {} : waiting),
      );
      await add(...people, enrolmentIn(await seanceWith(), 'other', 1, waiting));
      const queue = async (turn: number, limit: number) =>
        usersOf(await read((of) => of.queueAfter(seance.id, turn, limit)));

      expect(await queue(0, 10)).to.deep.equal(['w2', 'w4', 'w9']);
      expect(await queue(2, 1)).to.deep.equal(['w4']);
      expect(await queue(9, 10)).to.deep.equal([]);
      expect(usersOf(await allOf(seance))).to.deep.equal(['w2', 'e', 'w4', 'w9']);
      expect(usersOf(await read((of) => of.allAfter(seance.id, 2, 2)))).to.deep.equal(['e', 'w4']);
    });
  });

  describe('search', () => {
    const found = async (search: Partial<EnrolmentSearch> & { seanceId: string }) => {
      const { items, total } = await read((of) => of.search({ spaceId, page: 1, size: 10, ...search }));
      return { total, items: items.map(({ enrolment, position }) => [enrolment.learner.lastName, position]) };
    };
    const named = (seance: Seance, lastName: string, turn: number, parts: Partial<Enrolment> = {}) =>
      enrolmentIn(seance, `u${turn}`, turn, {
        learner: { id: `u${turn}`, name: lastName, firstName: 'Zoé', lastName },
        ...parts,
      });

    it('lists who is in by name, then the queue by turn with positions, page after page', async () => {
      const seance = await seanceWith();
      await add(
        named(seance, 'Zola', 1),
        named(seance, 'Été', 2),
        named(seance, 'Marin', 3, waiting),
        named(seance, 'Abel', 4),
        named(seance, 'Aubry', 5, waiting),
        named(seance, 'Bach', 6, waiting),
      );
      const { id: seanceId } = seance;

      const inOrder = [
        ...[
          ['Abel', null],
          ['Été', null],
          ['Zola', null],
        ],
        ...[
          ['Marin', 1],
          ['Aubry', 2],
          ['Bach', 3],
        ],
      ];
      expect(await found({ seanceId })).to.deep.equal({ total: 6, items: inOrder });
      const pages = await Promise.all([1, 2, 3].map((page) => found({ seanceId, page, size: 2 })));
      expect(pages.flatMap(({ items }) => items)).to.deep.equal(inOrder);
      expect(await found({ seanceId, page: 9, size: 2 })).to.deep.equal({ total: 6, items: [] });
      expect(await found({ seanceId, status: 'enrolled' })).to.deep.equal({
        ...{ total: 3, items: inOrder.slice(0, 3) },
      });
    });

    it('finds all words in the names whatever their case and accents, and leaves positions as they are', async () => {
      const seance = await seanceWith();
      await add(
        ...['Marin', 'Dûpont', 'Dupond'].map((name, index) => named(seance, name, index + 1, waiting)),
        named(seance, 'DUPONT', 4),
      );
      const { id: seanceId } = seance;

      expect((await found({ seanceId, q: 'ZOE dupont' })).items).to.deep.equal([
        ['DUPONT', null],
        ['Dûpont', 2],
      ]);
      expect((await found({ seanceId, q: 'dupon', status: 'waiting' })).items).to.deep.equal([
        ['Dûpont', 2],
        ['Dupond', 3],
      ]);
      expect((await found({ seanceId, q: '%' })).total).to.equal(0);
    });

    it('finds nobody from another space, or of another séance', async () => {
      const [seance, other] = [await seanceWith(), await seanceWith()];
      await add(named(seance, 'A', 1));
      const nothing = { total: 0, items: [] };

      expect(await found({ seanceId: other.id })).to.deep.equal(nothing);
      expect(await found({ seanceId: seance.id, spaceId: 'other' })).to.deep.equal(nothing);
    });
  });

  it('writes nothing of a transaction that fails', async () => {
    const seance = await seanceWith();
    const failing = work().write(async ({ enrolments }) => {
      await enrolments.insert([enrolmentIn(seance, 'learner1', 1)]);
      throw new Error('changed my mind');
    });

    expect(await rejection(failing)).to.have.property('message', 'changed my mind');
    expect(await allOf(seance)).to.deep.equal([]);
  });
});
