import { defaultSettings, readManifest, settingsCheck } from '../adapters/host/manifest.js';
import { ConsoleLogger } from '../adapters/system/console-logger.js';
import { NodeDigests } from '../adapters/system/node-digests.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { PkiTimeStampReader } from '../adapters/timestamp/pki-time-stamp-reader.js';
import { VerifyAttendance } from '../application/attendance/verify-attendance.js';
import { VerifyStamps } from '../application/attendance/verify-stamps.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { SettingsInForce } from '../application/settings/settings-in-force.js';
import type { SealFault, SealFinding } from '../domain/attendance/seal-finding.js';
import { type DatabaseCommand, say } from './command.js';
import { anchorsIn } from './time-stamps.js';

const words: Readonly<Record<SealFault, string>> = {
  'entry-missing': 'the entry before it is missing',
  'entry-changed': 'it was changed, or what is before it',
  'person-changed': 'what it says of a person was changed',
  'count-differs': 'has another number of entries than it counts',
  'last-hash-differs': 'does not end with the entry that it says it does',
  'after-close': 'it is on the wrong side of the close',
  'close-differs': 'says otherwise than its log when, how or whether it was closed',
  'slot-missing': 'is gone, and its entries are there',
  'signed-slot-missing': 'is gone, and has to be kept since it was signed',
  'stamp-missing': 'is missing, or one before it',
  'stamp-changed': 'its content was changed',
  'stamp-out-of-order': 'does not follow the one before it',
  'stamped-entry-missing': 'is gone, and was stamped',
  'stamped-entry-differs': 'is another one than was stamped',
  'stamped-slot-differs': 'has other hours than were stamped, or was closed otherwise',
  'token-wrong': 'its token is not right',
  'token-time-differs': 'its token says another time',
};

/** Checks everything that is sealed, says what does not add up, and ends with 1 then. */
export const verifyAttendance: DatabaseCommand = async ({ unitOfWork, options }) => {
  const manifest = readManifest();
  const logger = new ConsoleLogger();
  const inForce = new SettingsInForce(defaultSettings(manifest), settingsCheck(manifest), logger);
  const [digests, reader] = [new NodeDigests(), new PkiTimeStampReader(anchorsIn(options.anchors))];
  const readSettings = new ReadSettings(unitOfWork, inForce);
  const stamps = new VerifyStamps(unitOfWork, readSettings, reader, digests, new SystemClock());
  let faults = 0;
  const report = await new VerifyAttendance(unitOfWork, stamps, digests).run((finding) => {
    faults += 1;
    say(lineOf(finding));
  });
  const { slots, entries, forgotten, unstamped, unanswered } = report;
  say(`${slots} half-days with ${entries} entries, ${forgotten} of them about people who are forgotten.`);
  say(`${report.stamps} stamps, ${unanswered} of them without a token; ${unstamped} half-days wait for one.`);
  say(faults === 0 ? 'Everything adds up.' : `Findings: ${faults}.`);
  return faults === 0 ? 0 : 1;
};

function lineOf({ fault, seanceId, slot, entry, stamp, detail }: SealFinding): string {
  const where = [
    ...(seanceId === null ? [] : [`séance ${seanceId}`]),
    ...(slot === null ? [] : [`slot ${slot}`]),
    ...(entry === null ? [] : [`entry ${entry}`]),
    ...(stamp === null ? [] : [`stamp ${stamp}`]),
  ];
  return `${where.join(' ')}: ${words[fault]}${detail && ` (${detail})`}.`;
}
