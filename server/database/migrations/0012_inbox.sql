-- What people are told. The inbox is the record: a message is written by the
-- transaction that changes what it tells of, and what carries it to phones
-- follows from it, below.
CREATE TABLE messages (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id   text NOT NULL REFERENCES people ON DELETE CASCADE,
  thread      text NOT NULL,    -- what it is about: 'ticket:...'; messages of a thread stand together
  key         text NOT NULL,    -- what happened: nothing is told twice
  kind        text NOT NULL,
  topic       text NOT NULL,
  agency_id   text REFERENCES agencies, -- who says it; null for the house itself
  version     integer NOT NULL, -- of the wording; 0 for the house's own
  subject     text NOT NULL,
  body        text NOT NULL,
  link        text NOT NULL,    -- path of what it is about; '' for nothing
  urgency     text NOT NULL CHECK (urgency IN ('now', 'soon', 'calm')),
  push        boolean NOT NULL, -- to phones; else it stands in the inbox only
  firm        boolean NOT NULL, -- muting does not hold
  again       boolean NOT NULL, -- rings though another of its thread is shown
  dies_at     timestamptz NOT NULL, -- after it nobody needs to be told any more
  sent_at     timestamptz NOT NULL,
  read_at     timestamptz,
  archived_at timestamptz,
  CONSTRAINT message_once UNIQUE (person_id, key)
);
CREATE INDEX messages_person ON messages (person_id, id DESC);
CREATE INDEX messages_sent ON messages USING brin (sent_at);
-- How many have read what was said to many.
CREATE INDEX messages_news ON messages (thread) WHERE kind = 'news' AND read_at IS NOT NULL;

-- How somebody wants to be told. Who chose nothing has no row.
CREATE TABLE inbox_settings (
  person_id  text PRIMARY KEY REFERENCES people ON DELETE CASCADE,
  lang       text NOT NULL DEFAULT 'id' CHECK (lang IN ('id', 'en', 'jv')),
  muted      text[] NOT NULL DEFAULT '{}',
  near       smallint NOT NULL DEFAULT 3 CHECK (near BETWEEN 1 AND 10),
  quiet_from smallint CHECK (quiet_from BETWEEN 0 AND 1439), -- minutes after midnight UTC; null for no quiet hours
  quiet_to   smallint CHECK (quiet_to BETWEEN 0 AND 1439),
  private    boolean NOT NULL DEFAULT false,
  phone      boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);

-- Browsers that may be pushed to, as long as somebody is signed in there.
CREATE TABLE push_devices (
  id            text PRIMARY KEY,
  person_id     text NOT NULL REFERENCES people ON DELETE CASCADE,
  session_id    text NOT NULL REFERENCES sessions ON DELETE CASCADE,
  endpoint_hash bytea NOT NULL UNIQUE, -- a browser belongs to whoever used it last
  sealed        bytea NOT NULL,        -- JSON: endpoint and keys
  name          text NOT NULL,
  added_at      timestamptz NOT NULL,
  seen_at       timestamptz NOT NULL,  -- the app started there
  reached_at    timestamptz,           -- a push was accepted
  failing_at    timestamptz            -- since when none is
);
CREATE INDEX push_devices_person ON push_devices (person_id);
CREATE INDEX push_devices_session ON push_devices (session_id);

-- Sessions whose device was removed by its owner: a browser that starts again
-- does not bring it back, only a new agreement does.
CREATE TABLE push_removed (
  session_id text PRIMARY KEY REFERENCES sessions ON DELETE CASCADE
);

