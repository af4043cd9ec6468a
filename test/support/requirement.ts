/** Something that suites cannot run without. */
export interface Requirement {
  isThere(): boolean;
  /** What a run without it says: what is missing, and what is skipped for that. */
  readonly missing: string;
}

const warned = new Set<Requirement>();

/** Defines a suite. Where what it needs is missing it is pending, and says so loudly; with `CI=true` it fails. */
export function describeWith(
  requirement: Requirement,
  title: string,
  define: (this: Mocha.Suite) => void,
): void {
  if (requirement.isThere()) describe(title, define);
  else if (process.env['CI'] === 'true') {
    it(`${title}: has what it needs to run`, () => {
      throw new Error(`${requirement.missing} CI runs every suite.`);
    });
  } else {
    if (!warned.has(requirement)) console.warn(`\n  WARNING: ${requirement.missing}\n`);
    warned.add(requirement);
    describe.skip(title, define);
  }
}
