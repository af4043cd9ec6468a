import { expect } from 'chai';
import type {
  AttendanceEntryRow,
  AttendanceGoneRow,
  AttendanceSlotRow,
  AttendanceStampRow,
} from '../../../src/adapters/knex/attendance-tables.js';
import type { RunningVersionRow } from '../../../src/adapters/knex/knex-running-version-repository.js';
import type { UnsubscriptionRow } from '../../../src/adapters/knex/knex-unsubscription-repository.js';
import type {
  AttemptRow,
  ClosedDayRow,
  CommentRow,
  DerivationRow,
  DownloadRow,
  EnrolmentRow,
  EventRow,
  FeedRow,
  GroupRow,
  LocationRow,
  NoticeItemRow,
  NoticePreferenceRow,
  NoticeReaderRow,
  NoticeRow,
  NoticeSetRow,
  NoticeSettingsRow,
  ResourceRow,
  RefreshRow,
  SeanceRow,
  SettingChangeRow,
  SettingRow,
  SpaceRow,
  TrainerRow,
  WebhookDeliveryRow,
  WebhookRow,
} from '../../../src/adapters/knex/tables.js';
import { onSqlite } from '../../support/databases.js';

/** The columns of a row type: the compiler sees to it that none is missing, and none too many. */
type Columns<Row> = Readonly<Record<keyof Row, true>>;

const owner = { id: true, space_id: true, session_id: true } as const;
const ofSeance = { ...owner, seance_id: true } as const;

const seance: Columns<SeanceRow> = {
  ...owner,
  ...{ name: true, name_sort: true, description: true, extra_info: true, search_text: true },
  ...{ start_local: true, end_local: true, time_zone: true, starts_at: true, ends_at: true },
  ...{ enrolment_mode: true, capacity: true, capacity_sort: true, enrolled_count: true, waiting_count: true },
  ...{ comment_count: true, next_turn: true, location_id: true, group_id: true, group_sort: true },
  ...{
    online_url: true,
    in_agenda: true,
    origin: true,
    series_id: true,
    series_number: true,
    own_fields: true,
    version: true,
  },
  ...{ created_by: true, created_at: true, updated_at: true, deleted_at: true, deleted_by: true },
  ...{ cancelled_at: true, cancelled_by: true, cancelled_by_name: true, cancellation_reason: true },
  ...{ enrolment_opens: true, enrolment_closes: true, break_start: true, break_end: true },
  ...{ deletion_id: true, event_count: true, last_event_at: true, touches: true },
  ...{ entry_changes: true, entry_changed_at: true },
};
const trainer: Columns<TrainerRow> = {
  ...{ seance_id: true, user_id: true, name: true, position: true, starts_at: true, ends_at: true },
};
const enrolment: Columns<EnrolmentRow> = {
  ...ofSeance,
  ...{ user_id: true, user_name: true, first_name: true, last_name: true, name_sort: true, status: true },
  ...{ turn: true, source: true, instead_of: true, requested_at: true, enrolled_at: true },
};
const attendanceSlot: Columns<AttendanceSlotRow> = {
  ...{ seance_id: true, slot: true, space_id: true, session_id: true, start_local: true, end_local: true },
  ...{ time_zone: true, starts_at: true, ends_at: true, minutes: true, roster_at: true, mark_count: true },
  ...{ closed_at: true, is_signed: true, entry_count: true, last_hash: true, code_letters: true },
  ...{ code_secret: true, check_in_until: true, wrong_step: true, wrong_codes: true, stamp: true },
};
const attendanceEntry: Columns<AttendanceEntryRow> = {
  ...{ seance_id: true, slot: true, number: true, kind: true, user_id: true, user_name: true, by_id: true },
  ...{ by_name: true, mark: true, minutes: true, note: true, source: true, at: true, written_at: true },
  ...{ is_clock_wrong: true, is_signed: true, signature: true, device: true, ticket: true, user_salt: true },
  ...{ user_commitment: true, by_salt: true, by_commitment: true, hash: true },
};
const attendanceStamp: Columns<AttendanceStampRow> = {
  ...{ number: true, content: true, digest: true, created_at: true, token: true, stamped_at: true },
  ...{ claimed_by: true, claimed_until: true, fault: true },
};
const attendanceGone: Columns<AttendanceGoneRow> = { user_id: true, gone_at: true };
const group: Columns<GroupRow> = {
  ...owner,
  ...{ name: true, name_key: true, enrolment_limit: true, touches: true },
};
const location: Columns<LocationRow> = {
  ...{
    id: true,
    platform_id: true,
    name: true,
    name_sort: true,
    search_text: true,
    street: true,
    street_number: true,
    box: true,
  },
  ...{ postal_code: true, city: true, country: true, phone: true, from_host: true, deleted_at: true },
};
const resource: Columns<ResourceRow> = { kind: true, resource_id: true, touches: true };
const comment: Columns<CommentRow> = {
  ...ofSeance,
  ...{
    content: true,
    author_id: true,
    author_name: true,
    announced_to: true,
    created_at: true,
    edited_at: true,
    deleted_at: true,
    version: true,
  },
};
const event: Columns<EventRow> = {
  ...ofSeance,
  ...{ sequence: true, type: true, number: true, happened_at: true, actor_id: true, actor_name: true },
  ...{ user_id: true, user_name: true, data: true, due_at: true, attempts: true, claimed_by: true },
  ...{ given_up_at: true, purged_at: true, change_set: true, derive_at: true },
};
const derivation: Columns<DerivationRow> = { id: true, touches: true };
const noticeSet: Columns<NoticeSetRow> = {
  ...{ id: true, kind: true, space_id: true, change_set: true, origin: true, first_at: true },
  ...{ last_at: true, closes_at: true, claimed_by: true, claimed_until: true, closed_at: true },
};
const noticeItem: Columns<NoticeItemRow> = {
  ...{ set_id: true, seance_id: true, user_id: true, session_id: true, series_id: true, data: true },
};
const notice: Columns<NoticeRow> = {
  ...{ id: true, set_id: true, user_id: true, space_id: true, kind: true, told_at: true, read_at: true },
  ...{
    seance_ids: true,
    is_daily: true,
    mail_at: true,
    mail_attempts: true,
    mail_claimed_by: true,
    mail_given_up_at: true,
  },
};
const noticePreference: Columns<NoticePreferenceRow> = { user_id: true, kind: true, choice: true };
const noticeReader: Columns<NoticeReaderRow> = { user_id: true, locale: true, time_zone: true };
const noticeSettings: Columns<NoticeSettingsRow> = { platform_id: true, value: true };
const unsubscription: Columns<UnsubscriptionRow> = {
  ...{ token_hash: true, user_id: true, platform_id: true, mail: true, locale: true, created_at: true },
};
const webhook: Columns<WebhookRow> = {
  ...{ id: true, platform_id: true, url: true, types: true, secret: true, previous_secret: true },
  ...{ previous_until: true, paused_at: true, pause_reason: true, held_until: true, claimed_by: true },
  created_at: true,
};
const webhookDelivery: Columns<WebhookDeliveryRow> = {
  ...{ sequence: true, id: true, webhook_id: true, event_id: true, type: true, payload: true, state: true },
  ...{ attempts: true, created_at: true, tried_at: true, status: true, fault: true, detail: true },
};
const closedDay: Columns<ClosedDayRow> = {
  ...{ id: true, platform_id: true, name: true, starts_on: true, ends_on: true },
};
const feed: Columns<FeedRow> = {
  ...{
    token_hash: true,
    user_id: true,
    user_name: true,
    platform_id: true,
    locale: true,
    time_zone: true,
    created_at: true,
  },
  platform_id: true,
};
const download: Columns<DownloadRow> = {
  ...{
    id: true,
    token_hash: true,
    user_id: true,
    user_name: true,
    platform_id: true,
    locale: true,
    time_zone: true,
  },
  ...{ path: true, language: true, expires_at: true },
};
const attempt: Columns<AttemptRow> = {
  ...{ actor_id: true, idempotency_key: true, fingerprint: true, result: true, created_at: true },
};
const refresh: Columns<RefreshRow> = {
  ...{ kind: true, subject_id: true, name: true, run: true, after_id: true, due_at: true },
};
const runningVersion: Columns<RunningVersionRow> = { version: true, seen_at: true };
const space: Columns<SpaceRow> = { space_id: true, platform_id: true };
const setting: Columns<SettingRow> = { platform_id: true, name: true, value: true };
const settingChange: Columns<SettingChangeRow> = {
  ...{ sequence: true, name: true, before: true, after: true, actor_id: true, actor_name: true },
  ...{ changed_at: true, platform_id: true },
};