-- A message on its way to one device, or by another way.
CREATE TABLE deliveries (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id bigint NOT NULL REFERENCES messages ON DELETE CASCADE,
  device_id  text REFERENCES push_devices ON DELETE SET NULL,
  way        text NOT NULL CHECK (way IN ('push', 'phone', 'mail')),
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed', 'expired', 'gone', 'needless')),
  reason     text NOT NULL DEFAULT '', -- of a failure: what the other side said
  cost       integer NOT NULL DEFAULT 0, -- rupiah
  made_at    timestamptz NOT NULL,
  done_at    timestamptz,
  shown_at   timestamptz,
  opened_at  timestamptz
);
CREATE INDEX deliveries_message ON deliveries (message_id);
CREATE INDEX deliveries_device ON deliveries (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX deliveries_cost ON deliveries (done_at) WHERE cost > 0;

-- When somebody who sleeps may be told: at once, or when quiet hours end.
CREATE FUNCTION after_quiet(at timestamptz, from_minute smallint, to_minute smallint) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN from_minute IS NULL THEN at
    WHEN from_minute < to_minute AND minute >= from_minute AND minute < to_minute THEN day + make_interval(mins => to_minute)
    WHEN from_minute > to_minute AND minute >= from_minute THEN day + make_interval(mins => to_minute + 1440)
    WHEN from_minute > to_minute AND minute < to_minute THEN day + make_interval(mins => to_minute)
    ELSE at
  END
  FROM (SELECT date_trunc('day', at, 'UTC') AS day, (extract(epoch FROM at - date_trunc('day', at, 'UTC')) / 60)::int AS minute) x
$$;

-- Whatever is written into the inbox is carried to the devices of whom it is
-- for: one piece of work for each, in the same transaction, whoever wrote it.
-- What cannot wait has a queue of its own, and its workers are woken; a call
-- to one person goes before what is said to many.
--
-- One statement may write one message or a hundred thousand, and a connection
-- keeps the plan of the first: without the two settings it would go through
-- all devices of the house for one message, or through all new messages for
-- each of them.
CREATE FUNCTION carry_messages() RETURNS trigger LANGUAGE plpgsql SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  urgent boolean;
BEGIN
  WITH pushed AS MATERIALIZED (
    SELECT nextval('deliveries_id_seq') AS id, m.id AS message, d.id AS device, m.sent_at, m.urgency, m.topic,
      CASE WHEN m.urgency = 'now' THEN m.sent_at ELSE after_quiet(m.sent_at, s.quiet_from, s.quiet_to) END AS due
    FROM fresh m JOIN push_devices d ON d.person_id = m.person_id LEFT JOIN inbox_settings s ON s.person_id = m.person_id
    WHERE m.push AND (m.firm OR m.topic <> ALL (coalesce(s.muted, '{}')))
  ), v AS (
    INSERT INTO deliveries (id, message_id, device_id, way, made_at) OVERRIDING SYSTEM VALUE
    SELECT id, message, device, 'push', sent_at FROM pushed
  ), work AS (
    SELECT 'inbox_push' AS kind, jsonb_build_object('delivery', id) AS args, urgency, topic, 15 AS attempts, due FROM pushed
    UNION ALL
    -- Who agreed to it gets an SMS when no phone showed it in time.
    SELECT 'inbox_fallback', jsonb_build_object('message', m.id), 'calm', m.topic, 5,
      m.sent_at + CASE m.urgency WHEN 'now' THEN interval '45 seconds' ELSE interval '15 minutes' END
    FROM fresh m JOIN inbox_settings s ON s.person_id = m.person_id
    WHERE m.push AND s.phone AND m.urgency IN ('now', 'soon') AND (m.firm OR m.topic <> ALL (s.muted))
  ), given AS (
    INSERT INTO jobs.river_job (kind, args, queue, priority, max_attempts, state, scheduled_at)
    SELECT kind, args, CASE urgency WHEN 'now' THEN 'now' ELSE 'later' END,
      CASE WHEN urgency = 'now' AND topic <> 'news' THEN 1 WHEN urgency IN ('now', 'soon') THEN 2 ELSE 3 END, attempts,
      CASE WHEN due > now() THEN 'scheduled' ELSE 'available' END::jobs.river_job_state, greatest(due, now())
    FROM work
    RETURNING queue
  )
  SELECT coalesce(bool_or(queue = 'now'), false) INTO urgent FROM given;
  IF urgent THEN
    PERFORM pg_notify('jobs.river_insert', '{"queue":"now"}');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER messages_carried AFTER INSERT ON messages REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION carry_messages();

-- Conversations of people with agencies: what a person writes stands here,
-- what the agency answers is a message.
CREATE TABLE talks (
  id         text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES people ON DELETE CASCADE,
  thread     text NOT NULL,
  agency_id  text NOT NULL REFERENCES agencies,
  message_id bigint NOT NULL REFERENCES messages ON DELETE CASCADE, -- that was replied to first
  subject    text NOT NULL,
  owner_id   text REFERENCES people,
  waits_at   timestamptz, -- since when the person waits for an answer; null when it is there
  closed_at  timestamptz,
  changed_at timestamptz NOT NULL,
  UNIQUE (person_id, thread)
);
CREATE INDEX talks_agency ON talks (agency_id, waits_at, changed_at);
CREATE INDEX talks_message ON talks (message_id);

CREATE TABLE sayings (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  talk_id    text NOT NULL REFERENCES talks ON DELETE CASCADE,
  author_id  text NOT NULL REFERENCES people,
  staff      boolean NOT NULL,
  body       text NOT NULL,
  message_id bigint REFERENCES messages ON DELETE SET NULL, -- by which an answer went out
  at         timestamptz NOT NULL
);
CREATE INDEX sayings_talk ON sayings (talk_id, id);
CREATE INDEX sayings_message ON sayings (message_id) WHERE message_id IS NOT NULL;

-- How agencies word messages: what is told now. Drafts and versions are
-- where those of services are.
CREATE TABLE templates (
  agency_id text NOT NULL REFERENCES agencies,
  kind      text NOT NULL,
  version   integer NOT NULL,
  content   jsonb NOT NULL,
  PRIMARY KEY (agency_id, kind)
);
ALTER TABLE revisions DROP CONSTRAINT revisions_subject_kind_check, ADD CONSTRAINT revisions_subject_kind_check CHECK (subject_kind IN ('service', 'place', 'template'));
ALTER TABLE drafts DROP CONSTRAINT drafts_subject_kind_check, ADD CONSTRAINT drafts_subject_kind_check CHECK (subject_kind IN ('service', 'place', 'template'));

-- What agencies say to many. Two people look at it before it goes out.
CREATE TABLE announcements (
  id            text PRIMARY KEY,
  agency_id     text NOT NULL REFERENCES agencies,
  state         text NOT NULL CHECK (state IN ('written', 'sent', 'withdrawn')),
  save          integer NOT NULL DEFAULT 1,
  content       jsonb NOT NULL,
  area_code     text REFERENCES areas, -- null for the regency or a queue
  day_id        text REFERENCES queue_days,
  author_id     text NOT NULL REFERENCES people,
  written_at    timestamptz NOT NULL,
  approver_id   text REFERENCES people,
  sent_at       timestamptz,
  reach         integer NOT NULL DEFAULT 0, -- people it was sent to
  reason        text NOT NULL DEFAULT '',   -- of a withdrawal
  CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CHECK (approver_id IS NULL OR approver_id <> author_id) -- four eyes
);
CREATE INDEX announcements_agency ON announcements (agency_id, written_at DESC);
CREATE INDEX people_area ON people (area_code) WHERE closed_at IS NULL; -- who lives there

-- What people saw when they last looked at a status, and how often nothing
-- was new.
CREATE TABLE looks (
  person_id text NOT NULL REFERENCES people ON DELETE CASCADE,
  thread    text NOT NULL,
  state     bytea NOT NULL, -- SHA-256 of what it said
  at        timestamptz NOT NULL,
  PRIMARY KEY (person_id, thread)
);
CREATE INDEX looks_at ON looks (at);

CREATE TABLE look_days (
  date  date NOT NULL,
  topic text NOT NULL, -- 'ticket', 'permit', 'report'
  looks integer NOT NULL,
  empty integer NOT NULL,
  PRIMARY KEY (date, topic)
);

-- How long the way of a number's holder is, in minutes, so that they are told
-- when to leave; and how they found the visit (PermenPANRB 14/2017: 1 to 4).
ALTER TABLE tickets
  ADD way        smallint CHECK (way > 0),
  ADD score      smallint CHECK (score BETWEEN 1 AND 4),
  ADD score_text text NOT NULL DEFAULT '',
  ADD scored_at  timestamptz;
CREATE INDEX tickets_way ON tickets (day_id) WHERE way IS NOT NULL AND stage IN ('waiting', 'away');
