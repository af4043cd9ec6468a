/** An id of no space, session, user, group or place. */
export const unknownId = 'seances-contract-0000-unknown';
