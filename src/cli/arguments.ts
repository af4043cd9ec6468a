import { parseArgs } from 'node:util';
import type { Command, Invocation } from './command.js';

/** What makes a command line impossible to follow, in one sentence. */
export class WrongCall extends Error {}

const options = {
  config: { type: 'string' },
  database: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'tell-host': { type: 'boolean', default: false },
  retry: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
  version: { type: 'boolean', default: false, short: 'v' },
} as const;

type Option = keyof typeof options;

/** Those that a command takes beside what all of them take. */
const optionsOf: Readonly<Record<string, readonly Option[]>> = {
  outbox: ['retry'],
  'recompute-instants': ['dry-run', 'tell-host'],
};
const optionsOfAll: readonly Option[] = ['config', 'database', 'help', 'version'];

/** What a command line asks for. */
export type Asked =
  | 'help'
  | 'version'
  | (Named & {
      readonly command: Command;
      readonly options: Invocation['options'] & { readonly 'tell-host': boolean };
    });

/** Where the database is: in a file of the platform's, or at an address. */
type Named = { readonly config: string } | { readonly address: string };

/**
 * Reads a command line.
 *
 * @throws WrongCall
 */
export function readArguments(
  args: readonly string[],
  commands: Readonly<Record<string, Command>>,
  environment: Readonly<Record<string, string | undefined>>,
): Asked {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [name, ...surplus] = positionals;
  const known = `${Object.keys(commands).join(', ')}; "seances --help" says what they do`;
  if (name === undefined) throw new WrongCall(`Name a command: ${known}.`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongCall(`There is no command "${name}" among ${known}.`);
  const taken = [...optionsOfAll, ...(optionsOf[name] ?? [])];
  const foreign = (Object.keys(options) as Option[]).filter(
    (option) => values[option] && !taken.includes(option),
  );
  const refused = [...surplus.map((word) => `"${word}"`), ...foreign.map((option) => `--${option}`)];
  if (refused.length > 0) throw new WrongCall(`The command ${name} takes no ${refused.join(', ')}.`);
  if (values.config) return { command, config: values.config, options: values };
  const address = values.database ?? environment['DATABASE_URL'];
  if (!address)
    throw new WrongCall('Name the database, by --config FILE, --database ADDRESS or DATABASE_URL.');
  return { command, address, options: values };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // What Node says is the first sentence; what it advises comes after it.
    const [sentence = ''] = (error as Error).message.split(/\.(?:\s|$)|\n/);
    throw new WrongCall(`${sentence}.`, { cause: error });
  }
}
