/**
 * Who gets which status from which route, for a request that is right in every other way. A reader checks it row by row.
 *
 * - nobody: not signed in.
 * - trainer (open, edit, enrol), editor (open, edit), enroller (open, enrol), learner (open): in the space that is asked.
 * - admin: administrator of the platform, with no permission in the space. outsider: signed in, and nothing else.
 * - elsewhere: staff of another space, who asks in this one.
 * - smuggler: the same, who asks in their own space for what is in this one; "-" where the request names no such thing.
 * - tenant: staff and administrator of another platform, who asks in this space, and as administrator for what is in this
 *   platform; the host's permissions say that they may do everything in both. courier: the same, who smuggles.
 */
const table = `
route                                                          nobody trainer editor enroller learner admin outsider elsewhere smuggler tenant courier
GET    /api/v1/spaces/{space}                                  401    200     200    200      200     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/groups                           401    200     200    200      200     404   404      404       -         404    -
PATCH  /api/v1/spaces/{space}/groups/{group}                   401    200     200    403      403     404   404      404       404       404    404
DELETE /api/v1/spaces/{space}/groups/{group}                   401    204     204    403      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/locations                        401    200     200    200      200     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/trainers                         401    200     200    200      200     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/closed-days                      401    200     200    200      200     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/host-groups                      401    200     403    200      403     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/deletions                        401    200     200    403      403     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/attendance                       401    200     403    200      403     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/attendance.csv                   401    200     403    200      403     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/attendance.xlsx                  401    200     403    200      403     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/seances                          401    200     200    200      200     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/seances.csv                      401    200     200    200      200     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/seances.xlsx                     401    200     200    200      200     404   404      404       -         404    -
GET    /api/v1/spaces/{space}/attendance.pdf                   401    200     403    200      403     404   404      404       -         404    -
POST   /api/v1/spaces/{space}/seances                          401    201     201    403      403     404   404      404       -         404    -
POST   /api/v1/spaces/{space}/seances/check                    401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/edit/preview             401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/edit                     401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/cancel                   401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/reinstate                401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/repetitions/preview      401    200     200    403      403     404   404      404       -         404    -
POST   /api/v1/spaces/{space}/seances/delete                   401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/restore                  401    200     200    403      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}                     401    200     200    200      200     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}.ics                 401    200     200    200      200     404   404      404       404       404    404
PATCH  /api/v1/spaces/{space}/seances/{id}                     401    200     200    403      403     404   404      404       404       404    404
DELETE /api/v1/spaces/{space}/seances/{id}                     401    204     204    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/cancel              401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/reinstate           401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{deleted}/restore        401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/repetitions/preview 401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/repetitions         401    201     201    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/changes/preview     401    200     200    403      403     404   404      404       404       404    404
PUT    /api/v1/spaces/{space}/seances/{id}/enrolments/me       401    409     409    409      202     404   404      404       404       404    404
DELETE /api/v1/spaces/{space}/seances/{id}/enrolments/me       401    204     204    204      204     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}/enrolments          401    200     403    200      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/enrolments          401    200     403    200      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}/participants.csv    401    200     403    200      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}/participants.xlsx   401    200     403    200      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}/attendance.pdf      401    200     403    200      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}/candidates          401    200     403    200      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}/history             401    200     403    200      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{id}/edits               401    200     200    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/enrolments/{eid}/accept  401 200   403    200      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/enrolments/{eid}/move    401 200   403    200      403     404   404      404       404       404    404
DELETE /api/v1/spaces/{space}/seances/{id}/enrolments/{eid}    401    204     403    204      403     404   404      404       404       404    404
GET    /api/v1/spaces/{space}/seances/{half}/attendance        401    200     200    200      200     404   404      404       404       404    404
PUT    /api/v1/spaces/{space}/seances/{id}/attendance/break    401    200     403    200      403     404   404      404       404       404    404
PUT    /api/v1/spaces/{space}/seances/{half}/attendance/{slot}/marks  401 200 403    200      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{half}/attendance/{slot}/roster 401 200 403    200      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{half}/attendance/{slot}/check-in  401 200 403 200      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{half}/attendance/{slot}/corrections 401 409 403 409    403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{half}/attendance/{slot}/close  401 200 403    200      403     404   404      404       404       404    404
GET    /check-in                                               200    200     200    200      200     200   200      200       -         200    -
POST   /api/v1/check-in                                        409    409     409    409      409     409   409      409       -         409    -
POST   /api/v1/check-in/confirm                                401    409     409    409      409     409   409      409       -         409    -
GET    /api/v1/spaces/{space}/seances/{id}/comments            401    200     200    200      200     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/comments            401    201     201    403      403     404   404      404       404       404    404
PATCH  /api/v1/spaces/{space}/seances/{id}/comments/{cid}      401    200     200    403      403     404   404      404       404       404    404
DELETE /api/v1/spaces/{space}/seances/{id}/comments/{cid}      401    204     204    403      403     404   404      404       404       404    404
POST   /api/v1/spaces/{space}/seances/{id}/comments/{gone}/restore  401 200   200    403      403     404   404      404       404       404    404
GET    /api/v1/admin/settings                                  401    403     403    403      403     200   403      403       -         200    -
PUT    /api/v1/admin/settings                                  401    403     403    403      403     200   403      403       -         200    -
GET    /api/v1/admin/locations                                 401    403     403    403      403     200   403      403       -         200    -
POST   /api/v1/admin/locations                                 401    403     403    403      403     201   403      403       -         201    -
GET    /api/v1/admin/locations/{place}                         401    403     403    403      403     200   403      403       -         404    -
PATCH  /api/v1/admin/locations/{place}                         401    403     403    403      403     200   403      403       -         404    -
DELETE /api/v1/admin/locations/{place}                         401    403     403    403      403     204   403      403       -         404    -
GET    /api/v1/admin/closed-days                               401    403     403    403      403     200   403      403       -         200    -
POST   /api/v1/admin/closed-days                               401    403     403    403      403     201   403      403       -         201    -
GET    /api/v1/admin/closed-days/{day}                         401    403     403    403      403     200   403      403       -         404    -
PATCH  /api/v1/admin/closed-days/{day}                         401    403     403    403      403     200   403      403       -         404    -
DELETE /api/v1/admin/closed-days/{day}                         401    403     403    403      403     204   403      403       -         404    -
POST   /api/v1/admin/closed-days/import/preview                401    403     403    403      403     200   403      403       -         200    -
POST   /api/v1/admin/closed-days/import                        401    403     403    403      403     200   403      403       -         200    -
GET    /api/v1/admin/webhooks                                  401    403     403    403      403     200   403      403       -         200    -
POST   /api/v1/admin/webhooks                                  401    403     403    403      403     201   403      403       -         201    -
GET    /api/v1/admin/webhooks/{hook}                           401    403     403    403      403     200   403      403       -         404    -
PATCH  /api/v1/admin/webhooks/{hook}                           401    403     403    403      403     200   403      403       -         404    -
DELETE /api/v1/admin/webhooks/{hook}                           401    403     403    403      403     204   403      403       -         404    -
POST   /api/v1/admin/webhooks/{hook}/trial                     401    403     403    403      403     200   403      403       -         404    -
POST   /api/v1/admin/webhooks/{hook}/rotate                    401    403     403    403      403     200   403      403       -         404    -
GET    /api/v1/admin/webhooks/{hook}/deliveries                401    403     403    403      403     200   403      403       -         404    -
POST   /api/v1/admin/webhooks/{hook}/deliveries/{did}/retry    401    403     403    403      403     200   403      403       -         404    -
GET    /api/v1/me/seances                                      401    200     200    200      200     200   200      200       -         200    -
GET    /api/v1/me/attendance                                   401    200     200    200      200     200   200      200       -         200    -
GET    /api/v1/me/notices                                      401    200     200    200      200     200   200      200       -         200    -
POST   /api/v1/me/notices/read                                 401    204     204    204      204     204   204      204       -         204    -
GET    /api/v1/me/notice-preferences                           401    200     200    200      200     200   200      200       -         200    -
PUT    /api/v1/me/notice-preferences                           401    200     200    200      200     200   200      200       -         200    -
GET    /api/v1/admin/notices                                   401    403     403    403      403     200   403      403       -         200    -
PUT    /api/v1/admin/notices                                   401    403     403    403      403     200   403      403       -         200    -
GET    /api/v1/me/feed                                         401    200     200    200      200     200   200      200       -         200    -
POST   /api/v1/me/feed                                         401    201     201    201      201     201   201      201       -         201    -
DELETE /api/v1/me/feed                                         401    204     204    204      204     204   204      204       -         204    -
GET    /api/v1/feeds/{token}.ics                               200    200     200    200      200     200   200      200       -         200    -
POST   /api/v1/downloads                                       401    201     201    201      201     404   404      404       -         404    -
GET    /api/v1/downloads/{ticket}                              200    200     200    200      200     200   200      200       -         200    -
GET    /api/v1/unsubscribe/{mail}                              200    200     200    200      200     200   200      200       -         200    -
POST   /api/v1/unsubscribe/{mail}                              200    200     200    200      200     200   200      200       -         200    -
GET    /api/v1/openapi.json                                    200    200     200    200      200     200   200      200       -         200    -
GET    /health/live                                            200    200     200    200      200     200   200      200       -         200    -
GET    /health/ready                                           200    200     200    200      200     200   200      200       -         200    -
`;

/** A column of the table, and the id of who plays it; null for nobody. */
const actors = {
  nobody: null,
  trainer: 'trainer1',
  editor: 'editor',
  enroller: 'enroller',
  learner: 'learner1',
  admin: 'admin',
  outsider: 'outsider',
  elsewhere: 'elsewhere',
  smuggler: 'elsewhere',
  tenant: 'tenant',
  courier: 'tenant',
} as const;
export type Column = keyof typeof actors;

interface Cell {
  readonly column: Column;
  readonly actor: string | null;
  readonly status: number;
}

export interface MatrixRow {
  readonly method: string;
  /** The route's path, whose placeholders are named after what stands in them. */
  readonly path: string;
  readonly cells: readonly Cell[];
}

const [header = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

export const accessMatrix: readonly MatrixRow[] = lines.map(([method = '', path = '', ...statuses]) => ({
  method,
  path,
  cells: statuses.flatMap((status, index) => {
    const column = header[index + 1] as Column;
    return status === '-' ? [] : [{ column, actor: actors[column], status: Number(status) }];
  }),
}));
