// Made from docs/reference/openapi.json. Written by npm run wire, and kept true by npm test.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            readonly code: string;
            readonly errors?: readonly {
                /** @description JSON Pointer into the body, or ?name for a query parameter. */
                readonly pointer: string;
                readonly code: string;
                readonly message: string;
                /** @description Which of several séances it is about; name, start and timeZone when it is known. */
                readonly seance?: {
                    readonly id: string;
                    readonly name?: string;
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly start?: string;
                    /** @description Name of a zone of the IANA time zone database. */
                    readonly timeZone?: string;
                };
                /** @description When enrolment opens, or closed, on the clocks of that zone. */
                readonly moment?: {
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly wallTime: string;
                    /** @description Name of a zone of the IANA time zone database. */
                    readonly timeZone: string;
                };
                /** @description The date that a trainer or a place is taken on, and by which séance. */
                readonly clash?: {
                    readonly name: string;
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly start: string;
                    readonly resource: {
                        readonly id: string;
                        readonly name: string;
                    };
                    readonly takenBy: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                };
            }[];
            /** @description How many errors there are, when there are more than errors names. */
            readonly errorCount?: number;
        };
        readonly Space: {
            readonly id: string;
            readonly name: string;
            readonly listsEverybody: boolean;
            readonly sessions: readonly {
                readonly id: string;
                readonly name: string;
                readonly startsOn: string | null;
                readonly endsOn: string | null;
                readonly timeZone: string | null;
            }[];
            readonly permissions: {
                readonly open: boolean;
                readonly edit: boolean;
                readonly enrol: boolean;
                readonly administer: boolean;
            };
            readonly settings: {
                readonly enrolmentEnabled: boolean;
                /** @enum {string} */
                readonly defaultEnrolmentMode: "automatic" | "manual" | "public";
                readonly defaultDurationMinutes: number;
                readonly defaultTimeZone: string;
                readonly numbering: boolean;
                readonly maxOccurrences: number;
                /** @enum {string} */
                readonly promotion: "automatic" | "staff";
                readonly closingDelayMinutes: number;
                readonly retentionDays: number;
                readonly inAgendaByDefault: boolean;
                /** @enum {string} */
                readonly clashes: "warn" | "refuse";
                /** @enum {string} */
                readonly attendance: "off" | "marks" | "signed";
            };
            readonly actor: {
                readonly id: string;
                readonly name: string;
                readonly locale: string;
                readonly timeZone: string;
            };
        };
        readonly TrainerPage: {
            readonly items: readonly {
                readonly id: string;
                readonly name: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly GroupList: {
            readonly items: readonly {
                readonly id: string;
                readonly name: string;
                readonly limit: number;
            }[];
        };
        readonly GroupChanges: {
            readonly name?: string;
            /** @description In how many of its séances one learner may be enrolled. */
            readonly limit?: number;
        };
        readonly Group: {
            readonly id: string;
            readonly name: string;
            readonly limit: number;
        };
        readonly SeancePage: {
            readonly items: readonly {
                readonly id: string;
                readonly sessionId: string;
                readonly spaceId: string;
                readonly name: string;
                readonly description: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
                /** @enum {string} */
                readonly enrolmentMode: "automatic" | "manual" | "public";
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly enrolmentOpens: string | null;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly enrolmentCloses: string | null;
                readonly capacity: number | null;
                readonly enrolledCount: number;
                readonly waitingCount: number;
                /** @description How many comments it has. */
                readonly commentCount: number;
                readonly location: {
                    readonly id: string;
                    readonly name: string;
                    readonly street: string;
                    readonly streetNumber: string;
                    readonly box: string;
                    readonly postalCode: string;
                    readonly city: string;
                    readonly country: string;
                    readonly phone: string;
                } | null;
                /** @description Of its online class; null also for who neither takes part nor is staff. */
                readonly onlineUrl: string | null;
                readonly extraInfo: string;
                readonly trainers: readonly {
                    readonly id: string;
                    readonly name: string;
                    /** @description What tells them from others of the same name; in lists, where the host says so. */
                    readonly detail?: string;
                }[];
                readonly group: {
                    readonly id: string;
                    readonly name: string;
                    readonly limit: number;
                } | null;
                readonly inAgenda: boolean;
                /** @enum {string} */
                readonly origin: "space" | "manager";
                readonly seriesId: string | null;
                /** @description The name without the number that a repetition gave it. */
                readonly baseName: string;
                /** @enum {string} */
                readonly state: "upcoming" | "ongoing" | "past";
                /** @description That it does not take place, by whom and why; null when it does. */
                readonly cancelled: {
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    readonly by: {
                        readonly id: string;
                        readonly name: string;
                    };
                    readonly reason: string;
                } | null;
                readonly myEnrolment: {
                    /** @enum {string} */
                    readonly status: "enrolled" | "waiting";
                    readonly position?: number;
                } | null;
                /**
                 * @description Why the actor cannot enrol; null when they can, or are in already.
                 * @enum {string|null}
                 */
                readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
                /**
                 * @description Why the actor cannot leave; null when they can, or are not in.
                 * @enum {string|null}
                 */
                readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
                /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
                readonly unreadChanges?: readonly {
                    readonly noticeId: string;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    /** @description Whether time or place are others. */
                    readonly moved: boolean;
                }[];
                readonly version: number;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
            /** @description With the page `now`: how many on all pages have ended. */
            readonly past?: number;
        };
        readonly Seance: {
            readonly id: string;
            readonly sessionId: string;
            readonly spaceId: string;
            readonly name: string;
            readonly description: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            readonly timeZone: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly startsAt: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly endsAt: string;
            /** @enum {string} */
            readonly enrolmentMode: "automatic" | "manual" | "public";
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentOpens: string | null;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentCloses: string | null;
            readonly capacity: number | null;
            readonly enrolledCount: number;
            readonly waitingCount: number;
            /** @description How many comments it has. */
            readonly commentCount: number;
            readonly location: {
                readonly id: string;
                readonly name: string;
                readonly street: string;
                readonly streetNumber: string;
                readonly box: string;
                readonly postalCode: string;
                readonly city: string;
                readonly country: string;
                readonly phone: string;
            } | null;
            /** @description Of its online class; null also for who neither takes part nor is staff. */
            readonly onlineUrl: string | null;
            readonly extraInfo: string;
            readonly trainers: readonly {
                readonly id: string;
                readonly name: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            }[];
            readonly group: {
                readonly id: string;
                readonly name: string;
                readonly limit: number;
            } | null;
            readonly inAgenda: boolean;
            /** @enum {string} */
            readonly origin: "space" | "manager";
            readonly seriesId: string | null;
            /** @description The name without the number that a repetition gave it. */
            readonly baseName: string;
            /** @enum {string} */
            readonly state: "upcoming" | "ongoing" | "past";
            /** @description That it does not take place, by whom and why; null when it does. */
            readonly cancelled: {
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly reason: string;
            } | null;
            readonly myEnrolment: {
                /** @enum {string} */
                readonly status: "enrolled" | "waiting";
                readonly position?: number;
            } | null;
            /**
             * @description Why the actor cannot enrol; null when they can, or are in already.
             * @enum {string|null}
             */
            readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /**
             * @description Why the actor cannot leave; null when they can, or are not in.
             * @enum {string|null}
             */
            readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
            readonly unreadChanges?: readonly {
                readonly noticeId: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                /** @description Whether time or place are others. */
                readonly moved: boolean;
            }[];
            readonly version: number;
        };
        readonly SeanceCheck: {
            readonly name?: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start?: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end?: string;
            /** @description Name of a zone of the IANA time zone database. */
            readonly timeZone?: string;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly description?: string | null;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly extraInfo?: string | null;
            /** @enum {string} */
            readonly enrolmentMode?: "automatic" | "manual" | "public";
            /** @description From then on learners may enrol themselves; null is at once. */
            readonly enrolmentOpens?: string | null;
            /** @description From then on learners neither enrol nor leave; null is as the setting closingDelayMinutes says. */
            readonly enrolmentCloses?: string | null;
            /** @description The most learners enrolled; null is unlimited. */
            readonly capacity?: number | null;
            readonly locationId?: string | null;
            /** @description Of an online class: https, without a name or password. */
            readonly onlineUrl?: string | null;
            /** @description Trainers of the session. */
            readonly trainerIds?: readonly string[];
            /** @description Found in the session or created. */
            readonly groupName?: string | null;
            readonly groupId?: string | null;
            readonly inAgenda?: boolean;
            /** @description The séance that is edited; absent for a new one, which needs start and end. */
            readonly id?: string;
        };
        readonly Warnings: {
            /** @description At most 50. */
            readonly warnings: readonly {
                /** @enum {string} */
                readonly code: "trainer-busy" | "location-busy" | "location-deleted" | "closed-day" | "same-series" | "outside-session" | "past" | "clock-change";
                /**
                 * @description What would be changed to be rid of it.
                 * @enum {string}
                 */
                readonly field: "start" | "end" | "trainerIds" | "locationId";
                /** @description The start that is planned, in the zone of the séance. */
                readonly start: string;
                /** @description The séance in the way; null for none, and for one of another space. */
                readonly seance: {
                    readonly id: string;
                    readonly name: string;
                } | null;
                /** @description The trainer or the place. */
                readonly resource?: {
                    readonly id: string;
                    readonly name: string;
                };
                /** @description Name of the closed day. */
                readonly name?: string;
                /** @enum {string} */
                readonly clockChange?: "skipped" | "doubled" | "longer" | "shorter";
            }[];
        };
        readonly SeanceInput: {
            readonly name: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            /** @description Name of a zone of the IANA time zone database. */
            readonly timeZone?: string;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly description?: string | null;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly extraInfo?: string | null;
            /** @enum {string} */
            readonly enrolmentMode?: "automatic" | "manual" | "public";
            /** @description From then on learners may enrol themselves; null is at once. */
            readonly enrolmentOpens?: string | null;
            /** @description From then on learners neither enrol nor leave; null is as the setting closingDelayMinutes says. */
            readonly enrolmentCloses?: string | null;
            /** @description The most learners enrolled; null is unlimited. */
            readonly capacity?: number | null;
            readonly locationId?: string | null;
            /** @description Of an online class: https, without a name or password. */
            readonly onlineUrl?: string | null;
            /** @description Trainers of the session. */
            readonly trainerIds?: readonly string[];
            /** @description Found in the session or created. */
            readonly groupName?: string | null;
            readonly groupId?: string | null;
            readonly inAgenda?: boolean;
            readonly repetition?: {
                readonly weekdays: readonly ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                /** @description The last day, inclusive: either this or weeks. */
                readonly until?: string;
                /** @description From the séance's day, inclusive: either this or until. */
                readonly weeks?: number;
                /**
                 * @description Every how many weeks; weeks start on Monday.
                 * @default 1
                 */
                readonly interval?: number;
                /**
                 * @description Days that are left out.
                 * @default []
                 */
                readonly exceptDates?: readonly string[];
                /**
                 * @description Days that are kept although they are closed, or the series has a séance then.
                 * @default []
                 */
                readonly keepDates?: readonly string[];
                /** @default true */
                readonly skipClosedDays?: boolean;
                /** @description Whether names get [1], [2], …; the setting decides when absent. */
                readonly numbering?: boolean;
            };
        };
        readonly CreatedSeance: {
            readonly id: string;
            readonly sessionId: string;
            readonly spaceId: string;
            readonly name: string;
            readonly description: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            readonly timeZone: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly startsAt: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly endsAt: string;
            /** @enum {string} */
            readonly enrolmentMode: "automatic" | "manual" | "public";
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentOpens: string | null;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentCloses: string | null;
            readonly capacity: number | null;
            readonly enrolledCount: number;
            readonly waitingCount: number;
            /** @description How many comments it has. */
            readonly commentCount: number;
            readonly location: {
                readonly id: string;
                readonly name: string;
                readonly street: string;
                readonly streetNumber: string;
                readonly box: string;
                readonly postalCode: string;
                readonly city: string;
                readonly country: string;
                readonly phone: string;
            } | null;
            /** @description Of its online class; null also for who neither takes part nor is staff. */
            readonly onlineUrl: string | null;
            readonly extraInfo: string;
            readonly trainers: readonly {
                readonly id: string;
                readonly name: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            }[];
            readonly group: {
                readonly id: string;
                readonly name: string;
                readonly limit: number;
            } | null;
            readonly inAgenda: boolean;
            /** @enum {string} */
            readonly origin: "space" | "manager";
            readonly seriesId: string | null;
            /** @description The name without the number that a repetition gave it. */
            readonly baseName: string;
            /** @enum {string} */
            readonly state: "upcoming" | "ongoing" | "past";
            /** @description That it does not take place, by whom and why; null when it does. */
            readonly cancelled: {
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly reason: string;
            } | null;
            readonly myEnrolment: {
                /** @enum {string} */
                readonly status: "enrolled" | "waiting";
                readonly position?: number;
            } | null;
            /**
             * @description Why the actor cannot enrol; null when they can, or are in already.
             * @enum {string|null}
             */
            readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /**
             * @description Why the actor cannot leave; null when they can, or are not in.
             * @enum {string|null}
             */
            readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
            readonly unreadChanges?: readonly {
                readonly noticeId: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                /** @description Whether time or place are others. */
                readonly moved: boolean;
            }[];
            readonly version: number;
            /** @description With a repetition: how many copies were made. */
            readonly created?: number;
            /** @description With a repetition: of all copies, by date. */
            readonly copyIds?: readonly string[];
        };
        readonly SeanceChanges: {
            readonly name?: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start?: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end?: string;
            /** @description Name of a zone of the IANA time zone database. */
            readonly timeZone?: string;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly description?: string | null;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly extraInfo?: string | null;
            /** @enum {string} */
            readonly enrolmentMode?: "automatic" | "manual" | "public";
            /** @description From then on learners may enrol themselves; null is at once. */
            readonly enrolmentOpens?: string | null;
            /** @description From then on learners neither enrol nor leave; null is as the setting closingDelayMinutes says. */
            readonly enrolmentCloses?: string | null;
            /** @description The most learners enrolled; null is unlimited. */
            readonly capacity?: number | null;
            readonly locationId?: string | null;
            /** @description Of an online class: https, without a name or password. */
            readonly onlineUrl?: string | null;
            /** @description Trainers of the session. */
            readonly trainerIds?: readonly string[];
            /** @description Found in the session or created. */
            readonly groupName?: string | null;
            readonly groupId?: string | null;
            readonly inAgenda?: boolean;
        };
        readonly SelectionEdit: {
            readonly ids: readonly string[];
            readonly changes: {
                readonly locationId?: string | null;
                /** @description Trainers of the session. */
                readonly trainerIds?: readonly string[];
                /** @description The most learners enrolled; null is unlimited. */
                readonly capacity?: number | null;
                readonly inAgenda?: boolean;
                /** @description On the day and the clocks of each. */
                readonly startTime?: string;
                /** @description On the day and the clocks of each. */
                readonly endTime?: string;
            };
        };
        readonly SeriesChangePreview: {
            readonly changes: readonly {
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
                /** @enum {string|null} */
                readonly clockChange: "skipped" | "doubled" | "longer" | "shorter" | null;
                /** @description At most 50, the earliest. */
                readonly conflicts: readonly {
                    /** @enum {string} */
                    readonly kind: "trainer" | "location";
                    readonly resource: {
                        readonly id: string;
                        readonly name: string;
                    };
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly startsAt: string;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly endsAt: string;
                    readonly seance: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                }[];
                /** @description At most 50. */
                readonly warnings: readonly {
                    /** @enum {string} */
                    readonly code: "trainer-busy" | "location-busy" | "location-deleted" | "closed-day" | "same-series" | "outside-session" | "past" | "clock-change";
                    /**
                     * @description What would be changed to be rid of it.
                     * @enum {string}
                     */
                    readonly field: "start" | "end" | "trainerIds" | "locationId";
                    /** @description The start that is planned, in the zone of the séance. */
                    readonly start: string;
                    /** @description The séance in the way; null for none, and for one of another space. */
                    readonly seance: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                    /** @description The trainer or the place. */
                    readonly resource?: {
                        readonly id: string;
                        readonly name: string;
                    };
                    /** @description Name of the closed day. */
                    readonly name?: string;
                    /** @enum {string} */
                    readonly clockChange?: "skipped" | "doubled" | "longer" | "shorter";
                }[];
                readonly id: string;
                readonly name: string;
                readonly before: {
                    readonly name: string;
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly start: string;
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly end: string;
                };
                readonly kept: readonly ("name" | "description" | "extraInfo" | "enrolmentMode" | "enrolmentOpens" | "enrolmentCloses" | "capacity" | "locationId" | "onlineUrl" | "trainers" | "groupId" | "inAgenda" | "start" | "length" | "timeZone")[];
                readonly closedDay: string | null;
            }[];
        };
        readonly EditedCount: {
            readonly edited: number;
        };
        readonly Cancellations: {
            readonly ids: readonly string[];
            /** @description For everybody who sees the séance. */
            readonly reason?: string | null;
        };
        readonly CancelledSeances: {
            /** @description Of how many séances it was not so before. */
            readonly changed: number;
        };
        readonly SeanceIds: {
            readonly ids: readonly string[];
        };
        readonly ReinstatedSeances: {
            /** @description Of how many séances it was not so before. */
            readonly changed: number;
            /** @description Learners who wait now, as for one. */
            readonly displaced: number;
        };
        readonly Cancellation: {
            /** @description For everybody who sees the séance. */
            readonly reason?: string | null;
        };
        readonly CancelledSeance: {
            readonly id: string;
            readonly sessionId: string;
            readonly spaceId: string;
            readonly name: string;
            readonly description: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            readonly timeZone: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly startsAt: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly endsAt: string;
            /** @enum {string} */
            readonly enrolmentMode: "automatic" | "manual" | "public";
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentOpens: string | null;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentCloses: string | null;
            readonly capacity: number | null;
            readonly enrolledCount: number;
            readonly waitingCount: number;
            /** @description How many comments it has. */
            readonly commentCount: number;
            readonly location: {
                readonly id: string;
                readonly name: string;
                readonly street: string;
                readonly streetNumber: string;
                readonly box: string;
                readonly postalCode: string;
                readonly city: string;
                readonly country: string;
                readonly phone: string;
            } | null;
            /** @description Of its online class; null also for who neither takes part nor is staff. */
            readonly onlineUrl: string | null;
            readonly extraInfo: string;
            readonly trainers: readonly {
                readonly id: string;
                readonly name: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            }[];
            readonly group: {
                readonly id: string;
                readonly name: string;
                readonly limit: number;
            } | null;
            readonly inAgenda: boolean;
            /** @enum {string} */
            readonly origin: "space" | "manager";
            readonly seriesId: string | null;
            /** @description The name without the number that a repetition gave it. */
            readonly baseName: string;
            /** @enum {string} */
            readonly state: "upcoming" | "ongoing" | "past";
            /** @description That it does not take place, by whom and why; null when it does. */
            readonly cancelled: {
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly reason: string;
            } | null;
            readonly myEnrolment: {
                /** @enum {string} */
                readonly status: "enrolled" | "waiting";
                readonly position?: number;
            } | null;
            /**
             * @description Why the actor cannot enrol; null when they can, or are in already.
             * @enum {string|null}
             */
            readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /**
             * @description Why the actor cannot leave; null when they can, or are not in.
             * @enum {string|null}
             */
            readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
            readonly unreadChanges?: readonly {
                readonly noticeId: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                /** @description Whether time or place are others. */
                readonly moved: boolean;
            }[];
            readonly version: number;
            /** @description Of how many séances it was not so before. */
            readonly changed: number;
        };
        readonly Reinstatement: Record<string, unknown>;
        readonly ReinstatedSeance: {
            readonly id: string;
            readonly sessionId: string;
            readonly spaceId: string;
            readonly name: string;
            readonly description: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            readonly timeZone: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly startsAt: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly endsAt: string;
            /** @enum {string} */
            readonly enrolmentMode: "automatic" | "manual" | "public";
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentOpens: string | null;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentCloses: string | null;
            readonly capacity: number | null;
            readonly enrolledCount: number;
            readonly waitingCount: number;
            /** @description How many comments it has. */
            readonly commentCount: number;
            readonly location: {
                readonly id: string;
                readonly name: string;
                readonly street: string;
                readonly streetNumber: string;
                readonly box: string;
                readonly postalCode: string;
                readonly city: string;
                readonly country: string;
                readonly phone: string;
            } | null;
            /** @description Of its online class; null also for who neither takes part nor is staff. */
            readonly onlineUrl: string | null;
            readonly extraInfo: string;
            readonly trainers: readonly {
                readonly id: string;
                readonly name: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            }[];
            readonly group: {
                readonly id: string;
                readonly name: string;
                readonly limit: number;
            } | null;
            readonly inAgenda: boolean;
            /** @enum {string} */
            readonly origin: "space" | "manager";
            readonly seriesId: string | null;
            /** @description The name without the number that a repetition gave it. */
            readonly baseName: string;
            /** @enum {string} */
            readonly state: "upcoming" | "ongoing" | "past";
            /** @description That it does not take place, by whom and why; null when it does. */
            readonly cancelled: {
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly reason: string;
            } | null;
            readonly myEnrolment: {
                /** @enum {string} */
                readonly status: "enrolled" | "waiting";
                readonly position?: number;
            } | null;
            /**
             * @description Why the actor cannot enrol; null when they can, or are in already.
             * @enum {string|null}
             */
            readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /**
             * @description Why the actor cannot leave; null when they can, or are not in.
             * @enum {string|null}
             */
            readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
            readonly unreadChanges?: readonly {
                readonly noticeId: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                /** @description Whether time or place are others. */
                readonly moved: boolean;
            }[];
            readonly version: number;
            /** @description Of how many séances it was not so before. */
            readonly changed: number;
            /** @description Learners who wait now, because they took a place in another séance of the group meanwhile; absent for none. */
            readonly displaced?: number;
        };
        readonly ChosenDeletion: {
            readonly ids: readonly string[];
            /** @description The version that each of them has to have still: as those that were just made have 1. */
            readonly version?: number;
        };
        readonly DeletedCount: {
            readonly deleted: number;
        };
        readonly DeletionPage: {
            readonly items: readonly {
                readonly id: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly deletedAt: string;
                /** @description Null when they are no longer known. */
                readonly deletedBy: {
                    readonly id: string;
                    readonly name: string;
                } | null;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly restorableUntil: string;
                /** @description How many séances are left of it. */
                readonly count: number;
                /** @description The first 100, by their starts. */
                readonly seances: readonly {
                    readonly id: string;
                    readonly sessionId: string;
                    readonly name: string;
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly start: string;
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly end: string;
                    readonly timeZone: string;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly startsAt: string;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly endsAt: string;
                    readonly seriesId: string | null;
                    /** @description That it does not take place, by whom and why; null when it does. */
                    readonly cancelled: {
                        /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                        readonly at: string;
                        readonly by: {
                            readonly id: string;
                            readonly name: string;
                        };
                        readonly reason: string;
                    } | null;
                    /** @description Until when it is kept for its signed sheets of presence, restorable or not; null without one. */
                    readonly keptUntil: string | null;
                }[];
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly Restoration: {
            readonly ids?: readonly string[];
            /** @description One of the deletions of the space. */
            readonly deletionId?: string;
        };
        readonly RestoredSeances: {
            readonly restored: number;
            /** @description Those that were deleted until then. */
            readonly ids: readonly string[];
            /** @description Learners who wait now, because they took a place in another séance of the group meanwhile. */
            readonly displaced: number;
        };
        readonly RestoredSeance: {
            readonly id: string;
            readonly sessionId: string;
            readonly spaceId: string;
            readonly name: string;
            readonly description: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            readonly timeZone: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly startsAt: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly endsAt: string;
            /** @enum {string} */
            readonly enrolmentMode: "automatic" | "manual" | "public";
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentOpens: string | null;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly enrolmentCloses: string | null;
            readonly capacity: number | null;
            readonly enrolledCount: number;
            readonly waitingCount: number;
            /** @description How many comments it has. */
            readonly commentCount: number;
            readonly location: {
                readonly id: string;
                readonly name: string;
                readonly street: string;
                readonly streetNumber: string;
                readonly box: string;
                readonly postalCode: string;
                readonly city: string;
                readonly country: string;
                readonly phone: string;
            } | null;
            /** @description Of its online class; null also for who neither takes part nor is staff. */
            readonly onlineUrl: string | null;
            readonly extraInfo: string;
            readonly trainers: readonly {
                readonly id: string;
                readonly name: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            }[];
            readonly group: {
                readonly id: string;
                readonly name: string;
                readonly limit: number;
            } | null;
            readonly inAgenda: boolean;
            /** @enum {string} */
            readonly origin: "space" | "manager";
            readonly seriesId: string | null;
            /** @description The name without the number that a repetition gave it. */
            readonly baseName: string;
            /** @enum {string} */
            readonly state: "upcoming" | "ongoing" | "past";
            /** @description That it does not take place, by whom and why; null when it does. */
            readonly cancelled: {
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly reason: string;
            } | null;
            readonly myEnrolment: {
                /** @enum {string} */
                readonly status: "enrolled" | "waiting";
                readonly position?: number;
            } | null;
            /**
             * @description Why the actor cannot enrol; null when they can, or are in already.
             * @enum {string|null}
             */
            readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /**
             * @description Why the actor cannot leave; null when they can, or are not in.
             * @enum {string|null}
             */
            readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
            /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
            readonly unreadChanges?: readonly {
                readonly noticeId: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                /** @description Whether time or place are others. */
                readonly moved: boolean;
            }[];
            readonly version: number;
            /** @description Learners who wait now, because they took a place in another séance of the group meanwhile; absent for none. */
            readonly displaced?: number;
        };
        readonly RepeatedDraft: {
            readonly name?: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            /** @description Name of a zone of the IANA time zone database. */
            readonly timeZone?: string;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly description?: string | null;
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly extraInfo?: string | null;
            /** @enum {string} */
            readonly enrolmentMode?: "automatic" | "manual" | "public";
            /** @description From then on learners may enrol themselves; null is at once. */
            readonly enrolmentOpens?: string | null;
            /** @description From then on learners neither enrol nor leave; null is as the setting closingDelayMinutes says. */
            readonly enrolmentCloses?: string | null;
            /** @description The most learners enrolled; null is unlimited. */
            readonly capacity?: number | null;
            readonly locationId?: string | null;
            /** @description Of an online class: https, without a name or password. */
            readonly onlineUrl?: string | null;
            /** @description Trainers of the session. */
            readonly trainerIds?: readonly string[];
            /** @description Found in the session or created. */
            readonly groupName?: string | null;
            readonly groupId?: string | null;
            readonly inAgenda?: boolean;
            readonly repetition: {
                readonly weekdays: readonly ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
                /** @description The last day, inclusive: either this or weeks. */
                readonly until?: string;
                /** @description From the séance's day, inclusive: either this or until. */
                readonly weeks?: number;
                /**
                 * @description Every how many weeks; weeks start on Monday.
                 * @default 1
                 */
                readonly interval?: number;
                /**
                 * @description Days that are left out.
                 * @default []
                 */
                readonly exceptDates?: readonly string[];
                /**
                 * @description Days that are kept although they are closed, or the series has a séance then.
                 * @default []
                 */
                readonly keepDates?: readonly string[];
                /** @default true */
                readonly skipClosedDays?: boolean;
                /** @description Whether names get [1], [2], …; the setting decides when absent. */
                readonly numbering?: boolean;
            };
        };
        readonly RepetitionPreview: {
            readonly occurrences: readonly {
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
                /** @enum {string|null} */
                readonly clockChange: "skipped" | "doubled" | "longer" | "shorter" | null;
                /** @description At most 50, the earliest. */
                readonly conflicts: readonly {
                    /** @enum {string} */
                    readonly kind: "trainer" | "location";
                    readonly resource: {
                        readonly id: string;
                        readonly name: string;
                    };
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly startsAt: string;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly endsAt: string;
                    readonly seance: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                }[];
                /** @description At most 50. */
                readonly warnings: readonly {
                    /** @enum {string} */
                    readonly code: "trainer-busy" | "location-busy" | "location-deleted" | "closed-day" | "same-series" | "outside-session" | "past" | "clock-change";
                    /**
                     * @description What would be changed to be rid of it.
                     * @enum {string}
                     */
                    readonly field: "start" | "end" | "trainerIds" | "locationId";
                    /** @description The start that is planned, in the zone of the séance. */
                    readonly start: string;
                    /** @description The séance in the way; null for none, and for one of another space. */
                    readonly seance: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                    /** @description The trainer or the place. */
                    readonly resource?: {
                        readonly id: string;
                        readonly name: string;
                    };
                    /** @description Name of the closed day. */
                    readonly name?: string;
                    /** @enum {string} */
                    readonly clockChange?: "skipped" | "doubled" | "longer" | "shorter";
                }[];
                readonly name: string;
            }[];
            readonly skipped: readonly {
                /** @description Calendar day, YYYY-MM-DD. */
                readonly date: string;
                /** @enum {string} */
                readonly reason: "exception" | "closed-day" | "same-series";
                readonly name?: string;
            }[];
        };
        readonly RepetitionInput: {
            readonly weekdays: readonly ("MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU")[];
            /** @description The last day, inclusive: either this or weeks. */
            readonly until?: string;
            /** @description From the séance's day, inclusive: either this or until. */
            readonly weeks?: number;
            /**
             * @description Every how many weeks; weeks start on Monday.
             * @default 1
             */
            readonly interval?: number;
            /**
             * @description Days that are left out.
             * @default []
             */
            readonly exceptDates?: readonly string[];
            /**
             * @description Days that are kept although they are closed, or the series has a séance then.
             * @default []
             */
            readonly keepDates?: readonly string[];
            /** @default true */
            readonly skipClosedDays?: boolean;
            /** @description Whether names get [1], [2], …; the setting decides when absent. */
            readonly numbering?: boolean;
        };
        readonly RepetitionResult: {
            readonly seriesId: string;
            readonly created: number;
            /** @description Of all copies, by date. */
            readonly copyIds: readonly string[];
            /** @description The first hundred. */
            readonly items: readonly {
                readonly id: string;
                readonly sessionId: string;
                readonly spaceId: string;
                readonly name: string;
                readonly description: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
                /** @enum {string} */
                readonly enrolmentMode: "automatic" | "manual" | "public";
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly enrolmentOpens: string | null;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly enrolmentCloses: string | null;
                readonly capacity: number | null;
                readonly enrolledCount: number;
                readonly waitingCount: number;
                /** @description How many comments it has. */
                readonly commentCount: number;
                readonly location: {
                    readonly id: string;
                    readonly name: string;
                    readonly street: string;
                    readonly streetNumber: string;
                    readonly box: string;
                    readonly postalCode: string;
                    readonly city: string;
                    readonly country: string;
                    readonly phone: string;
                } | null;
                /** @description Of its online class; null also for who neither takes part nor is staff. */
                readonly onlineUrl: string | null;
                readonly extraInfo: string;
                readonly trainers: readonly {
                    readonly id: string;
                    readonly name: string;
                    /** @description What tells them from others of the same name; in lists, where the host says so. */
                    readonly detail?: string;
                }[];
                readonly group: {
                    readonly id: string;
                    readonly name: string;
                    readonly limit: number;
                } | null;
                readonly inAgenda: boolean;
                /** @enum {string} */
                readonly origin: "space" | "manager";
                readonly seriesId: string | null;
                /** @description The name without the number that a repetition gave it. */
                readonly baseName: string;
                /** @enum {string} */
                readonly state: "upcoming" | "ongoing" | "past";
                /** @description That it does not take place, by whom and why; null when it does. */
                readonly cancelled: {
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    readonly by: {
                        readonly id: string;
                        readonly name: string;
                    };
                    readonly reason: string;
                } | null;
                readonly myEnrolment: {
                    /** @enum {string} */
                    readonly status: "enrolled" | "waiting";
                    readonly position?: number;
                } | null;
                /**
                 * @description Why the actor cannot enrol; null when they can, or are in already.
                 * @enum {string|null}
                 */
                readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
                /**
                 * @description Why the actor cannot leave; null when they can, or are not in.
                 * @enum {string|null}
                 */
                readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
                /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
                readonly unreadChanges?: readonly {
                    readonly noticeId: string;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    /** @description Whether time or place are others. */
                    readonly moved: boolean;
                }[];
                readonly version: number;
            }[];
        };
        readonly OwnEnrolmentOrResults: {
            readonly id: string;
            readonly user: {
                readonly id: string;
                readonly name: string;
                readonly firstName: string;
                readonly lastName: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            };
            /** @enum {string} */
            readonly status: "enrolled" | "waiting";
            /** @description In the queue, from 1; absent for who is enrolled. */
            readonly position?: number;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly requestedAt: string | null;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly enrolledAt: string | null;
            /** @enum {string} */
            readonly source: "self" | "staff" | "automatic";
            /** @description The séances that the actor is in at that time, in any space: at most 50, by start. */
            readonly overlaps: readonly {
                readonly seanceId: string;
                readonly spaceId: string;
                readonly name: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
            }[];
        } | {
            /** @description By start. */
            readonly results: readonly {
                readonly seanceId: string;
                /** @enum {string} */
                readonly outcome: "enrolled" | "waiting" | "existing" | "left" | "group-limit" | "seance-full" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed";
            }[];
        };
        readonly OwnEnrolment: {
            readonly id: string;
            readonly user: {
                readonly id: string;
                readonly name: string;
                readonly firstName: string;
                readonly lastName: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            };
            /** @enum {string} */
            readonly status: "enrolled" | "waiting";
            /** @description In the queue, from 1; absent for who is enrolled. */
            readonly position?: number;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly requestedAt: string | null;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly enrolledAt: string | null;
            /** @enum {string} */
            readonly source: "self" | "staff" | "automatic";
            /** @description The séances that the actor is in at that time, in any space: at most 50, by start. */
            readonly overlaps: readonly {
                readonly seanceId: string;
                readonly spaceId: string;
                readonly name: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
            }[];
        };
        readonly OwnEnrolmentResults: {
            /** @description By start. */
            readonly results: readonly {
                readonly seanceId: string;
                /** @enum {string} */
                readonly outcome: "enrolled" | "waiting" | "existing" | "left" | "group-limit" | "seance-full" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed";
            }[];
        };
        readonly EnrolmentPage: {
            readonly items: readonly {
                readonly id: string;
                readonly user: {
                    readonly id: string;
                    readonly name: string;
                    readonly firstName: string;
                    readonly lastName: string;
                    /** @description What tells them from others of the same name; in lists, where the host says so. */
                    readonly detail?: string;
                };
                /** @enum {string} */
                readonly status: "enrolled" | "waiting";
                /** @description In the queue, from 1; absent for who is enrolled. */
                readonly position?: number;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly requestedAt: string | null;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly enrolledAt: string | null;
                /** @enum {string} */
                readonly source: "self" | "staff" | "automatic";
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly CandidatePage: {
            readonly items: readonly {
                readonly id: string;
                readonly name: string;
                readonly firstName: string;
                readonly lastName: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly HostGroupPage: {
            readonly items: readonly {
                readonly id: string;
                readonly name: string;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly EnrolmentInput: {
            readonly userIds?: readonly string[];
            readonly groupIds?: readonly string[];
        };
        readonly EnrolmentResults: {
            readonly results: readonly {
                /** @description With a scope: the date. */
                readonly seanceId?: string;
                readonly userId: string;
                /**
                 * @description With a scope also what keeps everybody from that date.
                 * @enum {string}
                 */
                readonly outcome: "enrolled" | "waiting" | "already" | "not-a-learner" | "group-limit" | "seance-full" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed";
            }[];
        };
        readonly Enrolment: {
            readonly id: string;
            readonly user: {
                readonly id: string;
                readonly name: string;
                readonly firstName: string;
                readonly lastName: string;
                /** @description What tells them from others of the same name; in lists, where the host says so. */
                readonly detail?: string;
            };
            /** @enum {string} */
            readonly status: "enrolled" | "waiting";
            /** @description In the queue, from 1; absent for who is enrolled. */
            readonly position?: number;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly requestedAt: string | null;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly enrolledAt: string | null;
            /** @enum {string} */
            readonly source: "self" | "staff" | "automatic";
        };
        readonly MoveInput: {
            /** @description Where to. */
            readonly seanceId: string;
        };
        readonly Attendance: {
            /** @enum {string} */
            readonly mode: "off" | "marks" | "signed";
            /** @description What parts its days into half-days. */
            readonly break: {
                /** @description What a clock shows, HH:mm. */
                readonly start: string;
                /** @description What a clock shows, HH:mm. */
                readonly end: string;
            };
            /** @description Whether something is marked: times and break stay as they are. */
            readonly begun: boolean;
            readonly slots: readonly {
                /** @description Counts from 1 within the séance. */
                readonly id: number;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                /** @description Name of a zone of the IANA time zone database. */
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
                /** @description From then on it may be marked. */
                readonly opensAt: string;
                /** @description Of exact time: clock changes count. */
                readonly minutes: number;
                /** @enum {string} */
                readonly state: "not-open" | "open" | "closed";
                /** @description While learners may check in. */
                readonly checkIn: {
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly until: string;
                } | null;
                readonly closed: {
                    readonly by: {
                        readonly id: string;
                        readonly name: string;
                    };
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    readonly signed: boolean;
                } | null;
                /** @description Everybody for staff; for a learner their own. */
                readonly entries: readonly {
                    readonly user: {
                        readonly id: string;
                        readonly name: string;
                        /** @description What tells them from others of the same name; in lists, where the host says so. */
                        readonly detail?: string;
                    };
                    /**
                     * @description Null until something is marked.
                     * @enum {string|null}
                     */
                    readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote" | null;
                    readonly minutes?: number;
                    readonly note?: string;
                    readonly by: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string | null;
                    /** @enum {string|null} */
                    readonly source: "staff" | "self" | null;
                    /** @description Whether the learner signed, drawn or in words. */
                    readonly signed: boolean;
                    /**
                     * @description Somebody else checked in with the same device.
                     * @enum {boolean}
                     */
                    readonly sharedDevice?: true;
                    /**
                     * @description The clock of whoever marked was wrong: `at` is the time of the server.
                     * @enum {boolean}
                     */
                    readonly clockWrong?: true;
                    /** @enum {boolean} */
                    readonly correction?: true;
                    /** @description What held before, the latest first; for staff. */
                    readonly earlier?: readonly {
                        /** @enum {string} */
                        readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote";
                        readonly minutes?: number;
                        readonly note?: string;
                        readonly by: {
                            readonly id: string;
                            readonly name: string;
                        } | null;
                        /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                        readonly at: string;
                        /** @enum {string} */
                        readonly source: "staff" | "self";
                        /** @enum {boolean} */
                        readonly correction?: true;
                    }[];
                }[];
            }[];
        };
        readonly AttendanceBreak: {
            /** @description What a clock shows, HH:mm. */
            readonly start: string | null;
            /** @description What a clock shows, HH:mm. */
            readonly end: string | null;
        };
        readonly AttendanceMarks: {
            readonly marks: readonly {
                readonly userId: string;
                /** @enum {string} */
                readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote";
                /** @description Of who was late, or left early; not of other marks. */
                readonly minutes?: number | null;
                readonly note?: string | null;
                /** @description When it was marked, by the clock of whoever marked; now without. */
                readonly at?: string;
            }[];
        };
        readonly AttendanceSlot: {
            /** @description Counts from 1 within the séance. */
            readonly id: number;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly start: string;
            /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
            readonly end: string;
            /** @description Name of a zone of the IANA time zone database. */
            readonly timeZone: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly startsAt: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly endsAt: string;
            /** @description From then on it may be marked. */
            readonly opensAt: string;
            /** @description Of exact time: clock changes count. */
            readonly minutes: number;
            /** @enum {string} */
            readonly state: "not-open" | "open" | "closed";
            /** @description While learners may check in. */
            readonly checkIn: {
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly until: string;
            } | null;
            readonly closed: {
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                };
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                readonly signed: boolean;
            } | null;
            /** @description Everybody for staff; for a learner their own. */
            readonly entries: readonly {
                readonly user: {
                    readonly id: string;
                    readonly name: string;
                    /** @description What tells them from others of the same name; in lists, where the host says so. */
                    readonly detail?: string;
                };
                /**
                 * @description Null until something is marked.
                 * @enum {string|null}
                 */
                readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote" | null;
                readonly minutes?: number;
                readonly note?: string;
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                } | null;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string | null;
                /** @enum {string|null} */
                readonly source: "staff" | "self" | null;
                /** @description Whether the learner signed, drawn or in words. */
                readonly signed: boolean;
                /**
                 * @description Somebody else checked in with the same device.
                 * @enum {boolean}
                 */
                readonly sharedDevice?: true;
                /**
                 * @description The clock of whoever marked was wrong: `at` is the time of the server.
                 * @enum {boolean}
                 */
                readonly clockWrong?: true;
                /** @enum {boolean} */
                readonly correction?: true;
                /** @description What held before, the latest first; for staff. */
                readonly earlier?: readonly {
                    /** @enum {string} */
                    readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote";
                    readonly minutes?: number;
                    readonly note?: string;
                    readonly by: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    /** @enum {string} */
                    readonly source: "staff" | "self";
                    /** @enum {boolean} */
                    readonly correction?: true;
                }[];
            }[];
        };
        readonly AttendanceRoster: {
            readonly userIds: readonly string[];
        };
        readonly CheckInOpening: {
            readonly open: boolean;
            /** @description When it ends; by default with the half-day. */
            readonly until?: string | null;
        };
        readonly ShownCheckIn: {
            /** @description XXXX-9999; null when learners may not check in. */
            readonly code: string | null;
            /** @description Until another code is shown. */
            readonly secondsLeft: number;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly until: string | null;
            /** @description Where the code may be scanned to. */
            readonly url: string | null;
            readonly present: number;
            readonly people: number;
        };
        readonly SlotClosing: {
            /** @description What was drawn: SVG path data of absolute M and L with whole numbers, in a box of 600 by 200. Absent of who confirms in words. */
            readonly signature?: string | null;
        };
        readonly AttendanceCorrection: {
            readonly userId: string;
            /** @enum {string} */
            readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote";
            /** @description Of who was late, or left early; not of other marks. */
            readonly minutes?: number | null;
            readonly reason: string;
        };
        readonly CheckIn: {
            readonly code: string;
            /** @description A random id that the browser keeps, to tell staff of devices that several people use. */
            readonly device?: string | null;
        };
        readonly CheckInTicket: {
            readonly ticket: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly until: string;
            readonly seance: {
                readonly id: string;
                readonly spaceId: string;
                readonly name: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                /** @description Name of a zone of the IANA time zone database. */
                readonly timeZone: string;
                readonly slot: number;
                /** @description Of its page in the host; null where that has none. */
                readonly url: string | null;
            };
            /** @description Whether a signature is asked for. */
            readonly signs: boolean;
        };
        readonly CheckInConfirmation: {
            readonly ticket: string;
            /** @description What was drawn: SVG path data of absolute M and L with whole numbers, in a box of 600 by 200. Absent of who confirms in words. */
            readonly signature?: string | null;
        };
        readonly ConfirmedCheckIn: {
            readonly seance: {
                readonly id: string;
                readonly spaceId: string;
                readonly name: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                /** @description Name of a zone of the IANA time zone database. */
                readonly timeZone: string;
                readonly slot: number;
                /** @description Of its page in the host; null where that has none. */
                readonly url: string | null;
            };
            readonly entry: {
                readonly user: {
                    readonly id: string;
                    readonly name: string;
                    /** @description What tells them from others of the same name; in lists, where the host says so. */
                    readonly detail?: string;
                };
                /**
                 * @description Null until something is marked.
                 * @enum {string|null}
                 */
                readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote" | null;
                readonly minutes?: number;
                readonly note?: string;
                readonly by: {
                    readonly id: string;
                    readonly name: string;
                } | null;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string | null;
                /** @enum {string|null} */
                readonly source: "staff" | "self" | null;
                /** @description Whether the learner signed, drawn or in words. */
                readonly signed: boolean;
                /**
                 * @description Somebody else checked in with the same device.
                 * @enum {boolean}
                 */
                readonly sharedDevice?: true;
                /**
                 * @description The clock of whoever marked was wrong: `at` is the time of the server.
                 * @enum {boolean}
                 */
                readonly clockWrong?: true;
                /** @enum {boolean} */
                readonly correction?: true;
                /** @description What held before, the latest first; for staff. */
                readonly earlier?: readonly {
                    /** @enum {string} */
                    readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote";
                    readonly minutes?: number;
                    readonly note?: string;
                    readonly by: {
                        readonly id: string;
                        readonly name: string;
                    } | null;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    /** @enum {string} */
                    readonly source: "staff" | "self";
                    /** @enum {boolean} */
                    readonly correction?: true;
                }[];
            };
        };
        readonly SessionHours: {
            /** @description Those in which somebody has a half-day, in order. */
            readonly quarters: readonly string[];
            /** @description By name; who has left the session stays. */
            readonly people: readonly {
                readonly user: {
                    readonly id: string;
                    readonly name: string;
                    /** @description What tells them from others of the same name; in lists, where the host says so. */
                    readonly detail?: string;
                };
                /** @description Those that count, of half-days that have begun. */
                readonly minutes: number;
                /** @description Half-days that they were to be at and that have begun. */
                readonly halfDays: number;
                /** @description At how many of them they were, for a part at least. */
                readonly attended: number;
                /** @description In order. */
                readonly quarters: readonly {
                    /** @description Three months of a year, such as 2026-Q4. */
                    readonly quarter: string;
                    /** @description Those that count, of half-days that have begun. */
                    readonly minutes: number;
                    /** @description Half-days that they were to be at and that have begun. */
                    readonly halfDays: number;
                    /** @description At how many of them they were, for a part at least. */
                    readonly attended: number;
                }[];
            }[];
        };
        readonly OwnAttendance: {
            /** @description Those that count, of half-days that have begun. */
            readonly minutes: number;
            /** @description Half-days that they were to be at and that have begun. */
            readonly halfDays: number;
            /** @description At how many of them they were, for a part at least. */
            readonly attended: number;
            /** @description In order. */
            readonly quarters: readonly {
                /** @description Three months of a year, such as 2026-Q4. */
                readonly quarter: string;
                /** @description Those that count, of half-days that have begun. */
                readonly minutes: number;
                /** @description Half-days that they were to be at and that have begun. */
                readonly halfDays: number;
                /** @description At how many of them they were, for a part at least. */
                readonly attended: number;
            }[];
            readonly items: readonly {
                readonly seance: {
                    readonly id: string;
                    readonly spaceId: string;
                    readonly name: string;
                    /** @description Name of a zone of the IANA time zone database. */
                    readonly timeZone: string;
                };
                readonly slot: number;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                /**
                 * @description Null until something is marked.
                 * @enum {string|null}
                 */
                readonly mark: "present" | "late" | "left-early" | "excused" | "absent" | "remote" | null;
                /** @description By how many the actor was late, or left early. */
                readonly minutes?: number;
                readonly note?: string;
                /** @description Whether the actor signed, drawn or in words. */
                readonly signed: boolean;
                /** @enum {boolean} */
                readonly correction?: true;
                /** @description How many minutes of it count. */
                readonly credited: number;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly HistoryPage: {
            readonly items: readonly {
                readonly id: string;
                /** @enum {string} */
                readonly type: "seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected";
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                /** @description Who did it; null for the host, or the plugin itself. */
                readonly actor: {
                    readonly id: string;
                    readonly name: string;
                } | null;
                /** @description Whose enrolment it is about. */
                readonly user: {
                    readonly id: string;
                    readonly name: string;
                } | null;
                readonly data: Record<string, unknown>;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly CommentPage: {
            readonly items: readonly {
                readonly id: string;
                /** @description HTML of a short allow-list of tags. */
                readonly content: string;
                /** @description Who wrote it; both empty for somebody who was forgotten. */
                readonly author: {
                    readonly id: string;
                    readonly name: string;
                };
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly createdAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly editedAt: string | null;
                readonly version: number;
                /** @description How many people an announced comment was told to, and how many of them have read it: for staff. */
                readonly announced: {
                    readonly told: number;
                    readonly read: number;
                } | null;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly NewCommentInput: {
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly content: string;
            /** @description It is written on each séance in scope, and told once to each person. */
            readonly announce?: {
                /** @description Who is told of it. */
                readonly to: readonly ("enrolled" | "waiting" | "trainers")[];
                /**
                 * @description Which séances of its series are meant: following is itself and those that start later.
                 * @default this
                 * @enum {string}
                 */
                readonly scope?: "this" | "following" | "all";
            };
        };
        readonly Comment: {
            readonly id: string;
            /** @description HTML of a short allow-list of tags. */
            readonly content: string;
            /** @description Who wrote it; both empty for somebody who was forgotten. */
            readonly author: {
                readonly id: string;
                readonly name: string;
            };
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly createdAt: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly editedAt: string | null;
            readonly version: number;
            /** @description How many people an announced comment was told to, and how many of them have read it: for staff. */
            readonly announced: {
                readonly told: number;
                readonly read: number;
            } | null;
        };
        readonly CommentInput: {
            /** @description HTML; the server keeps a short allow-list of tags. */
            readonly content: string;
        };
        readonly SettingsReview: {
            readonly values: Record<string, unknown>;
            /** @description JSON Schema of the settings. */
            readonly schema: Record<string, unknown>;
            /** @description The latest changes, the latest first. */
            readonly changes: readonly {
                readonly name: string;
                readonly before: unknown;
                readonly after: unknown;
                readonly actor: {
                    readonly id: string;
                    readonly name: string;
                };
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
            }[];
        };
        readonly SettingValues: {
            /**
             * @description Whether anybody can be enrolled in a séance at all.
             * @default true
             */
            readonly enrolmentEnabled?: boolean;
            /**
             * @description Enrolment mode of a séance whose creator chooses none.
             * @default automatic
             * @enum {string}
             */
            readonly defaultEnrolmentMode?: "automatic" | "manual" | "public";
            /**
             * @description Length that the form proposes, in minutes.
             * @default 60
             */
            readonly defaultDurationMinutes?: number;
            /**
             * Format: time-zone
             * @description IANA zone of séances whose session has none.
             * @default Europe/Brussels
             */
            readonly defaultTimeZone?: string;
            /**
             * @description Whether a repetition numbers its copies unless asked otherwise: name [1], name [2].
             * @default true
             */
            readonly numbering?: boolean;
            /**
             * @description The most copies that one repetition may make.
             * @default 1000
             */
            readonly maxOccurrences?: number;
            /**
             * @description Whether a place that frees up goes to the first in the queue at once, or waits for staff.
             * @default automatic
             * @enum {string}
             */
            readonly promotion?: "automatic" | "staff";
            /**
             * @description How long before its start a séance closes for learners, in minutes.
             * @default 0
             */
            readonly closingDelayMinutes?: number;
            /**
             * @description How long a deleted séance can be restored, in days.
             * @default 30
             */
            readonly retentionDays?: number;
            /**
             * @description Whether new séances are shown in the host's agenda unless their creator says otherwise.
             * @default false
             */
            readonly inAgendaByDefault?: boolean;
            /**
             * @description Whether a trainer or a place that is taken at that time is a warning, or a refusal that nobody gets past.
             * @default warn
             * @enum {string}
             */
            readonly clashes?: "warn" | "refuse";
            /**
             * @description Whether it is written down who was there, and whether learners and trainers sign for it.
             * @default marks
             * @enum {string}
             */
            readonly attendance?: "off" | "marks" | "signed";
            /**
             * @description When the pause begins that parts a day into half-days, HH:mm; a séance may have its own.
             * @default 13:00
             */
            readonly attendanceBreakStart?: string;
            /**
             * @description When that pause ends, HH:mm: the same as its beginning for a cut without a pause.
             * @default 13:00
             */
            readonly attendanceBreakEnd?: string;
            /**
             * @description How long a signed sheet of presence is kept, in days.
             * @default 1826
             */
            readonly attendanceRetentionDays?: number;
            /**
             * @description Whether learners who were absent are told so when their half-day is closed.
             * @default false
             */
            readonly attendanceAbsenceNotices?: boolean;
            /**
             * @description Name of the training provider on sheets of presence.
             * @default
             */
            readonly providerName?: string;
            /**
             * @description Number that authorities know the training provider by, on sheets of presence.
             * @default
             */
            readonly providerNumber?: string;
            /**
             * @description Logo of the training provider on sheets of presence, as a data: address of a PNG or JPEG image.
             * @default
             */
            readonly providerLogo?: string;
        };
        readonly LocationPage: {
            readonly items: readonly {
                readonly id: string;
                readonly name: string;
                readonly street: string;
                readonly streetNumber: string;
                readonly box: string;
                readonly postalCode: string;
                readonly city: string;
                readonly country: string;
                readonly phone: string;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly AdministeredLocationPage: {
            readonly items: readonly {
                readonly id: string;
                readonly name: string;
                readonly street: string;
                readonly streetNumber: string;
                readonly box: string;
                readonly postalCode: string;
                readonly city: string;
                readonly country: string;
                readonly phone: string;
                /** @description True for a place that the host keeps. */
                readonly readOnly: boolean;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly LocationInUse: {
            readonly id: string;
            readonly name: string;
            readonly street: string;
            readonly streetNumber: string;
            readonly box: string;
            readonly postalCode: string;
            readonly city: string;
            readonly country: string;
            readonly phone: string;
            /** @description True for a place that the host keeps. */
            readonly readOnly: boolean;
            readonly usedBy: {
                readonly total: number;
                readonly items: readonly {
                    readonly id: string;
                    readonly name: string;
                    /** @description Local, in the zone of the séance. */
                    readonly start: string;
                    readonly spaceId: string;
                    readonly spaceName: string | null;
                }[];
            };
        };
        readonly LocationInput: {
            readonly name: string;
            /** @default  */
            readonly street?: string;
            /** @default  */
            readonly streetNumber?: string;
            /** @default  */
            readonly box?: string;
            /** @default  */
            readonly postalCode?: string;
            /** @default  */
            readonly city?: string;
            /** @default  */
            readonly country?: string;
            /** @default  */
            readonly phone?: string;
        };
        readonly AdministeredLocation: {
            readonly id: string;
            readonly name: string;
            readonly street: string;
            readonly streetNumber: string;
            readonly box: string;
            readonly postalCode: string;
            readonly city: string;
            readonly country: string;
            readonly phone: string;
            /** @description True for a place that the host keeps. */
            readonly readOnly: boolean;
        };
        readonly LocationChanges: {
            readonly name?: string;
            readonly street?: string;
            readonly streetNumber?: string;
            readonly box?: string;
            readonly postalCode?: string;
            readonly city?: string;
            readonly country?: string;
            readonly phone?: string;
        };
        readonly ClosedDayList: {
            readonly items: readonly {
                readonly name: string;
                /** @description Calendar day, YYYY-MM-DD. */
                readonly startsOn: string;
                /** @description Calendar day, YYYY-MM-DD. */
                readonly endsOn: string;
            }[];
        };
        readonly ClosedDayPage: {
            readonly items: readonly {
                readonly id: string;
                readonly name: string;
                /** @description Calendar day, YYYY-MM-DD. */
                readonly startsOn: string;
                /** @description Calendar day, YYYY-MM-DD. */
                readonly endsOn: string;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
        };
        readonly ClosedDayInput: {
            readonly name: string;
            /** @description Calendar day, YYYY-MM-DD. */
            readonly startsOn: string;
            /** @description The last day, inclusive; the first when absent. */
            readonly endsOn?: string;
        };
        readonly ClosedDay: {
            readonly id: string;
            readonly name: string;
            /** @description Calendar day, YYYY-MM-DD. */
            readonly startsOn: string;
            /** @description Calendar day, YYYY-MM-DD. */
            readonly endsOn: string;
            readonly seances: {
                readonly total: number;
                readonly items: readonly {
                    readonly id: string;
                    readonly name: string;
                    /** @description Local, in the zone of the séance. */
                    readonly start: string;
                    readonly spaceId: string;
                    readonly spaceName: string | null;
                }[];
            };
        };
        readonly ClosedDayChanges: {
            readonly name?: string;
            /** @description Calendar day, YYYY-MM-DD. */
            readonly startsOn?: string;
            /** @description Calendar day, YYYY-MM-DD. */
            readonly endsOn?: string;
        };
        readonly CalendarInput: {
            /** @description An iCalendar file (RFC 5545). */
            readonly calendar: string;
        };
        readonly ClosedDayImportPreview: {
            readonly days: readonly {
                readonly name: string;
                /** @description Calendar day, YYYY-MM-DD. */
                readonly startsOn: string;
                /** @description Calendar day, YYYY-MM-DD. */
                readonly endsOn: string;
                readonly isKnown: boolean;
            }[];
            readonly skipped: readonly {
                readonly name: string;
                /** @enum {string} */
                readonly reason: "timed" | "recurring" | "beyond-horizon" | "cancelled" | "superseded" | "unnamed" | "unreadable" | "too-long" | "broken" | "cut-off";
            }[];
            /** @description How many were left out; `skipped` has the first 1,000. */
            readonly skippedTotal: number;
            readonly seances: {
                readonly total: number;
                readonly items: readonly {
                    readonly id: string;
                    readonly name: string;
                    /** @description Local, in the zone of the séance. */
                    readonly start: string;
                    readonly spaceId: string;
                    readonly spaceName: string | null;
                }[];
            };
        };
        readonly ClosedDayImportResult: {
            readonly added: number;
            readonly known: number;
            readonly seances: {
                readonly total: number;
                readonly items: readonly {
                    readonly id: string;
                    readonly name: string;
                    /** @description Local, in the zone of the séance. */
                    readonly start: string;
                    readonly spaceId: string;
                    readonly spaceName: string | null;
                }[];
            };
        };
        readonly WebhookList: {
            readonly items: readonly {
                readonly id: string;
                readonly url: string;
                readonly types: readonly ("seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected")[];
                readonly paused: {
                    /**
                     * @description By an administrator; after a day of failures; since the address answered 410.
                     * @enum {string}
                     */
                    readonly reason: "by-hand" | "failing" | "gone";
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                } | null;
                /** @description Until when the secret before signs, too. */
                readonly rotatesUntil: string | null;
                /** @description How many messages wait. */
                readonly waiting: number;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly createdAt: string;
            }[];
        };
        readonly Webhook: {
            readonly id: string;
            readonly url: string;
            readonly types: readonly ("seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected")[];
            readonly paused: {
                /**
                 * @description By an administrator; after a day of failures; since the address answered 410.
                 * @enum {string}
                 */
                readonly reason: "by-hand" | "failing" | "gone";
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
            } | null;
            /** @description Until when the secret before signs, too. */
            readonly rotatesUntil: string | null;
            /** @description How many messages wait. */
            readonly waiting: number;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly createdAt: string;
        };
        readonly WebhookDeliveryList: {
            readonly items: readonly {
                /** @description What is sent as `webhook-id`. */
                readonly id: string;
                /** @enum {string} */
                readonly type: "seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected" | "webhook.trial";
                /**
                 * @description What has failed is not tried again by itself.
                 * @enum {string}
                 */
                readonly state: "waiting" | "delivered" | "failed";
                readonly attempts: number;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly createdAt: string;
                /** @description The last attempt. */
                readonly last: {
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    /** @description Of the answer. */
                    readonly status: number | null;
                    /**
                     * @description The address may not be asked; no answer within 10 seconds; an answer that is not 2xx. Null when it arrived.
                     * @enum {string|null}
                     */
                    readonly fault: "address" | "unanswered" | "answer" | null;
                    /** @description What is known beside: the beginning of the answer, or why there is none. */
                    readonly detail: string;
                } | null;
            }[];
        };
        readonly WebhookInput: {
            /** @description Where messages are sent: https, and no address inside a network. */
            readonly url: string;
            /** @description Which events it is told of. */
            readonly types: readonly ("seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected")[];
        };
        readonly WebhookWithSecret: {
            readonly id: string;
            readonly url: string;
            readonly types: readonly ("seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected")[];
            readonly paused: {
                /**
                 * @description By an administrator; after a day of failures; since the address answered 410.
                 * @enum {string}
                 */
                readonly reason: "by-hand" | "failing" | "gone";
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
            } | null;
            /** @description Until when the secret before signs, too. */
            readonly rotatesUntil: string | null;
            /** @description How many messages wait. */
            readonly waiting: number;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly createdAt: string;
            /** @description What messages are signed with; it is shown this once. */
            readonly secret: string;
        };
        readonly WebhookChanges: {
            /** @description Where messages are sent: https, and no address inside a network. */
            readonly url?: string;
            /** @description Which events it is told of. */
            readonly types?: readonly ("seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected")[];
            /** @description True has nothing sent until it is false again. */
            readonly paused?: boolean;
        };
        readonly WebhookDelivery: {
            /** @description What is sent as `webhook-id`. */
            readonly id: string;
            /** @enum {string} */
            readonly type: "seance.created" | "seance.edited" | "seance.deleted" | "seance.restored" | "seance.cancelled" | "seance.reinstated" | "seance.refreshed" | "enrolment.enrolled" | "enrolment.waiting" | "enrolment.promoted" | "enrolment.cancelled" | "comment.added" | "comment.edited" | "comment.deleted" | "comment.restored" | "attendance.marked" | "attendance.closed" | "attendance.absent" | "attendance.corrected" | "webhook.trial";
            /**
             * @description What has failed is not tried again by itself.
             * @enum {string}
             */
            readonly state: "waiting" | "delivered" | "failed";
            readonly attempts: number;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly createdAt: string;
            /** @description The last attempt. */
            readonly last: {
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly at: string;
                /** @description Of the answer. */
                readonly status: number | null;
                /**
                 * @description The address may not be asked; no answer within 10 seconds; an answer that is not 2xx. Null when it arrived.
                 * @enum {string|null}
                 */
                readonly fault: "address" | "unanswered" | "answer" | null;
                /** @description What is known beside: the beginning of the answer, or why there is none. */
                readonly detail: string;
            } | null;
        };
        readonly MySeancesPage: {
            readonly items: readonly {
                readonly id: string;
                readonly sessionId: string;
                readonly spaceId: string;
                readonly name: string;
                readonly description: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly start: string;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly end: string;
                readonly timeZone: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly startsAt: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly endsAt: string;
                /** @enum {string} */
                readonly enrolmentMode: "automatic" | "manual" | "public";
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly enrolmentOpens: string | null;
                /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                readonly enrolmentCloses: string | null;
                readonly capacity: number | null;
                readonly enrolledCount: number;
                readonly waitingCount: number;
                /** @description How many comments it has. */
                readonly commentCount: number;
                readonly location: {
                    readonly id: string;
                    readonly name: string;
                    readonly street: string;
                    readonly streetNumber: string;
                    readonly box: string;
                    readonly postalCode: string;
                    readonly city: string;
                    readonly country: string;
                    readonly phone: string;
                } | null;
                /** @description Of its online class; null also for who neither takes part nor is staff. */
                readonly onlineUrl: string | null;
                readonly extraInfo: string;
                readonly trainers: readonly {
                    readonly id: string;
                    readonly name: string;
                    /** @description What tells them from others of the same name; in lists, where the host says so. */
                    readonly detail?: string;
                }[];
                readonly group: {
                    readonly id: string;
                    readonly name: string;
                    readonly limit: number;
                } | null;
                readonly inAgenda: boolean;
                /** @enum {string} */
                readonly origin: "space" | "manager";
                readonly seriesId: string | null;
                /** @description The name without the number that a repetition gave it. */
                readonly baseName: string;
                /** @enum {string} */
                readonly state: "upcoming" | "ongoing" | "past";
                /** @description That it does not take place, by whom and why; null when it does. */
                readonly cancelled: {
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    readonly by: {
                        readonly id: string;
                        readonly name: string;
                    };
                    readonly reason: string;
                } | null;
                readonly myEnrolment: {
                    /** @enum {string} */
                    readonly status: "enrolled" | "waiting";
                    readonly position?: number;
                } | null;
                /**
                 * @description Why the actor cannot enrol; null when they can, or are in already.
                 * @enum {string|null}
                 */
                readonly enrolmentRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
                /**
                 * @description Why the actor cannot leave; null when they can, or are not in.
                 * @enum {string|null}
                 */
                readonly leaveRefusal: "not-a-learner" | "seance-cancelled" | "enrolment-disabled" | "enrolment-automatic" | "not-public" | "seance-started" | "enrolment-not-open" | "enrolment-closed" | "group-limit" | null;
                /** @description The notices of its changes that the actor has not read, the latest first; absent for none. */
                readonly unreadChanges?: readonly {
                    readonly noticeId: string;
                    /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                    readonly at: string;
                    /** @description Whether time or place are others. */
                    readonly moved: boolean;
                }[];
                readonly version: number;
                readonly spaceName: string;
                /**
                 * @description Of the actor; who teaches it is its trainer, enrolled or not.
                 * @enum {string}
                 */
                readonly role: "trainer" | "learner";
                /** @description The page where the host shows it; null where the host has none. */
                readonly url: string | null;
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
            /** @description The actor's, whose days these are. */
            readonly timeZone: string;
            /** @description How many there are of each part, whichever is asked for. */
            readonly counts: {
                readonly trainer: number;
                readonly enrolled: number;
                readonly waiting: number;
            };
        };
        readonly NoticesPage: {
            readonly items: readonly {
                readonly id: string;
                /** @enum {string} */
                readonly kind: "place" | "change" | "information" | "reminder" | "assigned" | "enrolments";
                /** @description When it was told. */
                readonly at: string;
                /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
                readonly readAt: string | null;
                /** @description As they are today; those that are gone for good are left out. */
                readonly seances: readonly {
                    readonly id: string;
                    readonly name: string;
                    readonly spaceId: string;
                    readonly spaceName: string;
                    /** @description Local date and time, YYYY-MM-DDTHH:mm, in timeZone. */
                    readonly start: string;
                    readonly timeZone: string;
                    /** @description Of the page where the host shows it. */
                    readonly url: string | null;
                }[];
                /** @description What happened, in the language of the actor: a line, or one more for each of several. */
                readonly text: string;
                readonly data: {
                    /** @description For each séance `seanceId` and what became different, by its name: `{before, after}`. */
                    readonly changes: readonly Record<string, unknown>[];
                };
            }[];
            readonly total: number;
            readonly page: number;
            readonly size: number | "all";
            /** @description How many the actor has not read. */
            readonly unread: number;
        };
        readonly NoticesRead: {
            readonly ids?: readonly string[];
            /** @description All that were told until then. */
            readonly until?: string;
        };
        readonly NoticePreferences: {
            readonly kinds: {
                /** @enum {string} */
                readonly place: "now" | "daily" | "never";
                /** @enum {string} */
                readonly change: "now" | "daily" | "never";
                /** @enum {string} */
                readonly information: "now" | "daily" | "never";
                /** @enum {string} */
                readonly reminder: "now" | "daily" | "never";
                /** @enum {string} */
                readonly assigned: "now" | "daily" | "never";
                /** @enum {string} */
                readonly enrolments: "now" | "daily" | "never";
            };
            readonly locked: readonly ("place" | "change" | "information" | "reminder" | "assigned" | "enrolments")[];
        };
        readonly NoticeChoices: {
            readonly kinds: {
                /** @enum {string} */
                readonly place?: "now" | "daily" | "never";
                /** @enum {string} */
                readonly change?: "now" | "daily" | "never";
                /** @enum {string} */
                readonly information?: "now" | "daily" | "never";
                /** @enum {string} */
                readonly reminder?: "now" | "daily" | "never";
                /** @enum {string} */
                readonly assigned?: "now" | "daily" | "never";
                /** @enum {string} */
                readonly enrolments?: "now" | "daily" | "never";
            };
        };
        readonly NoticeSettings: {
            /** @description Whether mails are sent; notices are in the tool all the same. */
            readonly mail: boolean;
            readonly defaults: {
                /** @enum {string} */
                readonly place: "now" | "daily" | "never";
                /** @enum {string} */
                readonly change: "now" | "daily" | "never";
                /** @enum {string} */
                readonly information: "now" | "daily" | "never";
                /** @enum {string} */
                readonly reminder: "now" | "daily" | "never";
                /** @enum {string} */
                readonly assigned: "now" | "daily" | "never";
                /** @enum {string} */
                readonly enrolments: "now" | "daily" | "never";
            };
            /** @description Kinds that nobody may choose otherwise. */
            readonly locked: readonly ("place" | "change" | "information" | "reminder" | "assigned" | "enrolments")[];
            /** @description How many minutes before the start. */
            readonly reminders: readonly number[];
            readonly introduction: {
                readonly [key: string]: string;
            };
            readonly signature: {
                readonly [key: string]: string;
            };
        };
        readonly NoticeSettingChanges: {
            /** @description Whether mails are sent; notices are in the tool all the same. */
            readonly mail?: boolean;
            readonly defaults?: {
                /** @enum {string} */
                readonly place: "now" | "daily" | "never";
                /** @enum {string} */
                readonly change: "now" | "daily" | "never";
                /** @enum {string} */
                readonly information: "now" | "daily" | "never";
                /** @enum {string} */
                readonly reminder: "now" | "daily" | "never";
                /** @enum {string} */
                readonly assigned: "now" | "daily" | "never";
                /** @enum {string} */
                readonly enrolments: "now" | "daily" | "never";
            };
            /** @description Kinds that nobody may choose otherwise. */
            readonly locked?: readonly ("place" | "change" | "information" | "reminder" | "assigned" | "enrolments")[];
            /** @description How many minutes before the start. */
            readonly reminders?: readonly number[];
            readonly introduction?: {
                readonly [key: string]: string;
            };
            readonly signature?: {
                readonly [key: string]: string;
            };
        };
        readonly Feed: {
            /** @description The address to subscribe to: told once, when the feed is made, and null from then on. */
            readonly url: string | null;
            /** @description null when there is no feed. */
            readonly createdAt: string | null;
        };
        readonly DownloadInput: {
            /** @description Path and query of a GET of this API that answers a file, from the mount point on. */
            readonly path: string;
        };
        readonly Download: {
            /** @description Answers the file once. The secret in it is told here alone. */
            readonly url: string;
            /** @description UTC instant, YYYY-MM-DDTHH:mm:ssZ. */
            readonly expiresAt: string;
        };
        readonly Health: {
            /** @enum {string} */
            readonly status: "ok";
        };
        readonly OpenApi: {
            readonly openapi: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Problem = components['schemas']['Problem'];
export type Space = components['schemas']['Space'];
export type TrainerPage = components['schemas']['TrainerPage'];
export type GroupList = components['schemas']['GroupList'];
export type GroupChanges = components['schemas']['GroupChanges'];
export type Group = components['schemas']['Group'];
export type SeancePage = components['schemas']['SeancePage'];
export type Seance = components['schemas']['Seance'];
export type SeanceCheck = components['schemas']['SeanceCheck'];
export type Warnings = components['schemas']['Warnings'];
export type SeanceInput = components['schemas']['SeanceInput'];
export type CreatedSeance = components['schemas']['CreatedSeance'];
export type SeanceChanges = components['schemas']['SeanceChanges'];
export type SelectionEdit = components['schemas']['SelectionEdit'];
export type SeriesChangePreview = components['schemas']['SeriesChangePreview'];
export type EditedCount = components['schemas']['EditedCount'];
export type Cancellations = components['schemas']['Cancellations'];
export type CancelledSeances = components['schemas']['CancelledSeances'];
export type SeanceIds = components['schemas']['SeanceIds'];
export type ReinstatedSeances = components['schemas']['ReinstatedSeances'];
export type Cancellation = components['schemas']['Cancellation'];
export type CancelledSeance = components['schemas']['CancelledSeance'];
export type Reinstatement = components['schemas']['Reinstatement'];
export type ReinstatedSeance = components['schemas']['ReinstatedSeance'];
export type ChosenDeletion = components['schemas']['ChosenDeletion'];
export type DeletedCount = components['schemas']['DeletedCount'];
export type DeletionPage = components['schemas']['DeletionPage'];
export type Restoration = components['schemas']['Restoration'];
export type RestoredSeances = components['schemas']['RestoredSeances'];
export type RestoredSeance = components['schemas']['RestoredSeance'];
export type RepeatedDraft = components['schemas']['RepeatedDraft'];
export type RepetitionPreview = components['schemas']['RepetitionPreview'];
export type RepetitionInput = components['schemas']['RepetitionInput'];
export type RepetitionResult = components['schemas']['RepetitionResult'];
export type OwnEnrolmentOrResults = components['schemas']['OwnEnrolmentOrResults'];
export type OwnEnrolment = components['schemas']['OwnEnrolment'];
export type OwnEnrolmentResults = components['schemas']['OwnEnrolmentResults'];
export type EnrolmentPage = components['schemas']['EnrolmentPage'];
export type CandidatePage = components['schemas']['CandidatePage'];
export type HostGroupPage = components['schemas']['HostGroupPage'];
export type EnrolmentInput = components['schemas']['EnrolmentInput'];
export type EnrolmentResults = components['schemas']['EnrolmentResults'];
export type Enrolment = components['schemas']['Enrolment'];
export type MoveInput = components['schemas']['MoveInput'];
export type Attendance = components['schemas']['Attendance'];
export type AttendanceBreak = components['schemas']['AttendanceBreak'];
export type AttendanceMarks = components['schemas']['AttendanceMarks'];
export type AttendanceSlot = components['schemas']['AttendanceSlot'];
export type AttendanceRoster = components['schemas']['AttendanceRoster'];
export type CheckInOpening = components['schemas']['CheckInOpening'];
export type ShownCheckIn = components['schemas']['ShownCheckIn'];
export type SlotClosing = components['schemas']['SlotClosing'];
export type AttendanceCorrection = components['schemas']['AttendanceCorrection'];
export type CheckIn = components['schemas']['CheckIn'];
export type CheckInTicket = components['schemas']['CheckInTicket'];
export type CheckInConfirmation = components['schemas']['CheckInConfirmation'];
export type ConfirmedCheckIn = components['schemas']['ConfirmedCheckIn'];
export type SessionHours = components['schemas']['SessionHours'];
export type OwnAttendance = components['schemas']['OwnAttendance'];
export type HistoryPage = components['schemas']['HistoryPage'];
export type CommentPage = components['schemas']['CommentPage'];
export type NewCommentInput = components['schemas']['NewCommentInput'];
export type Comment = components['schemas']['Comment'];
export type CommentInput = components['schemas']['CommentInput'];
export type SettingsReview = components['schemas']['SettingsReview'];
export type SettingValues = components['schemas']['SettingValues'];
export type LocationPage = components['schemas']['LocationPage'];
export type AdministeredLocationPage = components['schemas']['AdministeredLocationPage'];
export type LocationInUse = components['schemas']['LocationInUse'];
export type LocationInput = components['schemas']['LocationInput'];
export type AdministeredLocation = components['schemas']['AdministeredLocation'];
export type LocationChanges = components['schemas']['LocationChanges'];
export type ClosedDayList = components['schemas']['ClosedDayList'];
export type ClosedDayPage = components['schemas']['ClosedDayPage'];
export type ClosedDayInput = components['schemas']['ClosedDayInput'];
export type ClosedDay = components['schemas']['ClosedDay'];
export type ClosedDayChanges = components['schemas']['ClosedDayChanges'];
export type CalendarInput = components['schemas']['CalendarInput'];
export type ClosedDayImportPreview = components['schemas']['ClosedDayImportPreview'];
export type ClosedDayImportResult = components['schemas']['ClosedDayImportResult'];
export type WebhookList = components['schemas']['WebhookList'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookDeliveryList = components['schemas']['WebhookDeliveryList'];
export type WebhookInput = components['schemas']['WebhookInput'];
export type WebhookWithSecret = components['schemas']['WebhookWithSecret'];
export type WebhookChanges = components['schemas']['WebhookChanges'];
export type WebhookDelivery = components['schemas']['WebhookDelivery'];
export type MySeancesPage = components['schemas']['MySeancesPage'];
export type NoticesPage = components['schemas']['NoticesPage'];
export type NoticesRead = components['schemas']['NoticesRead'];
export type NoticePreferences = components['schemas']['NoticePreferences'];
export type NoticeChoices = components['schemas']['NoticeChoices'];
export type NoticeSettings = components['schemas']['NoticeSettings'];
export type NoticeSettingChanges = components['schemas']['NoticeSettingChanges'];
export type Feed = components['schemas']['Feed'];
export type DownloadInput = components['schemas']['DownloadInput'];
export type Download = components['schemas']['Download'];
export type Health = components['schemas']['Health'];
export type OpenApi = components['schemas']['OpenApi'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
