-- What the agencies offer, and how what they write becomes public. Services
-- and apps come from a city pack; once a service was written in the house, no
-- pack changes it any more.

-- What was loaded from a city pack last, for each domain that loads from it.
CREATE TABLE imports (
  domain    text PRIMARY KEY,
  hash      text NOT NULL, -- of the files and of how they are loaded
  loaded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE apps (
  id         text PRIMARY KEY,
  name       text NOT NULL,
  agency_id  text NOT NULL REFERENCES agencies,
  summary    text NOT NULL,
  url        text NOT NULL, -- '' when it is known only by name
  aliases    text[] NOT NULL,
  source_id  text NOT NULL REFERENCES sources,
  retired_at timestamptz
);
CREATE INDEX apps_agency ON apps (agency_id);

CREATE TABLE services (
  id             text PRIMARY KEY,
  agency_id      text NOT NULL REFERENCES agencies,
  name           text NOT NULL,               -- of the public version; of the draft before the first
  topic          text NOT NULL,               -- likewise
  popular        integer NOT NULL DEFAULT 0,  -- 1 for what most people need, then 2, 3; 0 for the others
  version        integer NOT NULL DEFAULT 0,  -- 0 before the first
  content        jsonb,                       -- of the public version
  published_at   timestamptz,
  source_id      text REFERENCES sources,     -- of a version from the city pack
  own            boolean NOT NULL,            -- written in the house: no pack changes it
  retired_at     timestamptz,
  retired_by     text,                        -- who took it out, and why; null when the pack did
  retired_name   text,
  retired_reason text,
  CHECK ((version = 0) = (content IS NULL) AND (version = 0) = (published_at IS NULL))
);
CREATE INDEX services_agency ON services (agency_id);
CREATE INDEX services_topic ON services (topic) WHERE version > 0 AND retired_at IS NULL;
CREATE INDEX services_app ON services ((content ->> 'app')) WHERE version > 0 AND retired_at IS NULL;

-- A word and what is left of it without one of its letters. Two words that
-- differ by a letter left out, added, mistaken or swapped share one of these.
CREATE FUNCTION slips(text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(left($1, at - 1) || substr($1, at + 1)) || $1 FROM generate_series(1, length($1)) AS at
$$;

-- What people say and the words the catalogue has for it, the likeliest
-- meaning first; '' for what says nothing ("mau", "bikin").
CREATE TABLE synonyms (
  said  text NOT NULL, -- folded as searches are
  at    integer NOT NULL,
  means text NOT NULL,
  lang  text NOT NULL,
  slips text[] NOT NULL GENERATED ALWAYS AS (slips(said)) STORED,
  PRIMARY KEY (said, at)
);
CREATE INDEX synonyms_slips ON synonyms USING gin (slips);

-- Every version that was public, for good.
CREATE TABLE revisions (
  subject_kind   text NOT NULL CHECK (subject_kind IN ('service', 'place')),
  subject_id     text NOT NULL,
  number         integer NOT NULL CHECK (number > 0),
  content        jsonb NOT NULL,
  author_id      text NOT NULL, -- '' for the city pack
  author_name    text NOT NULL,
  publisher_id   text NOT NULL, -- '' for the city pack
  publisher_name text NOT NULL,
  note           text NOT NULL,
  published_at   timestamptz NOT NULL,
  PRIMARY KEY (subject_kind, subject_id, number),
  CHECK (author_id = '' OR author_id <> publisher_id) -- four eyes
);

CREATE TRIGGER revisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is being written, at most one for each subject. A row stays when its
-- draft is published or thrown away, with no content, so that a save number
-- never means two things.
CREATE TABLE drafts (
  subject_kind text NOT NULL CHECK (subject_kind IN ('service', 'place')),
  subject_id   text NOT NULL,
  save         integer NOT NULL CHECK (save > 0),
  base         integer NOT NULL,
  content      jsonb, -- null when nothing is being written
  author_id    text NOT NULL,
  author_name  text NOT NULL,
  note         text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (subject_kind, subject_id)
);

-- Search: all public services and apps by the words they can be found by.
-- Filled in the transaction that makes them public.
CREATE TABLE search_entries (
  entry     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      text NOT NULL CHECK (kind IN ('service', 'app')),
  id        text NOT NULL,
  agency_id text NOT NULL REFERENCES agencies,
  topic     text NOT NULL, -- '' for an app
  name      text NOT NULL,
  title     integer NOT NULL, -- how many words the name has
  popular   integer NOT NULL,
  UNIQUE (kind, id)
);
CREATE INDEX search_entries_agency ON search_entries (agency_id);

CREATE TABLE search_words (
  id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  word  text COLLATE "C" NOT NULL UNIQUE, -- so that the index also finds beginnings
  slips text[] NOT NULL GENERATED ALWAYS AS (slips(word)) STORED,
  uses  integer NOT NULL DEFAULT 0        -- how many entries have it
);
CREATE INDEX search_words_slips ON search_words USING gin (slips);
CREATE INDEX search_words_trigrams ON search_words USING gin (word gin_trgm_ops);

CREATE TABLE search_postings (
  word_id integer NOT NULL REFERENCES search_words,
  entry   integer NOT NULL REFERENCES search_entries ON DELETE CASCADE,
  weight  real NOT NULL CHECK (weight > 0 AND weight <= 1), -- 1 in the name
  PRIMARY KEY (word_id, entry) INCLUDE (weight)
);
CREATE INDEX search_postings_entry ON search_postings (entry);

-- Places are written in the house too.
ALTER TABLE places
  ADD own     boolean NOT NULL DEFAULT false, -- written in the house: no pack changes what was written
  ADD version integer NOT NULL DEFAULT 1;     -- the first is that of the pack
ALTER TABLE schedules ALTER source_id DROP NOT NULL; -- null for an agency's own word
CREATE INDEX places_schedule ON places (schedule_id);

-- The agencies listed and all below them.
CREATE FUNCTION agencies_below(text[]) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT id FROM agencies WHERE id = ANY($1)
    UNION
    SELECT a.id FROM agencies a JOIN below b ON a.parent_id = b.id
  )
  SELECT id FROM below
$$;

-- Who settled a citizen's note.
ALTER TABLE corrections
  ADD handled_by   text,
  ADD handled_name text;
