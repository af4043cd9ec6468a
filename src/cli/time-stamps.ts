import { readFileSync } from 'node:fs';
import { createTimeStamper } from '../adapters/timestamp/create-time-stamper.js';
import type { TimeStamper } from '../index.js';
import { type Invocation, WrongCall } from './command.js';
import { fromCall } from './server-options.js';

/**
 * What stamps the days of presence; undefined when nothing says by which service.
 *
 * @throws WrongCall when that is not said rightly.
 */
export function timeStamperOf({ environment }: Pick<Invocation, 'environment'>): TimeStamper | undefined {
  const [url, anchors] = [environment['TSA_URL'], environment['TSA_ANCHORS']];
  if (!url) return undefined;
  return fromCall(() => createTimeStamper({ url, anchors: anchorsIn(anchors) }));
}

/**
 * The certificates of a file of PEM; none without a file.
 *
 * @throws WrongCall when it cannot be read, or there is none in it.
 */
export function anchorsIn(file: string | undefined): string {
  if (!file) return '';
  const pem = fromCall(() => readFileSync(file, 'utf8'));
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new WrongCall(`There is no certificate in ${file}.`);
  return pem;
}
