package inbox

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/inbox"
	"rumah/shared/words"
)

// Note is something that somebody is to be told.
type Note struct {
	Person string // who
	Kind   inbox.Kind
	Thread string // what it is about: "ticket:..."
	Key    string // what happened: the same key is told once
	Agency string // who says it; "" for the house itself
	Link   string // path of what it is about
	At     time.Time
	Urgent bool // rings in quiet hours and though its topic is muted

	// Values are what the wording names, in a language.
	Values func(words.Lang) map[string]string
}

// Record is a note as a statement takes it: Columns of a JSON record.
type Record struct {
	Person    string    `json:"person"`
	Thread    string    `json:"thread"`
	Key       string    `json:"key"`
	Kind      string    `json:"kind"`
	Topic     string    `json:"topic"`
	Agency    string    `json:"agency"`
	Version   int       `json:"version"`
	SubjectID string    `json:"subject_id"`
	SubjectEN string    `json:"subject_en"`
	SubjectJV string    `json:"subject_jv"`
	BodyID    string    `json:"body_id"`
	BodyEN    string    `json:"body_en"`
	BodyJV    string    `json:"body_jv"`
	Link      string    `json:"link"`
	Urgency   string    `json:"urgency"`
	Push      bool      `json:"push"`
	Firm      bool      `json:"firm"`
	Again     bool      `json:"again"`
	Dies      time.Time `json:"dies"`
	At        time.Time `json:"at"`

	// Of numbers in a line, for who writes them in the statement that changes
	// the line: whose number it is, and how many go before it.
	Day    string `json:"day,omitempty"`
	Number int    `json:"number,omitempty"`
	Ahead  *int   `json:"ahead,omitempty"` // told to those only who want to hear so early
}

// What a statement needs to write records, which stand in it as x beside the
// settings s of the person.
const (
	Fields = `person text, thread text, key text, kind text, topic text, agency text, version int, subject_id text, subject_en text, subject_jv text,
  body_id text, body_en text, body_jv text, link text, urgency text, push boolean, firm boolean, again boolean, dies timestamptz, at timestamptz, day text, number int, ahead int`
	Into   = `messages (person_id, thread, key, kind, topic, agency_id, version, subject, body, link, urgency, push, firm, again, dies_at, sent_at)`
	Values = `x.thread, x.key, x.kind, x.topic, nullif(x.agency, ''), x.version,
  CASE s.lang WHEN 'en' THEN x.subject_en WHEN 'jv' THEN x.subject_jv ELSE x.subject_id END, CASE s.lang WHEN 'en' THEN x.body_en WHEN 'jv' THEN x.body_jv ELSE x.body_id END,
  x.link, x.urgency, x.push, x.firm, x.again, x.dies, x.at`
	Once = ` ON CONFLICT ON CONSTRAINT message_once DO NOTHING`
)

const postSQL = `
INSERT INTO ` + Into + `
SELECT p.id, ` + Values + `
FROM jsonb_to_recordset(?::jsonb) x(` + Fields + `) JOIN people p ON p.id = x.person AND p.closed_at IS NULL LEFT JOIN inbox_settings s ON s.person_id = p.id` + Once + `
RETURNING person_id`

// Post writes notes into inboxes, in the transaction of what they tell of.
// It answers who was told, for Told after the commit.
func (s *Service) Post(ctx context.Context, tx bun.IDB, notes ...Note) (told []string, err error) {
	if len(notes) == 0 {
		return nil, nil
	}
	data, err := s.records(ctx, notes...)
	if err != nil {
		return nil, err
	}
	if err := tx.NewRaw(postSQL, data).Scan(ctx, &told); err != nil {
		return nil, fmt.Errorf("write into inboxes: %w", err)
	}
	return told, nil
}

// records are notes as JSON for a statement.
func (s *Service) records(ctx context.Context, notes ...Note) (string, error) {
	records, err := s.Records(ctx, notes)
	if err != nil {
		return "", err
	}
	data, err := json.Marshal(records)
	if err != nil {
		return "", fmt.Errorf("write notes as JSON: %w", err)
	}
	return string(data), nil
}

// Records words notes, in all languages: which one is read is known where
// they are written.
func (s *Service) Records(ctx context.Context, notes []Note) ([]Record, error) {
	records := make([]Record, len(notes))
	for i, n := range notes {
		w, err := s.wording.of(ctx, s.db, n.Agency, n.Kind)
		if err != nil {
			return nil, err
		}
		rule := inbox.Rules[n.Kind]
		r := Record{
			Person: n.Person, Thread: n.Thread, Key: n.Key, Kind: string(n.Kind), Topic: string(rule.Topic), Agency: n.Agency, Version: w.version, Link: n.Link,
			Urgency: string(rule.Urgency), Push: rule.Push, Firm: rule.Firm, Again: rule.Again, Dies: n.At.Add(rule.Life), At: n.At,
		}
		if n.Urgent {
			r.Urgency, r.Firm = string(inbox.Now), true
		}
		r.SubjectID, r.BodyID = w.fill(words.ID, n)
		r.SubjectEN, r.BodyEN = w.fill(words.EN, n)
		r.SubjectJV, r.BodyJV = w.fill(words.JV, n)
		records[i] = r
	}
	return records, nil
}
