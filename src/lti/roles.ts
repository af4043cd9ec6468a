/** What somebody may do in a space by their roles there, and what they are to others. */
export interface Standing {
  readonly open: boolean;
  readonly edit: boolean;
  readonly enrol: boolean;
  readonly isTrainer: boolean;
  readonly isLearner: boolean;
  /** Of the tenant, and of nothing else. */
  readonly isAdministrator: boolean;
}

const context = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const areAdministrators = [
  'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
  'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
  'http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin',
];

/**
 * What the roles of a launch, or of a roster, stand for (LTI Core 1.3, A.2).
 *
 * Platforms write a role of a context as a URI, `…/membership#Learner`, with a sub-role,
 * `…/membership/Instructor#TeachingAssistant`, by its short name, `Learner`, or bare and in capitals, `LEARNER`. A role that
 * is not known lets its holder look, as an observer.
 */
export function standingOf(roles: readonly string[]): Standing {
  const names = roles.map(nameOf);
  const has = (...wanted: readonly string[]): boolean => names.some((name) => wanted.includes(name));
  const isTrainer = has('instructor', 'teachingassistant');
  const isDesigner = has('contentdeveloper');
  return {
    open: true,
    edit: isTrainer || isDesigner,
    enrol: isTrainer,
    isTrainer,
    isLearner: has('learner', 'student') && !isTrainer,
    isAdministrator: roles.some((role) => areAdministrators.includes(role)),
  };
}

/** The role in a context that a text names, in small letters; empty for a role elsewhere. */
function nameOf(role: string): string {
  if (!/^(?:https?|urn):/.test(role)) return role.toLowerCase();
  const [place = '', name = ''] = role.split('#');
  if (place === context || place.startsWith(`${context}/`)) return (name || '').toLowerCase();
  // LTI 1.1, which some platforms still send beside.
  return /^urn:lti:role:ims\/lis\/(\w+)/.exec(role)?.[1]?.toLowerCase() ?? '';
}
