import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastFolder } from './fast-folder.js';
import type { Requirement } from './requirement.js';
import { programPath } from './server-program.js';

export const openssl: Requirement = {
  isThere: () => programPath('openssl') !== undefined,
  missing: 'openssl is not installed. Suites about TLS are skipped.',
};

/** An authority that nobody knows, and certificates of servers that it has signed, in a folder of their own. */
export class Certificates {
  private readonly folder = mkdtempSync(join(fastFolder, 'seances-certificates-'));
  /** The file of the authority's certificate. */
  readonly authority = this.file('authority.pem');

  constructor() {
    this.run(
      'req',
      '-x509',
      ...this.newKey('authority.key'),
      '-subj',
      '/CN=Authority',
      '-out',
      this.authority,
    );
  }

  /** For a server that is called `name`. */
  of(name: string): { readonly certificate: string; readonly key: string } {
    const [request, extensions] = [this.file('request.pem'), this.file('extensions')];
    const [certificate, key] = [this.file(`${name}.pem`), this.file(`${name}.key`)];
    writeFileSync(extensions, `subjectAltName=DNS:${name}`);
    this.run('req', ...this.newKey(`${name}.key`), '-subj', `/CN=${name}`, '-out', request);
    const signed = ['-CA', this.authority, '-CAkey', this.file('authority.key'), '-CAcreateserial'];
    this.run('x509', '-req', '-in', request, ...signed, '-extfile', extensions, '-out', certificate);
    return { certificate, key };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private newKey(name: string): readonly string[] {
    return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', this.file(name)];
  }

  private file(name: string): string {
    return join(this.folder, name);
  }

  private run(...options: readonly string[]): void {
    execFileSync(programPath('openssl') ?? '', options, { stdio: 'pipe' });
  }
}
