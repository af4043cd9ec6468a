import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { PersonalDataPart } from '../../domain/personal-data/personal-data.js';
import type { Issue, IssueCode } from '../../domain/refusal.js';
import type { Settings } from '../../domain/settings/settings.js';
import { parseTimeZone } from '../../domain/time/time-zone.js';
import { packageFolder } from '../../package-folder.js';

/** One text per BCP 47 language; `fr` and `en` are always there. */
export type LocalizedText = Readonly<Record<string, string>> & { readonly fr: string; readonly en: string };

/** A menu entry, as `plugin.json` states it. */
export interface ManifestMenuEntry {
  readonly id: string;
  readonly icon: string;
  readonly label: LocalizedText;
  readonly path: string;
}

/** A module for the browser, and the custom element that it defines. */
export interface WebPart {
  readonly module: string;
  readonly element: string;
}

/** What is stored about people in one table, with what it is and how long it is kept, in words. */
export interface ManifestPersonalData extends PersonalDataPart {
  readonly description: LocalizedText;
  readonly retention: LocalizedText;
}

/** `plugin.json`. What each field means stands in `plugin.schema.json`. */
export interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly description: LocalizedText;
  readonly icon: string;
  readonly menu: {
    readonly tool: ManifestMenuEntry & { readonly order: 'last' };
    readonly administration?: ManifestMenuEntry;
  };
  readonly permissions: readonly {
    readonly id: string;
    readonly scope: 'space' | 'platform';
    readonly label: LocalizedText;
  }[];
  /** A JSON Schema (2020-12) with a default for every setting. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly personalData: readonly ManifestPersonalData[];
  readonly migrations: string;
  readonly web: WebPart & {
    /** The element of the administration. */
    readonly administration?: WebPart;
    /** The element for the host's home page. */
    readonly home?: WebPart;
  };
  readonly requires: readonly string[];
}

/**
 * The manifest in `file`, `plugin.json` of this package unless told otherwise.
 *
 * @throws Error that names the file and the JSON Pointer of the first thing that is wrong with it.
 */
export function readManifest(file: URL = new URL('plugin.json', packageFolder)): Manifest {
  const manifest = readJson(file);
  const validate = new Ajv2020({ strictTypes: false }).compile(
    readJson(new URL('plugin.schema.json', packageFolder)) as object,
  );
  if (!validate(manifest)) throw invalid(fileURLToPath(file), '', validate.errors);
  defaultSettings(manifest as Manifest, fileURLToPath(file));
  return manifest as Manifest;
}

/**
 * Every setting with its default.
 *
 * @throws Error that names `file` and the setting, when a default is not one of the values that its schema allows.
 */
export function defaultSettings(manifest: Manifest, file = 'plugin.json'): Settings {
  const settings: unknown = {};
  const validate = compileSettings(manifest, file);
  if (!validate(settings)) throw invalid(file, '/settings/properties', validate.errors);
  return settings as Settings;
}

/** Formats that JSON Schema does not know, and the settings do. */
const formats = { 'time-zone': (text: string) => parseTimeZone(text) !== undefined };

const issueCodes: Readonly<Record<string, IssueCode>> = {
  additionalProperties: 'unknown-field',
  type: 'wrong-type',
  enum: 'not-allowed',
  minimum: 'too-small',
  maximum: 'too-large',
  maxLength: 'too-long',
  format: 'unknown-time-zone',
};

/** Makes what says what is wrong with settings, all or some of them, by their schema in the manifest. */
export function settingsCheck(
  manifest: Manifest,
): (values: Readonly<Record<string, unknown>>) => readonly Issue[] {
  const validate = new Ajv2020({ allErrors: true, formats }).compile(manifest.settings);
  return (values) => (validate(values) ? [] : (validate.errors ?? []).map(issueOf));
}

function issueOf({ keyword, instancePath, params }: ErrorObject): Issue {
  const { additionalProperty: unknown, limit } = params as { additionalProperty?: string; limit?: number };
  return {
    field: unknown === undefined ? instancePath.split('/').slice(1) : [unknown],
    code: issueCodes[keyword] ?? 'invalid-format',
    ...(limit !== undefined && { params: { limit } }),
  };
}

function compileSettings(manifest: Manifest, file: string): ValidateFunction {
  try {
    return new Ajv2020({ useDefaults: true, formats }).compile(manifest.settings);
  } catch (cause) {
    throw new Error(`${file}: /settings ${(cause as Error).message}`, { cause });
  }
}

function readJson(file: URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${fileURLToPath(file)}: ${(cause as Error).message}`, { cause });
  }
}

function invalid(file: string, prefix: string, errors: readonly ErrorObject[] | null | undefined): Error {
  const error = errors?.[0];
  const unknown =
    error?.keyword === 'additionalProperties' ? `/${String(error.params['additionalProperty'])}` : '';
  const pointer = `${prefix}${error?.instancePath ?? ''}${unknown}`;
  return new Error(
    `${file}: ${pointer === '' ? 'the whole manifest' : pointer} ${error?.message ?? 'is invalid'}`,
  );
}
