/** The tables of the portal, by the step that made them. A step that was released is never changed: another is added. */

const FIRST = `
  CREATE TABLE sequences (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
  CREATE TABLE applications (
    number TEXT PRIMARY KEY,
    codeSalt BLOB NOT NULL,
    codeHash BLOB NOT NULL,
    -- What the applicant was promised stays with the case, whatever becomes of the catalogue.
    service TEXT NOT NULL,
    agency TEXT NOT NULL,
    period TEXT NOT NULL,
    formVersion TEXT NOT NULL,
    answers TEXT NOT NULL,
    consentVersion TEXT NOT NULL,
    citizen TEXT,
    submittedAt TEXT NOT NULL,
    dueOn TEXT NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT
  ) STRICT;
  CREATE INDEX historyOfApplication ON history (application);
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    storedAt TEXT NOT NULL,
    application TEXT REFERENCES applications
  ) STRICT;
  CREATE TABLE ratings (
    application TEXT PRIMARY KEY REFERENCES applications,
    marks TEXT NOT NULL,
    comment TEXT,
    ratedAt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE complaints (
    number TEXT PRIMARY KEY,
    ground TEXT NOT NULL,
    agency TEXT NOT NULL,
    -- As the citizen wrote it: a complaint with a wrong number is a complaint all the same.
    application TEXT,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    consentVersion TEXT NOT NULL,
    registeredAt TEXT NOT NULL,
    period TEXT NOT NULL,
    dueOn TEXT NOT NULL
  ) STRICT;
  CREATE TABLE answered (
    slot BLOB PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    answer BLOB NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
`;

/** Sign-in: sessions of the portal, sign-ins under way, consents. */
const SESSIONS = `
`;

/** Drafts and hand-overs. */
const DRAFTS = `
`;

/** Uploads by tus: what has come of a file, and what the scan said. */
const UPLOADS = `
`;

/** Applications: what is asked of the citizen, messages, files, corrections. */
const CASES = `
`;

/** Invoices and appointments. */
const INVOICES = `
`;

/** The life of cases: scripts, what is due when; the clock of the portal. */
const LIFE = `
`;

/** Events, the outbox, preferences. */
const EVENTS = `
  CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    citizen TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- Number of the application or complaint, or another id that the kind tells of.
    subject TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX eventsOfCitizen ON events (citizen, id);
`;

/** Complaints, feedback, the questionnaire, instant services. */
const OPINIONS = `
`;

/** Each step upgrades a file by one `user_version`. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  [SESSIONS, DRAFTS, UPLOADS, CASES, INVOICES, LIFE, EVENTS, OPINIONS].join('\n'),
];
