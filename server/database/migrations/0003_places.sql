-- The places of the regency. All but corrections is loaded from a city pack
-- and only read here; what left the pack but is still referred to is kept
-- with retired_at.
-- Search forgives typing errors with the trigrams of pg_trgm.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE city_pack (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one), -- there is one row
  id         text NOT NULL,
  hash       text NOT NULL,                                -- of the files and of how they are loaded
  lon0       double precision NOT NULL,                    -- map units: x = (lon-lon0)*scale_x, y = (lat0-lat)*scale_y
  lat0       double precision NOT NULL,
  scale_x    double precision NOT NULL,
  scale_y    double precision NOT NULL,
  loaded_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sources (
  id      text PRIMARY KEY,
  title   text NOT NULL,
  licence text NOT NULL,
  date    date NOT NULL,
  url     text NOT NULL,
  note    text NOT NULL
);

CREATE TABLE areas (
  code              text PRIMARY KEY, -- Kemendagri
  name              text NOT NULL,
  kind              text NOT NULL CHECK (kind IN ('district', 'kelurahan', 'desa')),
  parent            text REFERENCES areas,
  postal            text NOT NULL,
  old_name          text NOT NULL,
  removed           boolean NOT NULL, -- gone, but people hold documents from there
  lon               double precision NOT NULL,
  lat               double precision NOT NULL,
  outline           text NOT NULL,    -- SVG path in map units
  x                 integer NOT NULL, -- of the name, in map units
  y                 integer NOT NULL,
  x0                integer NOT NULL, -- the rectangle around the outline
  y0                integer NOT NULL,
  x1                integer NOT NULL,
  y1                integer NOT NULL,
  outline_source_id text REFERENCES sources,
  source_id         text NOT NULL REFERENCES sources,
  retired_at        timestamptz
);
CREATE INDEX areas_parent ON areas (parent);

CREATE TABLE agencies (
  id         text PRIMARY KEY,
  code       text NOT NULL,
  short      text NOT NULL,
  name       text NOT NULL,
  kind       text NOT NULL,
  parent_id  text REFERENCES agencies,
  source_id  text NOT NULL REFERENCES sources,
  retired_at timestamptz
);

CREATE TABLE schedules (
  id         text PRIMARY KEY,
  confirmed  boolean NOT NULL,
  on_holiday boolean NOT NULL,
  on_leave   boolean NOT NULL,
  source_id  text NOT NULL REFERENCES sources
);

CREATE TABLE spans (
  schedule_id text NOT NULL REFERENCES schedules ON DELETE CASCADE,
  day         smallint NOT NULL CHECK (day BETWEEN 0 AND 6), -- 0 is Sunday
  open        smallint NOT NULL CHECK (open >= 0),           -- minutes after midnight
  close       smallint NOT NULL CHECK (close > open AND close <= 1440),
  PRIMARY KEY (schedule_id, day, open)
);

CREATE TABLE places (
  id            text PRIMARY KEY,
  name          text NOT NULL,
  kind          text NOT NULL,
  agency_id     text NOT NULL REFERENCES agencies,
  address       text NOT NULL,
  area_code     text REFERENCES areas, -- null when not even the district is known
  district_code text REFERENCES areas,
  phone         text NOT NULL,
  lon           double precision NOT NULL,
  lat           double precision NOT NULL,
  precision     text NOT NULL,
  schedule_id   text NOT NULL REFERENCES schedules,
  aliases       text NOT NULL, -- what people type for it
  around        text NOT NULL, -- its agency, village, district and regency, for search
  source_id     text NOT NULL REFERENCES sources,
  retired_at    timestamptz
);
CREATE INDEX places_agency ON places (agency_id);
CREATE INDEX places_district ON places (district_code);

CREATE TABLE days_off (
  date      date PRIMARY KEY,
  name      text NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('holiday', 'leave')),
  source_id text NOT NULL REFERENCES sources
);

CREATE TABLE corrections (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id   text NOT NULL REFERENCES places,
  about      text NOT NULL CHECK (about IN ('hours', 'address', 'phone', 'closed', 'other')),
  text       text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 500),
  phone      text NOT NULL,
  code       text NOT NULL UNIQUE, -- read out by the citizen: K-7F3Q
  created_at timestamptz NOT NULL,
  handled_at timestamptz
);
CREATE INDEX corrections_place ON corrections (place_id);
CREATE INDEX corrections_open ON corrections (created_at) WHERE handled_at IS NULL;
