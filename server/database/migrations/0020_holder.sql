-- A file can be a letter of the house that its holder has attached: what it is
-- worth says the register, not a scan.
ALTER TABLE files ADD COLUMN letter_id text REFERENCES documents;

-- Answers and files of what is over are erased when their time is. Register
-- and figures stay.
ALTER TABLE applications ADD COLUMN erased_at timestamptz;
CREATE INDEX applications_kept ON applications (changed_at) WHERE over AND erased_at IS NULL;
