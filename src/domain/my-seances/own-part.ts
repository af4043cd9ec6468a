import { enrolmentStatuses } from '../enrolment/enrolment.js';

export const ownParts = ['trainer', ...enrolmentStatuses] as const;
/** What somebody is in a séance of theirs: who teaches it is its trainer, whatever else they have in it. */
export type OwnPart = (typeof ownParts)[number];
