import type { Language } from './stage.js';

/** What people of each language would call the séances that the pictures show. */
const frenchExamples = {
  workshop: 'Atelier de théâtre',
  other: 'Atelier de musique',
  group: 'Ateliers du lundi',
  description: 'On joue une pièce.',
  note: 'Démarrage 15 minutes plus tard.',
  place: 'Salle Némo',
};
const englishExamples: typeof frenchExamples = {
  workshop: 'Theatre workshop',
  other: 'Music workshop',
  group: 'Monday workshops',
  description: 'We act a play.',
  note: 'Starts 15 minutes later.',
  place: 'Nemo room',
};
export const examples: Readonly<Record<Language, typeof frenchExamples>> = {
  fr: frenchExamples,
  en: englishExamples,
};
