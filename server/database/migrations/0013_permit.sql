-- How services are applied for: one row for each version of form and way. An
-- application keeps the version it began with.
CREATE TABLE permit_services (
  service_id   text NOT NULL REFERENCES services,
  version      integer NOT NULL CHECK (version > 0),
  definition   jsonb NOT NULL,
  form         jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  ended_at     timestamptz, -- null for the one that new applications begin with
  PRIMARY KEY (service_id, version)
);
CREATE UNIQUE INDEX permit_services_current ON permit_services (service_id) WHERE ended_at IS NULL;

-- Applications. The head is what the last event left; what lists ask for is
-- read out of it by the database itself, so that it cannot say anything else.
CREATE TABLE applications (
  id         text PRIMARY KEY,          -- people read it to each other; no secret
  service_id text NOT NULL,
  edition    integer NOT NULL,          -- version of form and way
  person_id  text NOT NULL REFERENCES people,
  member_id  text REFERENCES members ON DELETE SET NULL,
  holder     text NOT NULL,             -- name of whom it is for
  agency_id  text NOT NULL REFERENCES agencies,
  place_id   text NOT NULL REFERENCES places,
  sealed     bytea NOT NULL,            -- JSON: the answers
  save       integer NOT NULL DEFAULT 1,
  track_hash bytea NOT NULL UNIQUE,     -- of the tracking code
  version    bigint NOT NULL DEFAULT 0, -- of the last event; 0 until it is sent
  head       jsonb NOT NULL,
  stage      text NOT NULL GENERATED ALWAYS AS (head ->> 'stage') STORED,
  officer_id text GENERATED ALWAYS AS (head ->> 'officer') STORED,
  over       boolean NOT NULL GENERATED ALWAYS AS (head ->> 'stage' IN ('issued', 'collected', 'refused', 'cancelled', 'expired', 'revoked', 'replaced')) STORED,
  asked      text[] NOT NULL DEFAULT '{}', -- other agencies that must act now
  rank       bigint NOT NULL DEFAULT 0, -- order of a desk: by what is due; then what others must do, the longest first; of what is over the latest first
  due_at     timestamptz,               -- by when the office must be done; null while others must act or nothing is promised
  until_at   timestamptz,               -- by when the applicant must act
  created_at timestamptz NOT NULL,
  saved_at   timestamptz NOT NULL,
  sent_at    timestamptz,
  changed_at timestamptz NOT NULL,
  FOREIGN KEY (service_id, edition) REFERENCES permit_services,
  CHECK ((version = 0) = (sent_at IS NULL)),
  CHECK ((version = 0) = (head ->> 'stage' = 'draft'))
);
CREATE INDEX applications_person ON applications (person_id, created_at DESC);
CREATE INDEX applications_member ON applications (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX applications_desk ON applications (over, rank, id) WHERE version > 0;
CREATE INDEX applications_agency ON applications (agency_id, over, rank, id) WHERE version > 0;
CREATE INDEX applications_place ON applications (place_id, over, rank, id) WHERE version > 0;
CREATE INDEX applications_stage ON applications (stage, rank, id) WHERE version > 0;
CREATE INDEX applications_holder ON applications USING gin (lower(holder) gin_trgm_ops) WHERE version > 0;
CREATE INDEX applications_asked ON applications USING gin (asked) WHERE asked <> '{}';
CREATE INDEX applications_officer ON applications (officer_id, rank, id) WHERE officer_id IS NOT NULL AND NOT over;
CREATE INDEX applications_until ON applications (until_at) WHERE until_at IS NOT NULL;

-- What happened to them. The log grows and never changes.
CREATE TABLE application_events (
  application_id text NOT NULL REFERENCES applications,
  version        bigint NOT NULL CHECK (version > 0),
  at             timestamptz NOT NULL,
  action         text NOT NULL,
  actor_id       text REFERENCES people, -- null for the house
  body           jsonb NOT NULL,         -- the event as the rules wrote it
  PRIMARY KEY (application_id, version)
);
CREATE FUNCTION application_events_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what happened to an application stays written';
END $$;
CREATE TRIGGER application_events_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON application_events
  FOR EACH STATEMENT EXECUTE FUNCTION application_events_grow();
