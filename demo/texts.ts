import type { Language } from './languages.js';

/** What the host writes itself. The plugin brings its own texts. */
export interface Texts {
  readonly platform: string;
  readonly skip: string;
  readonly language: string;
  readonly user: string;
  readonly change: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly whoAreYou: string;
  readonly noPassword: string;
  readonly unknownUser: string;
  readonly roles: Readonly<Record<'administrator' | 'manager' | 'trainer' | 'learner' | 'guest', string>>;
  readonly home: string;
  readonly spaces: string;
  readonly noSpace: string;
  readonly administration: string;
  readonly mails: string;
  readonly outbox: string;
  readonly outboxHint: string;
  readonly noMail: string;
  readonly recipient: string;
  readonly sentAt: string;
  readonly calendar: string;
  readonly asHtml: string;
  readonly asText: string;
  readonly tools: string;
  readonly sessions: string;
  readonly noSession: string;
  readonly pickTool: string;
  readonly hostTool: string;
  readonly loading: string;
  readonly needsJavaScript: string;
  readonly notFound: string;
  readonly notFoundDetail: string;
  readonly failed: string;
  readonly failedDetail: string;
  readonly backHome: string;
}

const fr: Texts = {
  platform: 'Plateforme de démonstration',
  skip: 'Aller au contenu',
  language: 'Langue',
  user: 'Utilisateur',
  change: 'Changer',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  whoAreYou: 'Qui êtes-vous\u00a0?',
  noPassword:
    'Cette plateforme sert à essayer l’outil\u00a0: choisissez une personne, il n’y a pas de mot de passe.',
  unknownUser: 'Cette personne est inconnue. Choisissez-en une dans la liste.',
  roles: {
    administrator: 'Administration',
    manager: 'Gestion de la formation',
    trainer: 'Formateurs',
    learner: 'Apprenants',
    guest: 'Sans accès',
  },
  home: 'Accueil',
  spaces: 'Espaces d’activités',
  noSpace: 'Aucun espace d’activités ne vous est ouvert.',
  administration: 'Administration',
  mails: 'Mails',
  outbox: 'Mails envoyés',
  outboxHint:
    'Ce que la plateforme a envoyé depuis son démarrage, à tous, le plus récent d’abord. La page se met à jour toute seule.',
  noMail: 'Rien n’a été envoyé.',
  recipient: 'À',
  sentAt: 'Envoyé',
  calendar: 'Télécharger le calendrier joint',
  asHtml: 'Mis en forme',
  asText: 'Texte seul',
  tools: 'Outils de l’espace',
  sessions: 'Sessions de formation',
  noSession: 'Cet espace n’est rattaché à aucune session de formation.',
  pickTool: 'Choisissez un outil dans le menu.',
  hostTool: 'Cet outil appartient à la plateforme. Il ne fait rien dans cette démonstration.',
  loading: 'Chargement…',
  needsJavaScript: 'Cet outil a besoin de JavaScript.',
  notFound: 'Page introuvable',
  notFoundDetail: 'Cette page n’existe pas, ou ne vous est pas ouverte.',
  failed: 'Une erreur est survenue',
  failedDetail: 'La page n’a pas pu être affichée. Réessayez dans un instant.',
  backHome: 'Retour à l’accueil',
};

const en: Texts = {
  platform: 'Demonstration platform',
  skip: 'Skip to content',
  language: 'Language',
  user: 'User',
  change: 'Switch',
  signIn: 'Sign in',
  signOut: 'Sign out',
  whoAreYou: 'Who are you?',
  noPassword: 'This platform is for trying the tool out: pick a person, there are no passwords.',
  unknownUser: 'Nobody is known by that name. Pick somebody from the list.',
  roles: {
    administrator: 'Administration',
    manager: 'Training management',
    trainer: 'Trainers',
    learner: 'Learners',
    guest: 'Without access',
  },
  home: 'Home',
  spaces: 'Activity spaces',
  noSpace: 'No activity space is open to you.',
  administration: 'Administration',
  mails: 'Mails',
  outbox: 'Mails sent',
  outboxHint:
    'What the platform has sent since it was started, to everybody, the latest first. The page keeps itself up to date.',
  noMail: 'Nothing was sent.',
  recipient: 'To',
  sentAt: 'Sent',
  calendar: 'Download the attached calendar',
  asHtml: 'Formatted',
  asText: 'Plain text',
  tools: 'Tools of the space',
  sessions: 'Training sessions',
  noSession: 'This space is not attached to a training session.',
  pickTool: 'Pick a tool from the menu.',
  hostTool: 'This tool belongs to the platform. It does nothing in this demonstration.',
  loading: 'Loading…',
  needsJavaScript: 'This tool needs JavaScript.',
  notFound: 'Page not found',
  notFoundDetail: 'This page does not exist, or is not open to you.',
  failed: 'Something went wrong',
  failedDetail: 'The page could not be shown. Try again in a moment.',
  backHome: 'Back to the start',
};

const nl: Texts = {
  platform: 'Demonstratieplatform',
  skip: 'Naar de inhoud',
  language: 'Taal',
  user: 'Gebruiker',
  change: 'Wisselen',
  signIn: 'Aanmelden',
  signOut: 'Afmelden',
  whoAreYou: 'Wie ben je?',
  noPassword:
    'Dit platform dient om het hulpmiddel uit te proberen: kies een persoon, wachtwoorden zijn er niet.',
  unknownUser: 'Niemand is onder die naam bekend. Kies iemand uit de lijst.',
  roles: {
    administrator: 'Administratie',
    manager: 'Opleidingsbeheer',
    trainer: 'Trainers',
    learner: 'Cursisten',
    guest: 'Zonder toegang',
  },
  home: 'Start',
  spaces: 'Activiteitenruimtes',
  noSpace: 'Er is geen activiteitenruimte voor jou open.',
  administration: 'Administratie',
  mails: 'Mails',
  outbox: 'Verzonden mails',
  outboxHint:
    'Wat het platform sinds de start heeft verzonden, aan iedereen, het nieuwste eerst. De pagina werkt zichzelf bij.',
  noMail: 'Er is niets verzonden.',
  recipient: 'Aan',
  sentAt: 'Verzonden',
  calendar: 'De bijgevoegde agenda downloaden',
  asHtml: 'Opgemaakt',
  asText: 'Platte tekst',
  tools: 'Hulpmiddelen van de ruimte',
  sessions: 'Opleidingssessies',
  noSession: 'Deze ruimte is niet aan een opleidingssessie gekoppeld.',
  pickTool: 'Kies een hulpmiddel uit het menu.',
  hostTool: 'Dit hulpmiddel is van het platform. In deze demonstratie doet het niets.',
  loading: 'Laden…',
  needsJavaScript: 'Dit hulpmiddel heeft JavaScript nodig.',
  notFound: 'Pagina niet gevonden',
  notFoundDetail: 'Deze pagina bestaat niet, of is niet voor jou open.',
  failed: 'Er is iets misgegaan',
  failedDetail: 'De pagina kon niet worden getoond. Probeer het zo meteen opnieuw.',
  backHome: 'Terug naar het begin',
};

export const texts: Readonly<Record<Language, Texts>> = { fr, en, nl };
