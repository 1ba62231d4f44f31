-- The desk of applications: whose move each is, how much of its promise is
-- used, who stands in for whom, and what offices write again and again.
ALTER TABLE applications
  ADD roles     text[] NOT NULL DEFAULT '{}', -- of the officers whose move it is
  ADD half_at   timestamptz,                  -- when 50 and 80 per cent of the promised time are used, if the clock goes on
  ADD hot_at    timestamptz,
  ADD escalated smallint NOT NULL DEFAULT 0;  -- per cent that somebody was told of
-- When somebody must be told next.
ALTER TABLE applications ADD alarm_at timestamptz GENERATED ALWAYS AS (
  CASE WHEN due_at IS NULL THEN NULL WHEN escalated < 50 THEN half_at WHEN escalated < 80 THEN hot_at WHEN escalated < 100 THEN due_at END) STORED;
CREATE INDEX applications_alarm ON applications (alarm_at) WHERE alarm_at IS NOT NULL;
CREATE INDEX applications_service ON applications (service_id, agency_id) WHERE version > 0;

-- Whose move it is follows from head and definition, whoever writes it.
CREATE FUNCTION application_roles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.roles := coalesce((
    SELECT array_agg(role) FROM permit_services d, jsonb_array_elements(d.definition -> 'steps') WITH ORDINALITY s(step, n), jsonb_array_elements_text(step -> 'roles') role
    WHERE d.service_id = NEW.service_id AND d.version = NEW.edition
      AND CASE NEW.head ->> 'stage' WHEN 'submitted' THEN n = 1 WHEN 'returned' THEN false ELSE step ->> 'id' = NEW.head ->> 'step' END), '{}');
  RETURN NEW;
END $$;
CREATE TRIGGER application_roles BEFORE INSERT OR UPDATE OF head ON applications FOR EACH ROW EXECUTE FUNCTION application_roles();
UPDATE applications SET head = head WHERE version > 0;

-- Sentences that officers of an agency pick instead of writing them again.
CREATE TABLE permit_phrases (
  id         text PRIMARY KEY,
  agency_id  text NOT NULL REFERENCES agencies,
  service_id text REFERENCES services, -- null: for all services
  title      text NOT NULL,
  body       text NOT NULL,
  author_id  text NOT NULL REFERENCES people,
  changed_at timestamptz NOT NULL
);
CREATE INDEX permit_phrases_agency ON permit_phrases (agency_id, title);

-- Officers who are away, and who has their work meanwhile.
CREATE TABLE absences (
  person_id text PRIMARY KEY REFERENCES people,
  deputy_id text NOT NULL REFERENCES people,
  until     date NOT NULL, -- the last day
  made_at   timestamptz NOT NULL,
  CHECK (person_id <> deputy_id)
);
CREATE INDEX absences_deputy ON absences (deputy_id);

-- Places whose hours or days off have changed since the targets of their
-- applications were worked out.
CREATE TABLE stale_places (
  place_id   text PRIMARY KEY REFERENCES places ON DELETE CASCADE,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE FUNCTION stale(text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO stale_places (place_id)
  SELECT p.id FROM places p
  WHERE ($1 IS NULL OR p.schedule_id = ANY ($1)) AND EXISTS (SELECT FROM applications a WHERE a.place_id = p.id AND a.version > 0 AND NOT a.over)
  ON CONFLICT (place_id) DO UPDATE SET changed_at = excluded.changed_at
$$;
CREATE FUNCTION stale_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stale(NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER days_off_stale AFTER INSERT OR UPDATE OR DELETE ON days_off FOR EACH STATEMENT EXECUTE FUNCTION stale_days();
CREATE FUNCTION stale_spans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stale(coalesce((SELECT array_agg(DISTINCT schedule_id) FROM changed), '{}'));
  RETURN NULL;
END $$;
CREATE TRIGGER spans_added AFTER INSERT ON spans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stale_spans();
CREATE TRIGGER spans_changed AFTER UPDATE ON spans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stale_spans();
CREATE TRIGGER spans_left AFTER DELETE ON spans REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stale_spans();
CREATE FUNCTION stale_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stale(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER schedules_stale AFTER UPDATE ON schedules FOR EACH ROW
  WHEN (OLD.on_holiday IS DISTINCT FROM NEW.on_holiday OR OLD.on_leave IS DISTINCT FROM NEW.on_leave) EXECUTE FUNCTION stale_schedule();
CREATE FUNCTION stale_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stale(ARRAY[NEW.schedule_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER places_stale AFTER UPDATE OF schedule_id ON places FOR EACH ROW
  WHEN (OLD.schedule_id IS DISTINCT FROM NEW.schedule_id) EXECUTE FUNCTION stale_place();
SELECT stale(NULL); -- what was sent before knows nothing of half and hot yet
