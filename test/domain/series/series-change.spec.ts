import { expect } from 'chai';
import fc from 'fast-check';
import { changeSeries, keptFields } from '../../../src/domain/series/series-change.js';
import { inScope, type Scope, scopes } from '../../../src/domain/series/series-scope.js';
import { Refusal, refusedSeance } from '../../../src/domain/refusal.js';
import { ownFields } from '../../../src/domain/seance/seance-content.js';
import type { Seance } from '../../../src/domain/seance/seance.js';
import { schedule } from '../../../src/domain/time/schedule.js';
import { clockMinutes, type WallTime } from '../../../src/domain/time/wall-time.js';
import {
  editedBy,
  moved,
  seanceOf,
  someChanges,
  someSeries,
  weekly,
} from '../../application/series/series-samples.js';

const content = [
  'description',
  'extraInfo',
  'enrolmentMode',
  'capacity',
  'locationId',
  'trainers',
  'inAgenda',
] as const;

describe('inScope', () => {
  const ids = (scope: Scope, index: number) => {
    const members = weekly(4);
    return inScope(members[index]!, members, scope).map(({ id }) => id);
  };

  it('is the séance alone for "this"', () => {
    expect(ids('this', 2)).to.deep.equal(['s02']);
  });

  it('is the séance and all that start later for "following"', () => {
    expect(ids('following', 2)).to.deep.equal(['s02', 's03']);
  });

  it('leaves out those that start at the same instant for "following", whatever their ids and zones', () => {
    const [first, second, third] = weekly(3) as [Seance, Seance, Seance];
    const twins = ['s00b', 's01a', 's01b'].map((id) => ({ ...second, id }));
    const elsewhere = seanceOf({
      ...{ id: 's01c', start: '2025-03-10T05:00' as WallTime, end: '2025-03-10T06:00' as WallTime },
      timeZone: 'America/New_York' as Seance['timeZone'],
    });
    const members = [first, ...twins, elsewhere, third];

    expect(elsewhere.startsAt).to.equal(second.startsAt);
    for (const target of twins)
      expect(inScope(target, members, 'following').map(({ id }) => id)).to.deep.equal([target.id, third.id]);
  });

  it('is every séance for "all", and for "following" of the first', () => {
    expect(ids('all', 2)).to.deep.equal(['s00', 's01', 's02', 's03']);
    expect(ids('following', 0)).to.deep.equal(ids('all', 0));
  });
});

