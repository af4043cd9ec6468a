/** A séance of the demo, before it is created. */
export interface SeedSeance {
  readonly name: string;
  /** `YYYY-MM-DD`; séances of the demo end on the day that they begin. */
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly enrolmentMode?: 'manual' | 'public';
  readonly capacity?: number;
  readonly description?: string;
  readonly extraInfo?: string;
  readonly place?: string;
  readonly trainers?: readonly string[];
  readonly group?: string;
  /** Made by the training manager, and not by a trainer of the space. */
  readonly byManager?: true;
  readonly inAgenda?: true;
}

type Hours = readonly [day: string, from: string, until: string];
type Details = Omit<SeedSeance, 'name' | 'day' | 'from' | 'until'>;

const morning = 'Ateliers du matin';
const afternoon = "Ateliers de l'après-midi";
const appointments = 'Rendez-vous individuels';

/** Session demo-2026: the list of the README, with the séances on its other pages. */
export const seances2026: readonly SeedSeance[] = [
  seance("Conférence d'ouverture", ['2026-09-07', '09:00', '10:30'], {
    description: '<p>Mot de bienvenue et présentation du <strong>parcours</strong> de l’année.</p>',
    place: 'agora',
    trainers: ['trainer1'],
    byManager: true,
    inAgenda: true,
  }),
  seance('Workshop 1', ['2026-09-09', '13:30', '16:30'], { place: 'claroline', trainers: ['trainer2'] }),
  seance('Lunch', ['2026-09-17', '12:00', '13:30'], { place: 'dg' }),
  seance('Conférence "Aspects motivationnels"', ['2026-10-05', '10:00', '12:00'], {
    place: 'agora',
    trainers: ['trainer1'],
    byManager: true,
  }),
  seance('Conférence "Aspects culturels"', ['2026-12-07', '10:00', '12:00'], {
    enrolmentMode: 'manual',
    place: 'agora',
    trainers: ['trainer2'],
    byManager: true,
  }),
  seance('Conférence "Aspects pédagogiques"', ['2027-01-11', '10:00', '12:00'], {
    capacity: 40,
    place: 'agora',
    trainers: ['trainer3'],
    byManager: true,
  }),
  seance('Séance "Questions-réponses"', ['2027-05-25', '16:00', '17:00'], {
    enrolmentMode: 'public',
    capacity: 4,
    trainers: ['trainer1', 'trainer2'],
  }),
  seance('Pause café', ['2026-12-10', '10:30', '11:00'], { place: 'claroline' }),
  seance('Démonstration publique', ['2027-06-22', '14:00', '17:00'], {
    extraInfo: '<p>Entrée par la cour, code de la porte <em>1348</em>.</p>',
    place: 'claroline',
    inAgenda: true,
  }),
  ...[1, 2, 3].map((number) =>
    seance(`Atelier ${number}`, ['2027-05-10', '09:00', '12:00'], {
      enrolmentMode: 'public',
      group: morning,
      trainers: [`trainer${number}`],
    }),
  ),
  ...[4, 5, 6].map((number) =>
    seance(`Atelier ${number}`, ['2027-05-10', '13:30', '16:30'], {
      enrolmentMode: 'public',
      capacity: 12,
      group: afternoon,
      trainers: [`trainer${number - 3}`],
    }),
  ),
  ...weekly('Workshop', 2, [
    '2026-09-23',
    '2026-10-14',
    '2026-11-18',
    '2026-12-16',
    '2027-01-20',
    '2027-02-17',
    '2027-03-17',
    '2027-04-21',
  ]),
  seance('Accueil des participants', ['2026-09-01', '09:00', '10:00'], {
    place: 'claroline',
    byManager: true,
  }),
  seance('Présentation du programme', ['2026-09-02', '09:00', '11:00'], { byManager: true }),
  seance('Visite des locaux', ['2026-09-03', '14:00', '16:00'], {
    enrolmentMode: 'manual',
    place: 'claroline',
  }),
  seance('Prise en main de la plateforme', ['2026-09-10', '09:00', '12:00'], { trainers: ['trainer3'] }),
  seance('Conférence "Aspects juridiques"', ['2027-01-25', '10:00', '12:00'], {
    place: 'agora',
    byManager: true,
  }),
  seance('Conférence "Aspects numériques"', ['2027-02-08', '10:00', '12:00'], {
    place: 'agora',
    byManager: true,
  }),
  seance('Conférence "Aspects éthiques"', ['2027-02-22', '10:00', '12:00'], {
    place: 'agora',
    byManager: true,
  }),
  seance('Table ronde "Évaluer autrement"', ['2027-03-04', '14:00', '16:00'], { place: 'mediatheque' }),
  seance('Table ronde "Apprendre à distance"', ['2027-03-11', '14:00', '16:00'], { place: 'mediatheque' }),
  ...['2026-11-30', '2026-12-14', '2027-01-04', '2027-01-18'].map((day, index) =>
    seance(`Travail de groupe ${index + 1}`, [day, '13:30', '15:30'], {
      enrolmentMode: 'manual',
      capacity: 20,
    }),
  ),
  ...['lundi', 'mardi', 'mercredi'].map((name, index) =>
    seance(`Rendez-vous du ${name}`, [`2027-04-${26 + index}`, '09:00', '09:30'], {
      enrolmentMode: 'public',
      capacity: 1,
      group: appointments,
      trainers: ['trainer1'],
    }),
  ),
  ...['2026-12-03', '2027-01-07', '2027-02-04', '2027-04-01'].map((day, index) =>
    seance(`Classe virtuelle ${index + 1}`, [day, '18:00', '19:30'], {
      enrolmentMode: 'public',
      capacity: 25,
      extraInfo: '<p>Le lien de connexion est envoyé la veille.</p>',
      trainers: ['trainer2'],
    }),
  ),
  seance('Séance "Retour d\'expérience"', ['2027-03-22', '15:00', '17:00'], { trainers: ['trainer3'] }),
  seance('Bilan de mi-parcours', ['2027-01-28', '09:00', '12:00'], { place: 'saint-gery', inAgenda: true }),
  seance('Préparation du projet', ['2027-03-25', '09:00', '12:00'], { trainers: ['trainer3'] }),
  seance('Présentation des projets', ['2027-06-03', '09:00', '17:00'], {
    place: 'saint-gery',
    inAgenda: true,
  }),
  seance('Examen blanc', ['2027-05-18', '09:00', '12:00'], { place: 'agora' }),
  seance('Examen final', ['2027-06-15', '09:00', '12:00'], {
    place: 'agora',
    byManager: true,
    inAgenda: true,
  }),
  seance('Visite du musée', ['2027-04-15', '10:00', '16:00'], { enrolmentMode: 'public', capacity: 15 }),
  seance('Repas de clôture', ['2027-06-24', '12:00', '14:30'], { place: 'maison' }),
  seance('Conférence de clôture', ['2027-06-24', '15:00', '16:30'], { place: 'maison', byManager: true }),
];

