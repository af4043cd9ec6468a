import { readFile } from 'node:fs/promises';
import type { Actor } from '../index.js';
import { protocolFaults, protocolTitles } from '../remote/check-platform.js';
import { createRemoteHost } from '../remote/index.js';
import type { HostSamples } from '../testing/host-promise.js';
import { brokenPromises, checkedPromises } from '../testing/host-promises.js';
import { type Command, say, WrongCall } from './command.js';
import { fromCall, platformOf } from './server-options.js';

/** What exists in the platform, as a file says it. */
type Samples = Omit<
  HostSamples<undefined>,
  'signedIn' | 'signedOut' | 'menuEntries' | 'eventsReceived' | 'agendaEntries'
> & {
  /** What a browser sends in which the sample `staff` is signed in. */
  readonly signedIn: { readonly cookie?: string; readonly authorization?: string };
};

const required: readonly (keyof Samples)[] = [
  'signedIn',
  'staff',
  'learner',
  'outsider',
  'administrator',
  'spaceId',
  'sessionId',
  'trainerId',
];

/** Says which promises of the host contract a platform that is not in Node does not keep, and ends with 1 then. */
export const checkHost: Command = async (invocation) => {
  const options = platformOf(invocation);
  const host = fromCall(() => createRemoteHost(options));
  const { samples: file } = invocation.options;
  const samples = file === undefined ? undefined : handed(await samplesIn(file));
  const broken = [...(await protocolFaults(options))];
  let checked = protocolTitles.length;
  if (samples && broken.length === 0) {
    checked += checkedPromises(samples).length;
    broken.push(...(await brokenPromises(host, samples)));
  }
  for (const { title, reason } of broken)
    say(`PROBLEM  ${title}\n         ${reason.replaceAll('\n', '\n         ')}`);
  say(
    broken.length === 0
      ? `Nothing is wrong: ${checked} promises are kept.`
      : `Problems: ${broken.length} of ${checked}.`,
  );
  if (!samples)
    say(
      `Of people, spaces and sessions nothing was asked: name some that exist, ${required.join(', ')}, by --samples FILE.`,
    );
  return broken.length === 0 ? 0 : 1;
};

/** @throws WrongCall when the file cannot be read, or does not say what the contract suite has to know. */
async function samplesIn(file: string): Promise<Samples> {
  const samples = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as Partial<Samples>)
    .catch((cause: unknown) => {
      throw new WrongCall(`The samples ${file} cannot be read: ${(cause as Error).message}`, { cause });
    });
  const missing = required.filter((name) => samples[name] === undefined);
  if (missing.length > 0) throw new WrongCall(`The samples ${file} do not say ${missing.join(', ')}.`);
  const half = (['staff', 'learner', 'outsider', 'administrator'] as const).filter(
    (name) => !isActor(samples[name]),
  );
  if (half.length > 0)
    throw new WrongCall(`The samples ${file} give no id, name, locale and timeZone of ${half.join(', ')}.`);
  return samples as Samples;
}

function isActor(actor: Partial<Actor> | undefined): boolean {
  return [actor?.id, actor?.name, actor?.locale, actor?.timeZone].every((one) => typeof one === 'string');
}

function handed({ signedIn, ...samples }: Samples): HostSamples<undefined> {
  const requestWith = (headers: Readonly<Record<string, string>>) => ({
    request: new Request('http://platform.invalid/', { method: 'POST', body: '{}', headers }),
    context: undefined,
  });
  return { ...samples, signedIn: () => requestWith({ ...signedIn }), signedOut: () => requestWith({}) };
}
