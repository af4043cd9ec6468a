import type { EnrolmentView } from '../../src/application/enrolment/enrolment-view.js';
import type { Answer, Campus } from '../application/repetition/campus/campus.js';

/** A request that changes something in one transaction. */
export interface WritingRequest {
  readonly title: string;
  /** Makes what it needs, and hands over who sends it. */
  readonly prepare: (campus: Campus) => Promise<() => Promise<Answer>>;
}

const headers = { 'idempotency-key': 'asked-for-once' };
const open = { enrolmentMode: 'public', capacity: 1 };
const grouped = { ...open, groupName: 'Ateliers' };

const seances = 'demo/seances';
const place = (id: string) => `${seances}/${id}/enrolments/me`;
const take = (campus: Campus, learner: number, id: string, query = '') =>
  campus.request('PUT', `${place(id)}${query}`, undefined, { 'x-actor': `learner${learner}` });
const leave = (campus: Campus, learner: number, id: string) =>
  campus.request('DELETE', place(id), undefined, { 'x-actor': `learner${learner}` });

/** A séance that learner 1 is in, and that learner 2 waits for. */
async function wanted(campus: Campus, parts: object = open): Promise<string> {
  const { id } = await campus.create(parts);
  await take(campus, 1, id);
  await take(campus, 2, id);
  return id;
}

async function enrolmentIn(campus: Campus, id: string): Promise<string> {
  const { body } = await campus.request<{ items: readonly EnrolmentView[] }>(
    'GET',
    `${seances}/${id}/enrolments`,
  );
  return `${seances}/${id}/enrolments/${body.items[0]?.id ?? ''}`;
}

const places: readonly WritingRequest[] = [
  {
    title: 'Enrolling: a learner who asks for a place, and waits',
    async prepare(campus) {
      const { id } = await campus.create(open);
      await take(campus, 1, id);
      return () => take(campus, 2, id);
    },
  },
  {
    title: 'Enrolling: a learner who changes their choice in a group, whose place goes to who waits for it',
    async prepare(campus) {
      const left = await wanted(campus, grouped);
      const { id } = await campus.create(grouped);
      return () => take(campus, 1, id, `?insteadOf=${left}`);
    },
  },
  {
    title: 'Enrolling: staff who enrol three, of whom one gets a place',
    async prepare(campus) {
      const { id } = await campus.create(open);
      const userIds = ['learner1', 'learner2', 'learner3'];
      return () => campus.request('POST', `${seances}/${id}/enrolments`, { userIds }, headers);
    },
  },
  {
    title: 'Leaving: a learner whose place goes to who waits for it',
    async prepare(campus) {
      const id = await wanted(campus);
      return () => leave(campus, 1, id);
    },
  },
  {
    title: 'Moving: staff who move a learner, whose place goes to who waits for it',
    async prepare(campus) {
      const id = await wanted(campus, grouped);
      const { id: seanceId } = await campus.create(grouped);
      const enrolment = await enrolmentIn(campus, id);
      return () => campus.request('POST', `${enrolment}/move`, { seanceId });
    },
  },
];

const rule = { weekdays: ['MO'], weeks: 4 };

const series: readonly WritingRequest[] = [
  {
    title: 'Repeating: a séance of two trainers, which becomes a series',
    async prepare(campus) {
      const { id } = await campus.create({ trainerIds: ['trainer1', 'trainer2'] });
      return () => campus.request('POST', `${seances}/${id}/repetitions`, rule, headers);
    },
  },
  {
    title: 'Editing a series: another trainer, time and capacity for all, of which one is waited for',
    async prepare(campus) {
      const { id } = await campus.create({ ...open, trainerIds: ['trainer1'] });
      const { items } = await campus.repeat(id, rule);
      await take(campus, 1, items[0]?.id ?? '');
      await take(campus, 2, items[0]?.id ?? '');
      const changes = {
        capacity: 2,
        start: '2025-03-03T13:00',
        end: '2025-03-03T14:00',
        trainerIds: ['trainer2'],
      };
      return () => campus.request('PATCH', `${seances}/${id}?scope=all`, changes);
    },
  },
  {
    title: 'Splitting a series: another trainer for one and those that follow, of which one is in the bin',
    async prepare(campus) {
      const { id } = await campus.create({ ...open, trainerIds: ['trainer1'] });
      const [first, second] = (await campus.repeat(id, rule)).items;
      await campus.delete(second?.id ?? '');
      return () =>
        campus.request('PATCH', `${seances}/${first?.id}?scope=following`, { trainerIds: ['trainer2'] });
    },
  },
  {
    title: 'Restoring: two séances of a group, whose learners have taken another place in it meanwhile',
    async prepare(campus) {
      const ids = [await wanted(campus, grouped), (await campus.create(grouped)).id];
      await take(campus, 3, ids[1] ?? '');
      await campus.request('POST', `${seances}/delete`, { ids });
      const { id } = await campus.create({ ...grouped, capacity: 2 });
      for (const learner of [1, 3]) await take(campus, learner, id);
      return () => campus.request('POST', `${seances}/restore`, { ids }, headers);
    },
  },
];

const notes: readonly WritingRequest[] = [
  {
    title: 'Noting: an information that is added',
    async prepare(campus) {
      const { id } = await campus.create();
      return () => campus.request('POST', `${seances}/${id}/comments`, { content: 'Bring a pen' }, headers);
    },
  },
  {
    title: 'Noting: an information that is edited',
    async prepare(campus) {
      const { id } = await campus.create();
      const comments = `${seances}/${id}/comments`;
      const { body } = await campus.request<{ id: string }>('POST', comments, { content: 'Bring a pen' });
      return () => campus.request('PATCH', `${comments}/${body.id}`, { content: 'Bring two pens' });
    },
  },
];

export const writingRequests: readonly WritingRequest[] = [...places, ...series, ...notes];