describe('changeSeries', () => {
  it('does to each séance in scope what the definition says, for any edit of any series', () => {
    fc.assert(
      fc.property(
        someSeries,
        fc.nat(6),
        someChanges,
        fc.constantFrom(...scopes),
        (members, at, changes, scope) => {
          const target = members[at % members.length]!;
          const edited = editedBy(target, changes);
          const result = changeSeries(target, edited, members, scope, 'new');

          expect(result.map(({ before }) => before)).to.deep.equal(inScope(target, members, scope));
          for (const { before, after } of result) {
            expect(after).to.deep.include(
              before.id === target.id ? timesOf(edited) : byDefinition(before, target, edited),
            );
            expect(after.seriesId).to.equal(
              result.length < members.length && scope !== 'this' ? 'new' : 'series',
            );
            expect({ ...after, ...timesOf(after) }, 'its instants are those of its wall times').to.deep.equal(
              after,
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('changes nothing but the series of the others when nothing is changed', () => {
    const members = weekly(3);
    const result = changeSeries(members[1]!, members[1]!, members, 'all', 'new');

    expect(result.map(({ after }) => after)).to.deep.equal(members);
  });

  it('remembers what was changed by hand in one séance of a series', () => {
    const members = weekly(3);
    const target = { ...members[1]!, ownFields: ['capacity'] as const };
    const edited = seanceOf({
      ...target,
      name: 'Autre',
      start: moved(target.start, 30),
      end: moved(target.end, 30),
    });
    const [only, ...others] = changeSeries(target, edited, members, 'this', 'new');

    expect(others).to.deep.equal([]);
    expect(only?.after.ownFields).to.have.members(['capacity', 'name', 'start']);
    expect(only?.after.seriesId).to.equal('series');
  });

  it('remembers nothing in a séance on its own', () => {
    const target = seanceOf({ seriesId: null });
    const [only] = changeSeries(target, { ...target, name: 'Autre' }, [target], 'this', 'new');

    expect(only?.after).to.deep.equal({ ...target, name: 'Autre' });
  });

  it('takes a field back into the series when the series is changed through the séance that had it of its own', () => {
    const members = weekly(3);
    const target = { ...members[1]!, name: 'Autre', ownFields: ['name', 'capacity'] as const };
    const result = changeSeries(target, { ...target, name: 'Cours' }, members, 'all', 'new');

    expect(result.map(({ after }) => after.name)).to.deep.equal(['Cours', 'Cours [1]', 'Cours [2]']);
    expect(result[1]?.after.ownFields).to.deep.equal(['capacity']);
  });

  it('says which fields a séance keeps', () => {
    const [target, other] = weekly(2);
    const edited = { ...target!, name: 'Cours', capacity: 3 };

    expect(keptFields({ ...other!, ownFields: ['name', 'start'] }, target!, edited)).to.deep.equal(['name']);
    expect(keptFields({ ...target!, ownFields: ['name'] }, target!, edited)).to.deep.equal([]);
  });

  it('refuses a move out of the calendar', () => {
    const [target, other] = weekly(
      2,
      seanceOf({ start: '2999-12-20T10:00' as WallTime, end: '2999-12-20T11:00' as WallTime }),
    );
    const edited = seanceOf({
      ...target!,
      start: moved(target!.start, 10_080),
      end: moved(target!.end, 10_080),
    });

    expect(() => changeSeries(target!, edited, [target!, other!], 'all', 'new'))
      .to.throw(Refusal)
      .that.deep.includes({
        code: 'validation',
        issues: [{ field: ['start'], code: 'invalid-date-time', seance: refusedSeance(other!) }],
      });
  });

  it('refuses a group for a séance that is automatic of its own', () => {
    const [target, other] = weekly(2);
    const automatic = { ...other!, enrolmentMode: 'automatic', ownFields: ['enrolmentMode'] } as const;
    const edited = { ...target!, groupId: 'group' };

    expect(() => changeSeries(target!, edited, [target!, automatic], 'all', 'new'))
      .to.throw(Refusal)
      .that.deep.includes({
        code: 'validation',
        issues: [{ field: ['groupName'], code: 'group-needs-enrolment', seance: refusedSeance(automatic) }],
      });
    expect(changeSeries(target!, edited, [target!, other!], 'all', 'new')[1]?.after.groupId).to.equal(
      'group',
    );
  });

  it('takes the number into a new name of the séance that the series is changed through', () => {
    const members = weekly(3);
    const changed = (name: string) =>
      changeSeries(members[2]!, { ...members[2]!, name }, members, 'all', 'new').map(
        ({ after }) => after.name,
      );

    expect(changed('Cours')).to.deep.equal(['Cours', 'Cours [1]', 'Cours [2]']);
    expect(changed('Cours [2]')).to.deep.equal(['Cours', 'Cours [1]', 'Cours [2]']);
    // No repetition gave this number: it belongs to the name.
    expect(changed('Cours [9]')).to.deep.equal(['Cours [9]', 'Cours [9] [1]', 'Cours [9] [2]']);
  });

  it('leaves the names alone when only something else is changed', () => {
    const members = weekly(3).map((member) => ({ ...member, name: 'Sans numéro' }));
    const names = changeSeries(members[1]!, { ...members[1]!, capacity: 3 }, members, 'all', 'new').map(
      ({ after }) => after.name,
    );

    expect(names).to.deep.equal(['Sans numéro', 'Sans numéro', 'Sans numéro']);
  });

  describe('names the fields of an edit', () => {
    const cases: readonly [string, Partial<Seance>, readonly string[]][] = [
      ['nothing', { trainers: [{ id: 'trainer1', name: 'Ada' }] }, []],
      ['a later start of the same length', { start: wall('10:30'), end: wall('11:30') }, ['start']],
      ['an earlier start of the same length', { start: wall('09:30'), end: wall('10:30') }, ['start']],
      ['a later end', { end: wall('11:30') }, ['length']],
      ['a later start with the same end', { start: wall('10:30') }, ['start', 'length']],
      ['another zone', { timeZone: 'America/New_York' as Seance['timeZone'] }, ['timeZone']],
      ['another group', { groupId: 'group' }, ['groupId']],
      ['a text and a mode', { enrolmentMode: 'public', extraInfo: 'Stylo' }, ['extraInfo', 'enrolmentMode']],
      ['a field that a series has no part in', { version: 2 }, []],
    ];
    for (const [title, parts, fields] of cases) {
      it(`${title}: ${fields.join(' and ') || 'none'}`, () => {
        const target = seanceOf({ trainers: [{ id: 'trainer1', name: 'Ada' }] });
        const edited = seanceOf({ ...target, ...parts });
        const [only] = changeSeries(target, edited, [target], 'this', 'new');
        const other = { ...target, id: 's01', ownFields };

        expect(only?.after).to.deep.equal({ ...edited, ownFields: fields });
        expect(keptFields(other, target, edited)).to.deep.equal(fields);
      });
    }
  });
});

/** What another séance of the series becomes, field by field. */
function byDefinition({ seriesId: _, ...seance }: Seance, target: Seance, edited: Seance): Partial<Seance> {
  const free = (field: string) => !seance.ownFields.some((own) => own === field);
  const differs = (field: keyof Seance) => JSON.stringify(target[field]) !== JSON.stringify(edited[field]);
  const taken = content
    .filter((field) => differs(field) && free(field))
    .map((field) => [field, edited[field]]);
  const start = free('start')
    ? moved(seance.start, clockMinutes(edited.start) - clockMinutes(target.start))
    : seance.start;
  const lengthChanged = lengthOf(edited) !== lengthOf(target);
  const length = lengthChanged && free('length') ? lengthOf(edited) : lengthOf(seance);
  const timeZone = differs('timeZone') && free('timeZone') ? edited.timeZone : seance.timeZone;
  return {
    ...seance,
    ...(Object.fromEntries(taken) as Partial<Seance>),
    ...schedule(start, moved(start, length), timeZone),
    name: differs('name') && free('name') ? named(edited, seance.seriesNumber) : seance.name,
  };
}

/** The name of `edited`, without its own number, with another. */
function named({ name, seriesNumber }: Seance, number: number | null): string {
  const own = seriesNumber === null ? '' : ` [${seriesNumber}]`;
  const base = name.endsWith(own) ? name.slice(0, name.length - own.length) : name;
  return number === null ? base : `${base} [${number}]`;
}

function wall(time: string): WallTime {
  return `2025-03-03T${time}` as WallTime;
}

function lengthOf({ start, end }: Pick<Seance, 'start' | 'end'>): number {
  return clockMinutes(end) - clockMinutes(start);
}

function timesOf({ start, end, timeZone }: Pick<Seance, 'start' | 'end' | 'timeZone'>) {
  return schedule(start, end, timeZone);
}
