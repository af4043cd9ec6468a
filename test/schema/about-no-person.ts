/**
 * The columns that say nothing of any person, by table. A column that a migration adds stands here, in `personalData` of
 * `plugin.json`, or in that of the LTI host: whoever adds it has decided.
 */
export const aboutNoPerson: Readonly<Record<string, readonly string[]>> = {
  seance: [
    ...['description', 'extra_info', 'name_sort', 'start_local', 'end_local', 'time_zone'],
    ...['starts_at', 'ends_at', 'enrolment_mode', 'enrolment_opens', 'enrolment_closes'],
    ...['capacity', 'capacity_sort', 'enrolled_count', 'waiting_count', 'comment_count', 'next_turn'],
    ...['location_id', 'online_url', 'group_id', 'group_sort', 'in_agenda', 'origin'],
    ...['series_id', 'series_number', 'own_fields', 'version', 'updated_at'],
    ...['event_count', 'last_event_at', 'touches', 'entry_changes', 'entry_changed_at'],
    ...['break_start', 'break_end'],
  ],
  // What people said of them is salted, and the salt goes with them.
  seance_attendance_entry: ['user_commitment', 'by_commitment', 'hash'],
  seance_attendance_slot: [
    ...['seance_id', 'slot', 'space_id', 'session_id', 'start_local', 'end_local', 'time_zone', 'starts_at'],
    ...['ends_at', 'minutes', 'roster_at', 'mark_count', 'closed_at', 'is_signed', 'entry_count'],
    ...['last_hash', 'code_letters', 'code_secret', 'check_in_until', 'wrong_step', 'wrong_codes', 'stamp'],
  ],
  seance_attendance_stamp: [
    ...['number', 'content', 'digest', 'created_at', 'token', 'stamped_at', 'claimed_by', 'claimed_until'],
    'fault',
  ],
  seance_closed_day: ['id', 'name', 'starts_on', 'ends_on', 'platform_id'],
  seance_derivation: ['id', 'touches'],
  seance_event: [
    ...['sequence', 'number', 'due_at', 'attempts', 'claimed_by', 'given_up_at', 'purged_at'],
    ...['change_set', 'derive_at'],
  ],
  seance_group: ['id', 'space_id', 'session_id', 'name', 'name_key', 'enrolment_limit', 'touches'],
  seance_location: [
    ...['id', 'platform_id', 'name', 'name_sort', 'search_text', 'street', 'street_number', 'box'],
    ...['postal_code', 'city', 'country', 'phone', 'from_host', 'deleted_at'],
  ],
  seance_lti_invitation: ['token_digest', 'expires_at'],
  seance_lti_key: ['id', 'private_jwk', 'created_at', 'retired_at'],
  // It is a person's, of whom the tool does not know yet who they are, and lasts ten minutes.
  seance_lti_login: [
    ...['state_digest', 'nonce', 'browser_digest', 'registration_id', 'asked', 'launch', 'expires_at'],
  ],
  seance_lti_platform: ['id', 'registration_id', 'deployment_id', 'frame_origins', 'family', 'created_at'],
  seance_lti_registration: [
    ...['id', 'issuer', 'client_id', 'name', 'auth_url', 'token_url', 'keys_url', 'token_audience'],
    ...['frame_origins', 'created_at'],
  ],
  seance_lti_secret: ['name', 'value'],
  seance_lti_space: [
    ...[
      'id',
      'platform_id',
      'context_id',
      'name',
      'starts_on',
      'ends_on',
      'typed_starts_on',
      'typed_ends_on',
    ],
    ...['memberships_url', 'line_items_url', 'launched_at', 'roster_read_at', 'roster_whole_walk'],
    ...['roster_walk', 'roster_claimed_until', 'roster_next_at', 'roster_problem', 'roster_leavers'],
    ...['line_item_url', 'grades_wanted', 'grades_sent', 'grades_next_at', 'grades_claimed_until'],
    'grades_problem',
  ],
  seance_notice: ['is_daily', 'mail_claimed_by'],
  seance_notice_set: [
    ...['id', 'kind', 'space_id', 'change_set', 'origin', 'first_at', 'last_at', 'closes_at'],
    ...['claimed_by', 'claimed_until', 'closed_at'],
  ],
  seance_notice_settings: ['platform_id', 'value'],
  seance_refresh: ['kind'],
  seance_resource: ['kind'],
  seance_running_version: ['version', 'seen_at'],
  seance_setting: ['platform_id', 'name', 'value'],
  seance_setting_change: ['sequence'],
  seance_space: ['space_id', 'platform_id'],
  seance_webhook: [
    ...['id', 'platform_id', 'url', 'types', 'secret', 'previous_secret', 'previous_until', 'paused_at'],
    ...['pause_reason', 'held_until', 'claimed_by', 'created_at'],
  ],
  // The payload is a copy of an event for thirty days, from which ids of people go as from the event.
  seance_webhook_delivery: [
    ...['sequence', 'id', 'webhook_id', 'event_id', 'type', 'payload', 'state', 'attempts'],
    ...['created_at', 'tried_at', 'status', 'fault', 'detail'],
  ],
};
