import { createHash } from 'node:crypto';

/** What somebody is in the course, or, an administrator, in the whole platform. */
export type CourseRole =
  'instructor' | 'assistant' | 'developer' | 'learner' | 'observer' | 'mentor' | 'administrator';

/** Somebody in a course. */
export interface Member {
  /** How the platform itself calls them; what a tool is told is its profile's business. */
  readonly number: number;
  readonly given: string;
  readonly family: string;
  readonly email: string;
  readonly role: CourseRole;
  readonly status: 'Active' | 'Inactive';
}

/** A course of a platform, with those who are in it. A test may change who that is. */
export interface Course {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  members: readonly Member[];
}

const givens = [
  'Zoë',
  'Jean-François',
  'Åse',
  'Łukasz',
  'Nuño',
  'Đorđe',
  'Éléonore',
  'İbrahim',
  "N'Golo",
  '美咲',
];
const families = [
  'Dupont',
  "d'Haëne",
  'Müller',
  'Ørsted',
  'Van den Broeck',
  'Ibáñez',
  'Şahin',
  'O’Brien',
  'Čapek',
];

/** Who comes first in every course, so that a test finds each by what they are; all others are learners. */
const staff: readonly CourseRole[] = [
  'instructor',
  'assistant',
  'developer',
  'observer',
  'mentor',
  'administrator',
];

/**
 * A course of `size` people, the same each time. Names have what names have: accents, apostrophes, hyphens, other
 * scripts. There are 90 different ones, so that everybody has homonyms in a course of more.
 */
export function courseOf(size: number, id = 'course-2026'): Course {
  const members = Array.from({ length: size }, (_, index) => member(index + 1));
  return { id, label: 'FORM-26', title: 'Formation à l’accueil, « été » 2026', members };
}

/** The first of a course that has this role in it. */
export function firstOf(course: Course, role: CourseRole): Member {
  const found = course.members.find((candidate) => candidate.role === role);
  if (!found) throw new Error(`Nobody in ${course.id} is ${role}: a course of seven has everybody.`);
  return found;
}

/** A number of somebody, as one of the opaque ids that platforms give to tools. */
export function opaqueId(number: number, salt = ''): string {
  const hash = createHash('sha256').update(`${salt}${number}`).digest('hex');
  return [8, 12, 16, 20, 32].map((end, at, ends) => hash.slice(ends[at - 1] ?? 0, end)).join('-');
}

function member(number: number): Member {
  return {
    number,
    given: givens[number % givens.length] ?? '',
    family: families[number % families.length] ?? '',
    email: `person.${number}@school.example`,
    role: staff[number - 1] ?? 'learner',
    status: 'Active',
  };
}
