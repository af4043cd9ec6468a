import type { ServiceIdentifier } from 'inversify';
import type { Manifest } from '../adapters/host/manifest.js';
import type { RequestLimits } from '../adapters/http/limits.js';
import type { UnderWay } from '../adapters/http/under-way.js';
import type { OpenDatabase } from '../adapters/knex/dialect.js';

/** Names in the container of what is no class. */
export const ManifestToken = Symbol('Manifest') as ServiceIdentifier<Manifest>;
export const UnderWayToken = Symbol('UnderWay') as ServiceIdentifier<UnderWay>;
export const DatabaseToken = Symbol('Database') as ServiceIdentifier<OpenDatabase>;
export const LimitsToken = Symbol('RequestLimits') as ServiceIdentifier<RequestLimits>;
