import { createSmtpMailer } from '../src/adapters/mail/create-smtp-mailer.js';
import {
  Identity,
  Permissions,
  type Actor,
  type Database,
  type Logger,
  type SeancesHost,
  type SpacePermissions,
} from '../src/index.js';
import { InMemoryHostLocations, type InMemoryDirectory } from '../src/testing/index.js';
import type { Language } from './languages.js';
import { DemoContacts, type DemoMail } from './mail.js';
import { demoPlaces } from './places.js';
import { OpenTelemetryMetrics } from './open-telemetry-metrics.js';
import { Outbox } from './outbox.js';
import { SpaceMenu } from './space-menu.js';
import { demoDirectory, demoSpaces, demoTimeZone } from './spaces.js';
import { findUser, type Role } from './users.js';

/** What the demo hands to the plugin beside each request. */
export interface DemoContext {
  readonly userId: string | undefined;
  readonly language: Language;
}

const everything: SpacePermissions = { open: true, edit: true, enrol: true };
const nothing: SpacePermissions = { open: false, edit: false, enrol: false };
const permissionsByRole: Readonly<Record<Role, SpacePermissions>> = {
  administrator: everything,
  manager: everything,
  trainer: everything,
  learner: { ...nothing, open: true },
  guest: nothing,
};

/** The user that the context names, as the plugin sees them; null when there is none. */
export function actorOf({ userId, language }: DemoContext): Actor | null {
  const user = findUser(userId);
  return user ? { id: user.id, name: user.name, locale: language, timeZone: demoTimeZone } : null;
}

class DemoIdentity extends Identity<DemoContext> {
  override async identify(_request: Request, context: DemoContext): Promise<Actor | null> {
    return Promise.resolve(actorOf(context));
  }
}

class DemoPermissions extends Permissions {
  override async inSpace(actor: Actor, spaceId: string): Promise<SpacePermissions> {
    const role = findUser(actor.id)?.role;
    const known = demoSpaces.some((space) => space.id === spaceId);
    return Promise.resolve(known && role ? permissionsByRole[role] : nothing);
  }

  override async mayAdminister(actor: Actor): Promise<boolean> {
    return Promise.resolve(findUser(actor.id)?.role === 'administrator');
  }
}

/** The reference host: what an integrator writes, here with everything in memory. */
export interface DemoHost extends SeancesHost<DemoContext> {
  readonly menu: SpaceMenu;
  readonly directory: InMemoryDirectory;
  readonly metrics: OpenTelemetryMetrics;
  readonly mailer: Outbox;
}

/** @throws Error in a sentence when the server of mails or their sender is none. */
export function createDemoHost(database: Database, logger?: Logger, mail?: DemoMail): DemoHost {
  const contacts = new DemoContacts();
  return {
    identity: new DemoIdentity(),
    permissions: new DemoPermissions(),
    directory: demoDirectory(),
    locations: new InMemoryHostLocations(demoPlaces),
    menu: new SpaceMenu(),
    metrics: new OpenTelemetryMetrics(),
    contacts,
    mailer: new Outbox(contacts, mail && createSmtpMailer({ ...mail, contacts })),
    database,
    ...(logger && { logger }),
  };
}
