import {
  sealAnswers,
  sealComments,
  sealComplaints,
  sealFileNames,
  type DataMigration,
} from './data-migrations.ts';
import { rememberKey } from './portal-key.ts';

// Longer than other modules: a table is a few lines, and tables that were released stay.

/**
 * The tables of the first version.
 *
 * A step that was released is never changed: somebody's database has run it. A change is a new step at the end of `MIGRATIONS`.
 * So some names are older than the words of the code: `lives` holds schedules, `desk` holds settings, `answered` holds the
 * responses that are stored for an `Idempotency-Key`, `questions.standing` is the state before the question.
 */
const FIRST_VERSION = `
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

/** Sign-in: sessions, the tokens of pages, sign-ins that have not ended. */
const SESSIONS = `
  -- Instants in milliseconds, secrets by their hashes.
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    cookie BLOB NOT NULL UNIQUE,
    citizen TEXT NOT NULL,
    startedAt INTEGER NOT NULL,
    endsAt INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE tokens (
    hash BLOB PRIMARY KEY,
    -- access, renewal, code
    kind TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
    -- All that came of one sign-in of one page: when one of them is used twice, all of them end.
    family TEXT NOT NULL,
    origin TEXT NOT NULL,
    -- Of a code: what the verifier of the page has to hash to.
    challenge TEXT,
    endsAt INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX tokensOfSession ON tokens (session);
  CREATE INDEX tokensOfFamily ON tokens (family);
  CREATE TABLE signIns (
    state BLOB PRIMARY KEY,
    -- The cookie of the browser that began it.
    browser BLOB NOT NULL,
    sealed BLOB NOT NULL,
    endsAt INTEGER NOT NULL
  ) STRICT;
`;

/** Drafts and hand-overs. */
const DRAFTS = `
  CREATE TABLE drafts (
    citizen TEXT NOT NULL,
    -- Made by the client: each citizen has ids of his own.
    id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    savedAt TEXT NOT NULL,
    PRIMARY KEY (citizen, id)
  ) STRICT;
  CREATE INDEX draftsBySaving ON drafts (savedAt);
  CREATE TABLE handOvers (
    -- A keyed hash of the code. The code itself opens \`sealed\`.
    slot BLOB PRIMARY KEY,
    sealed BLOB NOT NULL,
    expiresAt TEXT NOT NULL
  ) STRICT;
`;

/** Uploads by tus: how many bytes of a file have arrived, and the result of its scan. */
const UPLOADS = `
  ALTER TABLE uploads RENAME TO wholeUploads;
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    -- The name, sealed.
    sealed BLOB NOT NULL,
    size INTEGER NOT NULL,
    -- Bytes on the disk: what the portal has acknowledged.
    received INTEGER NOT NULL,
    type TEXT,
    state TEXT NOT NULL,
    refusal TEXT,
    -- A file of the first version lies there as it came, others are encrypted.
    plain INTEGER NOT NULL DEFAULT 0,
    citizen TEXT,
    -- A keyed hash of the address that sends it, until it is there.
    sender TEXT,
    keptUntil TEXT NOT NULL,
    application TEXT REFERENCES applications ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX uploadsOfApplication ON uploads (application);
  CREATE INDEX uploadsKept ON uploads (keptUntil) WHERE application IS NULL;
  CREATE INDEX uploadsOfSender ON uploads (sender) WHERE sender IS NOT NULL;
`;

/** Applications: questions to the citizen, letters, files, corrections. */
const CASES = `
  -- The answers, which lay open in \`answers\` before.
  ALTER TABLE applications ADD COLUMN sealed BLOB;
  -- The refused case that this one mends.
  ALTER TABLE applications ADD COLUMN corrects TEXT REFERENCES applications ON DELETE SET NULL;
  CREATE UNIQUE INDEX correctionOfApplication ON applications (corrects);
  CREATE INDEX applicationsOfCitizen ON applications (citizen, number);
  ALTER TABLE history ADD COLUMN action TEXT NOT NULL DEFAULT 'stateChanged';
  ALTER TABLE history ADD COLUMN role TEXT NOT NULL DEFAULT 'specialist';
  UPDATE history SET role = 'applicant' WHERE state IN ('registered', 'withdrawn');
  -- The question that waits for the applicant; gone when he has answered.
  CREATE TABLE questions (
    application TEXT PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
    -- The state in which the case stood.
    standing TEXT NOT NULL,
    -- What was left of the period then; nothing where it had run out.
    daysLeft INTEGER,
    askedAt TEXT NOT NULL,
    answerDueOn TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE TABLE letters (
    id TEXT PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
    role TEXT NOT NULL,
    at TEXT NOT NULL,
    readAt TEXT,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX lettersOfApplication ON letters (application);
  CREATE TABLE files (
    id TEXT PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
    at TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX filesOfApplication ON files (application);
`;

/** Invoices and appointments. */
const INVOICES = `
  -- Services that take no applications for a while.
  CREATE TABLE pauses (
    service TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    -- The day on which the pause is over by itself, if any.
    resumesOn TEXT
  ) STRICT;
  CREATE TABLE invoices (
    uin TEXT PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    -- Kopecks.
    amount INTEGER NOT NULL,
    issuedAt TEXT NOT NULL,
    dueOn TEXT NOT NULL,
    state TEXT NOT NULL,
    paidAt TEXT
  ) STRICT;
  CREATE INDEX invoicesOfApplication ON invoices (application);
  CREATE TABLE appointments (
    id TEXT PRIMARY KEY,
    citizen TEXT NOT NULL,
    office TEXT NOT NULL,
    -- The agency as the citizen was told of it.
    contact TEXT NOT NULL,
    -- Milliseconds since 1970.
    startsAt INTEGER NOT NULL,
    application TEXT REFERENCES applications ON DELETE SET NULL,
    -- How often it was moved or cancelled: calendars ask.
    sequence INTEGER NOT NULL DEFAULT 0,
    cancelled INTEGER NOT NULL DEFAULT 0,
    changedAt TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX takenSlots ON appointments (office, startsAt) WHERE cancelled = 0;
  CREATE INDEX appointmentsOfCitizen ON appointments (citizen, startsAt);
`;

/** Schedules: which script a case follows, and when its next step is due. Settings of the portal. */
const SCHEDULE_TABLES = `
  CREATE TABLE lives (
    application TEXT PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
    script TEXT NOT NULL,
    -- The step of the script that comes next, and when.
    step INTEGER NOT NULL,
    dueAt TEXT NOT NULL
  ) STRICT;
  CREATE INDEX livesDue ON lives (dueAt);
  -- What another process has to know: the calendar, the clock.
  CREATE TABLE desk (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/** Events, the outbox, preferences for notifications. */
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
  CREATE TABLE notificationPreferences (
    citizen TEXT PRIMARY KEY,
    email INTEGER NOT NULL,
    sms INTEGER NOT NULL,
    quietAtNight INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    -- Nobody where somebody who has not signed in left an address.
    citizen TEXT,
    channel TEXT NOT NULL,
    sealed BLOB NOT NULL,
    at TEXT NOT NULL,
    sendAt TEXT NOT NULL
  ) STRICT;
`;

/** Complaints, feedback, the questionnaire, instant services. */
const OPINIONS = `
  ALTER TABLE ratings ADD COLUMN sealedComment BLOB;
  -- Its rows, and the ratings' comments, lay open: they are sealed when this is done.
  ALTER TABLE complaints RENAME TO openComplaints;
  CREATE TABLE complaints (
    number TEXT PRIMARY KEY,
    -- Nothing where the complaint is older than its code.
    codeSalt BLOB,
    codeHash BLOB,
    ground TEXT NOT NULL,
    agency TEXT NOT NULL,
    -- As the citizen wrote it: a complaint with a wrong number is a complaint all the same.
    application TEXT,
    consentVersion TEXT NOT NULL,
    citizen TEXT,
    registeredAt TEXT NOT NULL,
    period TEXT NOT NULL,
    dueOn TEXT NOT NULL,
    state TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX complaintsOfCitizen ON complaints (citizen, number);
  CREATE TABLE complaintHistory (
    id INTEGER PRIMARY KEY,
    complaint TEXT NOT NULL REFERENCES complaints ON DELETE CASCADE,
    state TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX historyOfComplaint ON complaintHistory (complaint);
  CREATE TABLE complaintAnswers (
    id INTEGER PRIMARY KEY,
    complaint TEXT NOT NULL REFERENCES complaints ON DELETE CASCADE,
    answerer TEXT NOT NULL,
    satisfied INTEGER NOT NULL,
    at TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX answersOfComplaint ON complaintAnswers (complaint);
  CREATE TABLE escalations (
    complaint TEXT PRIMARY KEY REFERENCES complaints ON DELETE CASCADE,
    reason TEXT NOT NULL,
    escalatedAt TEXT NOT NULL,
    dueOn TEXT NOT NULL,
    contents TEXT NOT NULL,
    -- The whole case as it stood then, and what the citizen says to it.
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE TABLE feedback (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    receivedAt TEXT NOT NULL,
    -- People write their names where nobody has asked.
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE TABLE instantRequests (
    id TEXT PRIMARY KEY,
    citizen TEXT NOT NULL,
    kind TEXT NOT NULL,
    requestedAt TEXT NOT NULL,
    -- Nothing while the answer is being prepared.
    readyAt TEXT,
    sealed BLOB NOT NULL
  ) STRICT;
`;

/**
 * Tokens are good for the key of their page only. Those that were given before are bound to none: everybody signs in again. `signIns`
 * have another form.
 */
const KEYS_OF_TOKENS = `
  DELETE FROM tokens;
  DELETE FROM signIns;
  ALTER TABLE tokens DROP COLUMN challenge;
  -- Of the key of the page (RFC 7638).
  ALTER TABLE tokens ADD COLUMN thumbprint TEXT;
`;

/** What somebody can do who has not signed in: contacts, notices, step-ups; visits that the agency offers; reasons of refusals. */
const CODES_OF_CASES = `
  CREATE TABLE IF NOT EXISTS caseContacts (
    application TEXT PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS caseNotices (
    application TEXT PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
    -- Lists of kinds, in JSON.
    email TEXT NOT NULL,
    sms TEXT NOT NULL,
    quietAtNight INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS stepUps (
    id TEXT PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
    channel TEXT NOT NULL,
    digitsHash BLOB NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    -- Of what the digits have opened; nothing until then.
    accessHash BLOB,
    -- Milliseconds since 1970.
    createdAt INTEGER NOT NULL,
    endsAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS stepUpsOfApplication ON stepUps (application, createdAt);
  CREATE TABLE IF NOT EXISTS visitOffers (
    application TEXT PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
    -- Why to come, in the official's words.
    sealed BLOB NOT NULL,
    -- The first and the last day of the times; \`chooseBy\`: the last day to choose one.
    firstDay TEXT NOT NULL,
    lastDay TEXT NOT NULL,
    chooseBy TEXT NOT NULL,
    offeredAt TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS appointmentsOfApplication ON appointments (application);
  CREATE TABLE IF NOT EXISTS refusals (
    application TEXT PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
    -- The explanation, and the questions of the form that it is about.
    sealed BLOB NOT NULL
  ) STRICT;
  -- The last day of which the applicant has been told that it is over.
  CREATE TABLE IF NOT EXISTS overdueNotices (
    application TEXT PRIMARY KEY REFERENCES applications ON DELETE CASCADE,
    dueOn TEXT NOT NULL
  ) STRICT;
`;

/** Which case a key has made. Keys of older rows may have made one, too: nobody can tell, for the responses are sealed, so they stay. */
const CASES_OF_KEYS = `
  ALTER TABLE answered ADD COLUMN createdCase TEXT;
  UPDATE answered SET createdCase = '';
`;

const ANONYMOUS_RATINGS = `
  -- Whether the agency is not told which application it is about.
  ALTER TABLE ratings ADD COLUMN anonymous INTEGER NOT NULL DEFAULT 0;
`;

/**
 * All steps, oldest first. Each raises `user_version` by one: a file with 1 gets the second step, a new file gets both. The
 * SQL of a step runs first, then its data migrations.
 */
export const MIGRATIONS: readonly { sql: string; dataMigrations: readonly DataMigration[] }[] = [
  { sql: FIRST_VERSION, dataMigrations: [] },
  {
    sql: [SESSIONS, DRAFTS, UPLOADS, CASES, INVOICES, SCHEDULE_TABLES, EVENTS, OPINIONS].join('\n'),
    dataMigrations: [sealAnswers, sealComplaints, sealComments, sealFileNames],
  },
  { sql: KEYS_OF_TOKENS, dataMigrations: [] },
  { sql: '', dataMigrations: [rememberKey] },
  { sql: CODES_OF_CASES, dataMigrations: [] },
  { sql: CASES_OF_KEYS, dataMigrations: [] },
  { sql: ANONYMOUS_RATINGS, dataMigrations: [] },
];
