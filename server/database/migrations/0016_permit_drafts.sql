-- How services are applied for is drafted and published in the house too. A
-- version of which its agency is the author is never ended by the city pack.
ALTER TABLE permit_services ADD COLUMN own boolean NOT NULL DEFAULT false;
ALTER TABLE revisions DROP CONSTRAINT revisions_subject_kind_check, ADD CONSTRAINT revisions_subject_kind_check CHECK (subject_kind IN ('service', 'place', 'template', 'permit'));
ALTER TABLE drafts DROP CONSTRAINT drafts_subject_kind_check, ADD CONSTRAINT drafts_subject_kind_check CHECK (subject_kind IN ('service', 'place', 'template', 'permit'));
