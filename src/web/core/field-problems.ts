import type { FieldProblem, RequestFailure } from './request-failure.js';

/** What the server says about each field that is there to show it, and about the rest. */
interface SortedProblems<Name extends string> {
  readonly errors: Readonly<Partial<Record<Name, string>>>;
  readonly others: readonly string[];
}

/**
 * @param fieldOf the field that shows what is wrong with a property of the body, or with what is `inner` in it;
 * undefined when none does.
 * @param messageOf what that field says.
 */
export function sortProblems<Name extends string>(
  { fields }: RequestFailure,
  fieldOf: (property: string, inner?: string) => Name | undefined,
  messageOf: (problem: FieldProblem) => string = ({ message }) => message,
): SortedProblems<Name> {
  const errors: Partial<Record<Name, string>> = {};
  const others: string[] = [];
  for (const problem of fields) {
    const [, property = '', inner] = problem.pointer.split('/');
    const name = fieldOf(property, inner);
    const message = name ? messageOf(problem) : problem.message;
    if (!name) others.push(message);
    else if (!errors[name]?.includes(message))
      errors[name] = [errors[name], message].filter(Boolean).join(' ');
  }
  return { errors, others };
}
