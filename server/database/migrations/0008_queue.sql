-- Queues: what stands at places, the days they open, and the numbers taken.
-- What must never happen is forbidden here, whatever the program does.
CREATE TABLE queues (
  id         text PRIMARY KEY,
  place_id   text NOT NULL REFERENCES places,
  name       text NOT NULL,               -- "Poli Anak"
  who        text NOT NULL,               -- "dr. Ratna, Sp.A"; '' for none in particular
  icon       text NOT NULL,
  prefix     text NOT NULL,               -- of its numbers
  active     boolean NOT NULL,
  stage      text NOT NULL CHECK (stage IN ('single', 'admission', 'service', 'pharmacy')),
  next_id    text REFERENCES queues,      -- where a finished number goes on
  poli       text NOT NULL,               -- BPJS codes; '' and 0 for none
  doctor     integer NOT NULL,
  share      smallint NOT NULL CHECK (share BETWEEN 1 AND 10),
  check_in   boolean NOT NULL,            -- only who has checked in is called
  days       smallint NOT NULL,           -- ahead that can be booked
  before     smallint NOT NULL,           -- minutes before opening that numbers of the day begin
  slot_for   smallint NOT NULL,           -- minutes of a booked time; 0 for none
  slot_of    integer NOT NULL,
  payers     boolean NOT NULL,            -- counts JKN and others apart
  usual      integer NOT NULL,            -- seconds at the counter, before there is experience
  rules      jsonb NOT NULL,              -- who may use the priority lane
  save       bigint NOT NULL DEFAULT 1,   -- grows with each change
  edited     boolean NOT NULL DEFAULT false, -- in the house: the city pack no longer changes it
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX queues_place ON queues (place_id);
CREATE UNIQUE INDEX queues_prefix ON queues (place_id, prefix) WHERE active;
CREATE UNIQUE INDEX queues_clinic ON queues (place_id, poli, doctor) WHERE active AND poli <> '' AND doctor <> 0;

CREATE TABLE queue_sessions (
  queue_id text NOT NULL REFERENCES queues ON DELETE CASCADE,
  day      smallint NOT NULL CHECK (day BETWEEN 0 AND 6), -- 0 is Sunday
  opens    smallint NOT NULL CHECK (opens >= 0),          -- minutes after midnight
  closes   smallint NOT NULL CHECK (closes > opens AND closes <= 1440),
  regular  integer NOT NULL,                              -- places; -1 for no limit
  priority integer NOT NULL,
  jkn      integer NOT NULL,
  other    integer NOT NULL,
  PRIMARY KEY (queue_id, day, opens)
);

CREATE TABLE counters (
  id         text PRIMARY KEY,
  queue_id   text NOT NULL REFERENCES queues,
  name       text NOT NULL, -- "Ruang 3"
  retired_at timestamptz
);
CREATE INDEX counters_queue ON counters (queue_id) WHERE retired_at IS NULL;

CREATE TABLE queue_closures (
  id         text PRIMARY KEY,
  queue_id   text NOT NULL REFERENCES queues,
  from_date  date NOT NULL,
  to_date    date NOT NULL CHECK (to_date >= from_date),
  reason     text NOT NULL, -- everybody reads it
  struck     integer NOT NULL DEFAULT 0, -- numbers that were cancelled by it
  made_by    text REFERENCES people,
  made_at    timestamptz NOT NULL,
  ended_at   timestamptz -- taken back
);
CREATE INDEX queue_closures_queue ON queue_closures (queue_id, to_date) WHERE ended_at IS NULL;

CREATE TABLE queue_days (
  id             text PRIMARY KEY,           -- queue, date and opening
  queue_id       text NOT NULL REFERENCES queues,
  date           date NOT NULL,
  opens          smallint NOT NULL,          -- minutes after midnight
  closes         smallint NOT NULL,
  opens_at       timestamptz NOT NULL,
  closes_at      timestamptz NOT NULL,
  status         text NOT NULL CHECK (status IN ('scheduled', 'open', 'paused', 'closed', 'cancelled')),
  epoch          text NOT NULL,
  version        bigint NOT NULL DEFAULT 0,  -- of the last event
  last           integer NOT NULL DEFAULT 0, -- highest number given
  regular_limit  integer NOT NULL,           -- -1 for no limit
  regular_taken  integer NOT NULL DEFAULT 0,
  priority_limit integer NOT NULL,
  priority_taken integer NOT NULL DEFAULT 0,
  jkn_limit      integer NOT NULL,
  jkn_taken      integer NOT NULL DEFAULT 0,
  other_limit    integer NOT NULL,
  other_taken    integer NOT NULL DEFAULT 0,
  first          json NOT NULL,              -- the state before the first event
  UNIQUE (queue_id, date, opens),
  CONSTRAINT quota_regular  CHECK (regular_taken  >= 0 AND (regular_limit  < 0 OR regular_taken  <= regular_limit)),
  CONSTRAINT quota_priority CHECK (priority_taken >= 0 AND (priority_limit < 0 OR priority_taken <= priority_limit)),
  CONSTRAINT quota_jkn      CHECK (jkn_taken      >= 0 AND (jkn_limit      < 0 OR jkn_taken      <= jkn_limit)),
  CONSTRAINT quota_other    CHECK (other_taken    >= 0 AND (other_limit    < 0 OR other_taken    <= other_limit))
) WITH (fillfactor = 50); -- rewritten all day long
CREATE INDEX queue_days_date ON queue_days (date, queue_id);

-- The log of a day. body is the event as phones are sent it.
CREATE TABLE queue_events (
  day_id  text NOT NULL REFERENCES queue_days,
  version bigint NOT NULL,
  at      timestamptz NOT NULL,
  kind    text NOT NULL,
  act     bigint NOT NULL, -- version of the first event of the same command
  actor   text NOT NULL,   -- who did it; '' for the house itself
  counter text NOT NULL,   -- at which; '' for none
  body    json NOT NULL,
  was     json,            -- what was before, for an undo
  PRIMARY KEY (day_id, version)
);

-- One person's way through several queues of a place on a day.
CREATE TABLE visits (
  id       text PRIMARY KEY,
  place_id text NOT NULL REFERENCES places,
  date     date NOT NULL,
  begun_at timestamptz NOT NULL
);

CREATE TABLE tickets (
  id          text PRIMARY KEY,
  day_id      text NOT NULL REFERENCES queue_days,
  number      integer NOT NULL CHECK (number > 0),
  lane        text NOT NULL CHECK (lane IN ('regular', 'priority')),
  stage       text NOT NULL CHECK (stage IN ('waiting', 'away', 'called', 'serving', 'skipped', 'done', 'absent', 'cancelled', 'moved', 'unserved')),
  slot        smallint NOT NULL,
  present     boolean NOT NULL,
  counter_id  text REFERENCES counters,                    -- that called it last
  person      text,                                        -- who holds it, as a key: of the NIK when known, else of the account or member
  account_id  text REFERENCES people,                      -- who took it in the app
  member_id   text REFERENCES members ON DELETE SET NULL,  -- for whom
  holder      text NOT NULL,                               -- name, for the officer; '' when nobody told
  age         smallint,                                    -- years when it was taken
  ground      text NOT NULL,                               -- of the priority lane
  payer       text NOT NULL CHECK (payer IN ('jkn', 'other')),
  via         text NOT NULL CHECK (via IN ('phone', 'desk', 'kiosk', 'bpjs', 'move')),
  requester   text NOT NULL,                               -- with request_key: one wish, one number
  request_key text NOT NULL,
  share       smallint NOT NULL DEFAULT 0,                 -- generation of its secret link
  visit_id    text REFERENCES visits,
  promised    json NOT NULL,                               -- what was said of the wait
  taken_at    timestamptz NOT NULL,
  present_at  timestamptz,
  called_at   timestamptz,                                 -- the last call
  began_at    timestamptz,
  ended_at    timestamptz,
  CONSTRAINT ticket_number UNIQUE (day_id, number),
  CONSTRAINT ticket_once UNIQUE (requester, request_key)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX ticket_twice ON tickets (day_id, person) WHERE stage IN ('waiting', 'away', 'called', 'serving', 'skipped');
CREATE UNIQUE INDEX ticket_counter ON tickets (counter_id) WHERE stage IN ('called', 'serving');
CREATE INDEX tickets_account ON tickets (account_id, taken_at DESC) WHERE account_id IS NOT NULL;
CREATE INDEX tickets_visit ON tickets (visit_id) WHERE visit_id IS NOT NULL;

-- Boards and kiosks: whoever has the link is the device.
CREATE TABLE queue_devices (
  id         text PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('board', 'kiosk')),
  name       text NOT NULL,
  place_id   text NOT NULL REFERENCES places,
  queues     text[] NOT NULL, -- empty for all of the place
  token_hash bytea NOT NULL UNIQUE,
  made_by    text REFERENCES people,
  made_at    timestamptz NOT NULL,
  seen_at    timestamptz,
  revoked_at timestamptz
);
CREATE INDEX queue_devices_place ON queue_devices (place_id) WHERE revoked_at IS NULL;
