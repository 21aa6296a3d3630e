-- What the sandbox of commit cc1c205, the first version, has stored of one application: its database as `sqlite3 sandbox.sqlite .dump` writes it. The
-- application was sent to that sandbox over HTTP, under the key "8e03978e40d543e8bc936894a57f9324", with the body
-- {"service":"detskiy-sad","formVersion":"v1","answers":{"lastName":"Примеров"},"consent":{"version":"2026-11-21"}}
-- and was answered with the number 22-2026-000001 and the code 97692767.
BEGIN TRANSACTION;
CREATE TABLE answered (
    slot BLOB PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    answer BLOB NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
INSERT INTO "answered" VALUES(X'4C27387FDB341ECFD8B400A2B41CF9D8F3C56F627E1E8886F6078BB9B8C4C269',X'7F7C94069A32A7FBB7087422D155AECEF8FD7298219348E2F099CC6FF27E1400',X'6547CECB72FC2FE2F5095937763B33A19F4A659509BC4A50814058DF2E5FFE6B8AF354BF0F7A564A3A56914DEE1ACF08B335E4020BB4854AEA27197A8C6420EEF14079B56A13E565B88EE957C5E5F9689239F8019EC02BA93496AB045A3EA3BE94E9930BBA73C396471C372ED05477736C6812D81B58A04255E308A886B2247B8AA998CC1EA7CB','2026-11-21T23:00:59.000Z');
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
INSERT INTO "applications" VALUES('22-2026-000001',X'FC84D7101AE604420BD019B5917F2C53',X'66D9630366580ED4F922E60DA54309F591DE56BFC46910B084176709150183A2','{"slug":"detskiy-sad","title":"Постановка на учёт в детский сад","short":"Детский сад"}','{"slug":"komitet","title":"Комитет по образованию","phone":"+7 3852 00-00-00"}','{"value":10,"unit":"workingDay"}','v1','{"lastName":"Примеров"}','2026-11-21',NULL,'2026-11-21T23:00:59.000Z','2026-12-04','registered');
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
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT
  ) STRICT;
INSERT INTO "history" VALUES(1,'22-2026-000001','registered','2026-11-21T23:00:59.000Z','Заявление у специалиста.');
CREATE TABLE ratings (
    application TEXT PRIMARY KEY REFERENCES applications,
    marks TEXT NOT NULL,
    comment TEXT,
    ratedAt TEXT NOT NULL
  ) STRICT;
CREATE TABLE sequences (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
INSERT INTO "sequences" VALUES(2026,1);
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    storedAt TEXT NOT NULL,
    application TEXT REFERENCES applications
  ) STRICT;
CREATE INDEX historyOfApplication ON history (application);
COMMIT;
PRAGMA user_version = 1;
