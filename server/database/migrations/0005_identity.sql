-- Who people are: citizens and staff, how they come in, whom they act for,
-- and who looked at what. Identifiers are sealed by the program; beside them
-- stands a keyed hash to find them by.
CREATE TABLE people (
  id           text PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('citizen', 'staff')),
  name         text NOT NULL,     -- '' until told, and after the account is closed
  phone_hash   bytea,             -- of a citizen
  phone_sealed bytea,
  sealed       bytea,             -- JSON: birth, NIK, KK, BPJS, address
  nik_hash     bytea,
  area_code    text REFERENCES areas,
  level        text NOT NULL DEFAULT 'phone' CHECK (level IN ('phone', 'nik')),
  verified_at  timestamptz,
  verified_by  text REFERENCES people,
  created_at   timestamptz NOT NULL,
  closed_at    timestamptz
);
CREATE UNIQUE INDEX people_phone ON people (phone_hash) WHERE closed_at IS NULL;
CREATE INDEX people_nik ON people (nik_hash) WHERE nik_hash IS NOT NULL;
-- Anybody may claim a NIK, one account only has it verified.
CREATE UNIQUE INDEX people_nik_verified ON people (nik_hash) WHERE level = 'nik' AND closed_at IS NULL;

CREATE TABLE members (
  id         text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES people ON DELETE CASCADE,
  relation   text NOT NULL CHECK (relation IN ('child', 'parent', 'spouse', 'other')),
  name       text NOT NULL,
  sealed     bytea NOT NULL,
  nik_hash   bytea,
  created_at timestamptz NOT NULL
);
CREATE INDEX members_person ON members (person_id);
CREATE UNIQUE INDEX members_nik ON members (person_id, nik_hash);

CREATE TABLE codes (
  id           text PRIMARY KEY,
  phone_hash   bytea NOT NULL,
  phone_sealed bytea NOT NULL,
  code_hash    bytea NOT NULL,
  tries        integer NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz
);
CREATE INDEX codes_phone ON codes (phone_hash) WHERE used_at IS NULL;

CREATE TABLE throttles (
  key   text PRIMARY KEY,
  count integer NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX throttles_since ON throttles (since);

CREATE TABLE sessions (
  id         text PRIMARY KEY,       -- names it, is no secret
  token_hash bytea NOT NULL UNIQUE,
  person_id  text NOT NULL REFERENCES people ON DELETE CASCADE,
  method     text NOT NULL CHECK (method IN ('code', 'passkey', 'password')),
  device     text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE passkeys (
  id         text PRIMARY KEY,       -- base64url of the credential's id
  person_id  text NOT NULL REFERENCES people ON DELETE CASCADE,
  name       text NOT NULL,
  credential jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX passkeys_person ON passkeys (person_id);

CREATE TABLE challenges (
  id         text PRIMARY KEY,
  person_id  text REFERENCES people ON DELETE CASCADE, -- null for signing in
  data       jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenges_expires ON challenges (expires_at);

CREATE TABLE staff (
  person_id     text PRIMARY KEY REFERENCES people,
  email         text NOT NULL UNIQUE, -- lower case
  password_hash text NOT NULL,
  totp_sealed   bytea NOT NULL,
  totp_step     bigint NOT NULL DEFAULT 0 -- the last one used: a code works once
);

CREATE TABLE grants (
  id         text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES people,
  role       text NOT NULL CHECK (role IN ('counter', 'verifier', 'signer', 'agency', 'command', 'regency', 'auditor')),
  agency_id  text REFERENCES agencies, -- null for the whole regency
  place_id   text REFERENCES places,   -- null for all places of the agency
  granted_by text REFERENCES people,
  granted_at timestamptz NOT NULL,
  revoked_by text REFERENCES people,
  revoked_at timestamptz
);
CREATE INDEX grants_person ON grants (person_id) WHERE revoked_at IS NULL;
CREATE INDEX grants_agency ON grants (agency_id) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX grants_once ON grants (person_id, role, coalesce(agency_id, ''), coalesce(place_id, '')) WHERE revoked_at IS NULL;

CREATE TABLE invitations (
  id          text PRIMARY KEY,
  token_hash  bytea NOT NULL UNIQUE,
  name        text NOT NULL,
  email       text NOT NULL,
  role        text NOT NULL,
  agency_id   text REFERENCES agencies,
  place_id    text REFERENCES places,
  totp_sealed bytea NOT NULL,
  invited_by  text REFERENCES people,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  ended_at    timestamptz -- accepted or withdrawn
);
CREATE INDEX invitations_open ON invitations (expires_at) WHERE ended_at IS NULL;

-- Each look of a person at somebody's identifiers or documents.
CREATE TABLE openings (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id text NOT NULL REFERENCES people,
  member_id text,
  whom      text NOT NULL, -- the member's name; '' for the owner
  reader_id text NOT NULL REFERENCES people,
  agency_id text REFERENCES agencies,
  what      text NOT NULL CHECK (what IN ('identifiers', 'document')),
  purpose   text NOT NULL,
  at        timestamptz NOT NULL
);
CREATE INDEX openings_person ON openings (person_id, id DESC);
CREATE INDEX openings_reader ON openings (reader_id, at DESC);

-- What staff did or tried: one row before it is done, one with its outcome.
CREATE TABLE audit_log (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  of        bigint REFERENCES audit_log, -- the row this is the outcome of
  at        timestamptz NOT NULL,
  person_id text NOT NULL,
  who       text NOT NULL,
  operation text NOT NULL,
  target    text NOT NULL,
  outcome   text NOT NULL DEFAULT '',
  alarm     text NOT NULL DEFAULT ''
);
CREATE INDEX audit_log_of ON audit_log (of) WHERE of IS NOT NULL;
CREATE INDEX audit_log_alarm ON audit_log (id DESC) WHERE alarm <> '';

-- Logs are written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER openings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON openings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
