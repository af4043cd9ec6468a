import { bytewise } from '../shared/bytewise.js';

/** What the LTI host keeps: whom it knows, what it signs with, who is where. Nothing of the plugin's own. */

const ownId = 36;
/** LTI Core 1.3 says of subjects, contexts, deployments and clients that they have at most 255 ASCII characters. */
const theirId = 255;
const instant = 20;
const digest = 64;
const address = 1_024;

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_lti_registration', (table) => {
    table.string('id', ownId).primary();
    table.string('issuer', theirId).notNullable();
    table.string('client_id', theirId).notNullable();
    table.string('name', 255).notNullable();
    table.string('auth_url', address).notNullable();
    table.string('token_url', address).notNullable();
    table.string('keys_url', address).notNullable();
    // Of the tokens that are asked for, where it is not their address.
    table.string('token_audience', address);
    // Origins whose pages may show the tool in a frame, with blanks between them: those that an administrator has named.
    table.string('frame_origins', 2_000).notNullable();
    table.string('created_at', instant).notNullable();
    table.unique(['issuer', 'client_id'], { indexName: 'seance_lti_registration_by_client' });
    bytewise(knex, table);
  });
  // A deployment of a registration: a tenant.
  await knex.schema.createTable('seance_lti_platform', (table) => {
    table.string('id', ownId).primary();
    table.string('registration_id', ownId).notNullable();
    table.string('deployment_id', theirId).notNullable();
    // Origins whose pages may show the tool in a frame, with blanks between them.
    table.string('frame_origins', 2_000).notNullable();
    // What the platform calls its kind, such as moodle, as the last launch has said it.
    table.string('family', 64);
    table.string('created_at', instant).notNullable();
    table.unique(['registration_id', 'deployment_id'], { indexName: 'seance_lti_platform_by_deployment' });
    bytewise(knex, table);
  });
  // One-time tokens of addresses by which a platform registers.
  await knex.schema.createTable('seance_lti_invitation', (table) => {
    table.string('token_digest', digest).primary();
    table.string('expires_at', instant).notNullable();
    bytewise(knex, table);
  });
  // A login that was begun, and the launch that came of it until the browser has proven that it is the same.
  await knex.schema.createTable('seance_lti_login', (table) => {
    table.string('state_digest', digest).primary();
    table.string('nonce', digest).notNullable();
    table.string('browser_digest', digest).notNullable();
    table.string('registration_id', ownId).notNullable();
    table.text('asked').notNullable();
    table.text('launch');
    table.string('expires_at', instant).notNullable();
    table.index(['expires_at'], 'seance_lti_login_by_end');
    bytewise(knex, table);
  });
  await knex.schema.createTable('seance_lti_key', (table) => {
    table.string('id', ownId).primary();
    table.text('private_jwk').notNullable();
    table.string('created_at', instant).notNullable();
    // From when on it is not published any more; null for one in use.
    table.string('retired_at', instant);
    bytewise(knex, table);
  });
  await knex.schema.createTable('seance_lti_secret', (table) => {
    table.string('name', 32).primary();
    table.string('value', 128).notNullable();
    bytewise(knex, table);
  });
  // A context: a course, which is a space and a session in one.
  await knex.schema.createTable('seance_lti_space', (table) => {
    table.string('id', ownId).primary();
    table.string('platform_id', ownId).notNullable();
    table.string('context_id', theirId).notNullable();
    table.string('name', 255).notNullable();
    // First and last day: as the platform tells them, and as staff have typed them where it does not.
    table.string('starts_on', 10);
    table.string('ends_on', 10);
    table.string('typed_starts_on', 10);
    table.string('typed_ends_on', 10);
    table.string('memberships_url', address);
    // Where the platform takes grades of the course (Assignment and Grade Services); null when it does not.
    table.string('line_items_url', address);
    table.string('launched_at', instant).notNullable();
    // The roster: when the last walk that reached its end began, and the number of that walk.
    table.string('roster_read_at', instant);
    table.integer('roster_whole_walk').notNullable().defaultTo(0);
    // The number of the last walk that was begun, until when it is some process's, and when the next one is due.
    table.integer('roster_walk').notNullable().defaultTo(0);
    table.string('roster_claimed_until', instant);
    table.string('roster_next_at', instant).notNullable().defaultTo('');
    table.string('roster_problem', 64);
    // How many would be gone when staff have to confirm it; null when nobody has to.
    table.integer('roster_leavers');
    table.unique(['platform_id', 'context_id'], { indexName: 'seance_lti_space_by_context' });
    table.index(['roster_next_at', 'id'], 'seance_lti_space_by_roster');
    table.index(['platform_id', 'launched_at', 'id'], 'seance_lti_space_by_launch');
    bytewise(knex, table);
  });
  await knex.schema.createTable('seance_lti_member', (table) => {
    table.string('id', ownId).primary();
    table.string('platform_id', ownId).notNullable();
    table.string('subject', theirId).notNullable();
    table.string('name', 255).notNullable();
    table.string('first_name', 255).notNullable();
    table.string('last_name', 255).notNullable();
    // True where staff have typed the name, because the platform withholds it.
    table.boolean('is_named_here').notNullable().defaultTo(false);
    table.string('email', 255).notNullable();
    table.string('locale', 35);
    table.string('time_zone', 64);
    // Until when the last launch lets them administer the tenant; null for who may not.
    table.string('administers_until', instant);
    table.unique(['platform_id', 'subject'], { indexName: 'seance_lti_member_by_subject' });
    bytewise(knex, table);
  });
  await knex.schema.createTable('seance_lti_membership', (table) => {
    table.string('space_id', ownId).notNullable();
    table.string('member_id', ownId).notNullable();
    table.primary(['space_id', 'member_id']);
    table.boolean('is_trainer').notNullable();
    table.boolean('is_learner').notNullable();
    // False for who is gone: kept, so that who comes back is the same person.
    table.boolean('is_active').notNullable();
    // True for who is missing from the roster with so many others that staff have to confirm it.
    table.boolean('is_leaving').notNullable().defaultTo(false);
    // Name and id as they are sorted and searched; of the member, for pages of ten thousand.
    table.string('name_sort', 191).notNullable();
    table.string('name_folded', 255).notNullable();
    // The last walk of the roster in which they were; null for who came by a launch alone.
    table.integer('roster_walk');
    // What the last launch allows, and until when.
    table.boolean('may_edit').notNullable().defaultTo(false);
    table.boolean('may_enrol').notNullable().defaultTo(false);
    table.string('session_until', instant);
    table.index(
      ['space_id', 'is_learner', 'is_active', 'name_sort', 'member_id'],
      'seance_lti_membership_of_learners',
    );
    table.index(
      ['space_id', 'is_trainer', 'is_active', 'name_sort', 'member_id'],
      'seance_lti_membership_of_trainers',
    );
    table.index(['member_id', 'is_learner', 'is_active'], 'seance_lti_membership_by_member');
    bytewise(knex, table);
  });
  // What the plugin has to be told, until it was: whose name changed and, with a space, who is no learner there any more.
  await knex.schema.createTable('seance_lti_news', (table) => {
    table.string('id', ownId).primary();
    table.string('member_id', ownId).notNullable();
    table.string('space_id', ownId);
    bytewise(knex, table);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  for (const name of [
    'news',
    'membership',
    'member',
    'space',
    'secret',
    'key',
    'login',
    'invitation',
    'platform',
    'registration',
  ])
    await knex.schema.dropTable(`seance_lti_${name}`);
}
