import type { EnrolmentWindow } from './enrolment-window.js';

export const enrolmentModes = ['automatic', 'manual', 'public'] as const;
/** `automatic`: every learner of the session is in; `manual`: staff enrol; `public`: learners enrol themselves. */
export type EnrolmentMode = (typeof enrolmentModes)[number];

/** A trainer of a séance, with the name that they had when they were chosen or last renamed. */
export interface SeanceTrainer {
  readonly id: string;
  readonly name: string;
}

/** What people write about a séance, apart from when it happens. Texts are sanitised HTML, empty when there is none. */
export interface SeanceContent extends EnrolmentWindow {
  readonly name: string;
  readonly description: string;
  readonly extraInfo: string;
  readonly enrolmentMode: EnrolmentMode;
  /** The most learners that may be enrolled; null is unlimited. */
  readonly capacity: number | null;
  readonly locationId: string | null;
  /** Where its online class is, an https address; null when there is none. */
  readonly onlineUrl: string | null;
  readonly trainers: readonly SeanceTrainer[];
  readonly groupId: string | null;
  readonly inAgenda: boolean;
}

/** `html` may be long, and is sanitised when it comes in; everything else is a `value`. In the order of the form. */
const kinds = {
  name: 'value',
  description: 'html',
  extraInfo: 'html',
  enrolmentMode: 'value',
  enrolmentOpens: 'value',
  enrolmentCloses: 'value',
  capacity: 'value',
  locationId: 'value',
  onlineUrl: 'value',
  trainers: 'value',
  groupId: 'value',
  inAgenda: 'value',
} as const satisfies Readonly<Record<keyof SeanceContent, 'html' | 'value'>>;

export type ContentField = keyof SeanceContent;
type OfKind<Kind> = {
  [Field in ContentField]: (typeof kinds)[Field] extends Kind ? Field : never;
}[ContentField];
export type HtmlField = OfKind<'html'>;
export type ValueField = OfKind<'value'>;

export const contentFields = Object.keys(kinds) as readonly ContentField[];
export const htmlFields = contentFields.filter((field): field is HtmlField => kinds[field] === 'html');
export const valueFields = contentFields.filter((field): field is ValueField => kinds[field] === 'value');

/** What an occurrence can have of its own, changed by hand: changes of its series leave it alone. */
export const ownFields = [...contentFields, 'start', 'length', 'timeZone'] as const;
export type OwnField = (typeof ownFields)[number];

/** The content alone, of something that has more. */
export function contentOf(seance: SeanceContent): SeanceContent {
  return Object.fromEntries(contentFields.map((field) => [field, seance[field]])) as unknown as SeanceContent;
}

/** What a séance is of which only the name was said. */
export function blankContent(
  name: string,
  settings: { readonly defaultEnrolmentMode: EnrolmentMode; readonly inAgendaByDefault: boolean },
): SeanceContent {
  return {
    name,
    description: '',
    extraInfo: '',
    enrolmentMode: settings.defaultEnrolmentMode,
    enrolmentOpens: null,
    enrolmentCloses: null,
    capacity: null,
    locationId: null,
    onlineUrl: null,
    trainers: [],
    groupId: null,
    inAgenda: settings.inAgendaByDefault,
  };
}