/** Session demo-2027: what is known a year ahead. */
export const seances2027: readonly SeedSeance[] = [
  seance('Conférence de rentrée', ['2027-09-06', '09:00', '10:30'], { place: 'agora', byManager: true }),
  seance('Workshop 1', ['2027-09-08', '13:30', '16:30'], { trainers: ['trainer2'] }),
  seance("Journée d'intégration", ['2027-09-16', '09:00', '17:00'], {
    enrolmentMode: 'manual',
    place: 'maison',
  }),
  seance("Atelier d'écriture", ['2027-10-07', '09:00', '12:00'], { enrolmentMode: 'public', capacity: 10 }),
];

/** The séance that fills session demo-2026 as its `number`th, for lists that are longer than the usual one. */
export function generatedSeance(number: number): SeedSeance {
  const firstDay = Date.UTC(2026, 8, 1);
  const daysOfSession = 303;
  const day = new Date(firstDay + ((number * 7) % daysOfSession) * 86_400_000).toISOString().slice(0, 10);
  const hour = 8 + (number % 10);
  const details: Details = number % 3 === 0 ? { enrolmentMode: 'public', capacity: 8 } : {};
  return seance(`Tutorat ${number}`, [day, `${twoDigits(hour)}:00`, `${twoDigits(hour)}:50`], details);
}

function weekly(name: string, firstNumber: number, days: readonly string[]): readonly SeedSeance[] {
  return days.map((day, index) =>
    seance(`${name} ${firstNumber + index}`, [day, '13:30', '16:30'], {
      place: 'claroline',
      trainers: [`trainer${(index % 3) + 1}`],
    }),
  );
}

function seance(name: string, [day, from, until]: Hours, details: Details): SeedSeance {
  return { name, day, from, until, ...details };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
