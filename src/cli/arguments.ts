import { parseArgs } from 'node:util';
import { type Command, type Invocation, WrongCall } from './command.js';

const options = {
  config: { type: 'string' },
  database: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'tell-host': { type: 'boolean', default: false },
  retry: { type: 'boolean', default: false },
  'host-url': { type: 'string' },
  'host-secret': { type: 'string' },
  'public-url': { type: 'string' },
  'seance-url': { type: 'string' },
  'subscription-url': { type: 'string' },
  port: { type: 'string' },
  samples: { type: 'string' },
  user: { type: 'string' },
  anchors: { type: 'string' },
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  'auth-url': { type: 'string' },
  'token-url': { type: 'string' },
  'keys-url': { type: 'string' },
  'token-audience': { type: 'string' },
  'frame-origins': { type: 'string' },
  name: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
  version: { type: 'boolean', default: false, short: 'v' },
} as const;

type Option = keyof typeof options;

const ofDatabases: readonly Option[] = ['config', 'database'];

/** Those that a command takes beside `--help` and `--version`: most want a database, and nothing else. */
const optionsOf: Readonly<Record<string, readonly Option[]>> = {
  outbox: [...ofDatabases, 'retry'],
  'personal-data': [...ofDatabases, 'user'],
  'recompute-instants': [...ofDatabases, 'dry-run', 'tell-host'],
  'verify-attendance': [...ofDatabases, 'anchors'],
  serve: [...ofDatabases, 'host-url', 'host-secret', 'public-url', 'seance-url', 'subscription-url', 'port'],
  'check-host': ['host-url', 'host-secret', 'samples'],
  lti: [
    ...ofDatabases,
    ...(['public-url', 'issuer', 'client-id', 'name'] as const),
    ...(['auth-url', 'token-url', 'keys-url', 'token-audience', 'frame-origins'] as const),
  ],
};

/** Those without which a command cannot do anything. */
const neededBy: Readonly<Record<string, Option>> = { 'personal-data': 'user' };

/** The acts of those commands that have several. */
const actsOf: Readonly<Record<string, readonly string[]>> = {
  lti: ['invite', 'add', 'list', 'rotate-keys'],
};

/** What a command line asks for. */
export type Asked = 'help' | 'version' | (Invocation & { readonly command: Command });

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
  const [name, ...words] = positionals;
  const known = `${Object.keys(commands).join(', ')}; "seances --help" says what they do`;
  if (name === undefined) throw new WrongCall(`Name a command: ${known}.`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongCall(`There is no command "${name}" among ${known}.`);
  const acts = actsOf[name];
  const [act, ...surplus] = acts ? words : [undefined, ...words];
  if (acts && (act === undefined || !acts.includes(act)))
    throw new WrongCall(`The command ${name} does one of ${acts.join(', ')}.`);
  const taken = optionsOf[name] ?? ofDatabases;
  const foreign = (Object.keys(options) as Option[]).filter(
    (option) => values[option] && !taken.includes(option),
  );
  const refused = [...surplus.map((word) => `"${word}"`), ...foreign.map((option) => `--${option}`)];
  if (refused.length > 0) throw new WrongCall(`The command ${name} takes no ${refused.join(', ')}.`);
  const needed = neededBy[name];
  if (needed && !values[needed]) throw new WrongCall(`The command ${name} needs --${needed}.`);
  return { command, options: values, environment, named: namedBy(values, environment), act };
}

function namedBy(
  { config, database }: { readonly config?: string | undefined; readonly database?: string | undefined },
  environment: Invocation['environment'],
): Invocation['named'] {
  if (config) return { config };
  const address = database ?? environment['DATABASE_URL'];
  return address ? { address } : undefined;
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
