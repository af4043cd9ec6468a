import type { Knex } from 'knex';
import { insertRows } from '../../src/adapters/knex/many-rows.js';
import { engineOf } from '../../src/adapters/knex/dialect.js';

const [platforms, coursesEach, peopleEach, inCourse] = [100, 30, 300, 20] as const;

/** A course of a platform that has no other, and how many are in it. */
export const largeCourse = 'course-large';
export const inLargeCourse = 5_000;

export const now = '2026-11-30T08:00:00Z';
const ends = '2026-11-30T08:10:00Z';

/** 3,000 courses of 100 platforms with 30,000 people, and one of 5,000; 20,000 logins, of which half are over. */
export async function fillWithPeople(knex: Knex): Promise<void> {
  await insertRows(knex, 'seance_lti_registration', range(platforms).map(registration));
  const tenants = [...range(platforms).map(String), 'large'];
  await insertRows(knex, 'seance_lti_platform', tenants.map(platform));
  const courses = range(platforms * coursesEach).map((index) => course(`course-${index}`, index % platforms));
  await insertRows(knex, 'seance_lti_space', [...courses, course(largeCourse, 'large')]);
  const people = range(platforms * peopleEach).map((index) => member(`of-${index}`, index % platforms));
  const inLarge = range(inLargeCourse).map((index) => member(`in-large-${index}`, 'large'));
  await insertRows(knex, 'seance_lti_member', [...people, ...inLarge]);
  await insertRows(knex, 'seance_lti_membership', [
    ...courses.flatMap(({ id }, index) => peopleOf(index).map((number) => membership(id, `of-${number}`))),
    ...inLarge.map(({ id }) => membership(largeCourse, id)),
  ]);
  await insertRows(knex, 'seance_lti_login', range(20_000).map(login));
}

export async function gatherStatisticsOfPeople(knex: Knex): Promise<void> {
  const tables = ['registration', 'platform', 'space', 'member', 'membership', 'login'];
  const named = tables.map((name) => `seance_lti_${name}`).join(', ');
  await knex.raw(engineOf(knex) === 'sqlite' ? 'analyze' : `analyze table ${named}`);
}

/** Of the platform of a course, twenty people, of whom others are in its next course. */
function peopleOf(course: number): readonly number[] {
  const first = Math.floor(course / platforms) * (inCourse / 2);
  return range(inCourse).map((index) => ((first + index) % peopleEach) * platforms + (course % platforms));
}

function registration(index: number) {
  return {
    ...{ id: `registration-${index}`, issuer: `https://lms-${index}.example`, client_id: 'client' },
    ...{
      name: `LMS ${index}`,
      auth_url: '',
      token_url: '',
      frame_origins: '',
      keys_url: '',
      created_at: now,
    },
  };
}

function platform(name: string) {
  return {
    ...{ id: `platform-${name}`, registration_id: `registration-${name}`, deployment_id: '1' },
    ...{ frame_origins: '', created_at: now },
  };
}

function course(id: string, of: number | string) {
  return {
    ...{ id, platform_id: `platform-${of}`, context_id: id, name: id, memberships_url: 'https://x.example' },
    ...{ launched_at: now, roster_next_at: '2026-11-30T07:00:00Z' },
  };
}

function member(id: string, of: number | string) {
  const names = { name: `Ada ${id}`, first_name: 'Ada', last_name: id };
  return { id, platform_id: `platform-${of}`, subject: id, ...names, email: `${id}@x.example` };
}

/** Of twenty, one teaches. */
function membership(space: string, id: string) {
  const isTrainer = id.endsWith('7') && !id.endsWith('17');
  return {
    ...{ space_id: space, member_id: id, is_trainer: isTrainer, is_learner: !isTrainer, is_active: true },
    ...{ name_sort: id, name_folded: `ada ${id}`, roster_walk: 0 },
  };
}

function login(index: number) {
  return {
    ...{ state_digest: `digest-${index}`, nonce: '', browser_digest: '', registration_id: 'registration-1' },
    ...{ asked: '{}', expires_at: index % 2 === 0 ? ends : '2026-11-30T07:10:00Z' },
  };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