const tables = {
  seance,
  seance_trainer: trainer,
  seance_attendance_entry: attendanceEntry,
  seance_attendance_gone: attendanceGone,
  seance_attendance_slot: attendanceSlot,
  seance_attendance_stamp: attendanceStamp,
  seance_enrolment: enrolment,
  seance_group: group,
  seance_location: location,
  seance_resource: resource,
  seance_comment: comment,
  seance_event: event,
  seance_derivation: derivation,
  seance_notice: notice,
  seance_notice_item: noticeItem,
  seance_notice_preference: noticePreference,
  seance_notice_reader: noticeReader,
  seance_notice_set: noticeSet,
  seance_notice_settings: noticeSettings,
  seance_unsubscription: unsubscription,
  seance_webhook: webhook,
  seance_webhook_delivery: webhookDelivery,
  seance_closed_day: closedDay,
  seance_feed: feed,
  seance_download: download,
  seance_refresh: refresh,
  seance_idempotency: attempt,
  seance_running_version: runningVersion,
  seance_space: space,
  seance_setting: setting,
  seance_setting_change: settingChange,
};

onSqlite('The types of rows', (database) => {
  it('are there for every table of the schema', async () => {
    const names = await database.knex('sqlite_master').where('type', 'table').pluck<string[]>('name');

    expect(names.filter((name) => /^seance(_|$)/.test(name))).to.have.members(Object.keys(tables));
  });

  for (const [table, columns] of Object.entries(tables))
    it(`name the columns of ${table}, all of them and no others`, async () => {
      expect(Object.keys(await database.knex(table).columnInfo())).to.have.members(Object.keys(columns));
    });
});
