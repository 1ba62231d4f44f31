package inbox

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"rumah/server/database"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// wordingFresh is how long an agency's words may be used after another
// instance published new ones.
const wordingFresh = 20 * time.Second

// wordings are the words of agencies, by kind, as they were read last.
type wordings struct {
	mu   sync.Mutex
	own  map[wordingKey]wording
	read time.Time
}

type wordingKey struct{ agency, kind string }

// wording is what is told, and the version of it; 0 for the house's own.
type wording struct {
	version int
	text    inbox.Wording
	house   inbox.Wording
}

// House are the house's own words for a kind.
func House(kind inbox.Kind) inbox.Wording {
	told := words.Told[string(kind)]
	in := func(l words.Lang) inbox.Text { return inbox.Text{Subject: told.Subject.In(l), Body: told.Body.In(l)} }
	return inbox.Wording{ID: in(words.ID), EN: in(words.EN), JV: in(words.JV)}
}

// of is how an agency words a kind.
func (c *wordings) of(ctx context.Context, db *database.DB, agency string, kind inbox.Kind) (wording, error) {
	w := wording{house: House(kind)}
	if agency == "" {
		return w, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.own == nil || time.Since(c.read) > wordingFresh {
		if err := c.load(ctx, db); err != nil {
			return w, err
		}
	}
	if own, there := c.own[wordingKey{agency, string(kind)}]; there {
		own.house = w.house
		return own, nil
	}
	return w, nil
}

func (c *wordings) load(ctx context.Context, db *database.DB) error {
	rows, err := db.Raw().Query(ctx, `SELECT agency_id, kind, version, content FROM templates`)
	if err != nil {
		return fmt.Errorf("read the words of agencies: %w", err)
	}
	defer rows.Close()
	own := map[wordingKey]wording{}
	for rows.Next() {
		var key wordingKey
		var w wording
		var content []byte
		if err := rows.Scan(&key.agency, &key.kind, &w.version, &content); err != nil {
			return fmt.Errorf("read the words of agencies: %w", err)
		}
		if err := json.Unmarshal(content, &w.text); err != nil {
			return fmt.Errorf("read the words of %s: %w", key.agency, err)
		}
		own[key] = w
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read the words of agencies: %w", err)
	}
	c.own, c.read = own, time.Now()
	return nil
}

// forget is for whoever published new words.
func (c *wordings) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.own = nil
}

// fill words a note in a language. What an agency left out the house says.
func (w *wording) fill(lang words.Lang, n Note) (subject, body string) {
	text := *w.text.In(string(lang))
	if text.Subject == "" || text.Body == "" {
		text = *w.house.In(string(lang))
	}
	values := map[string]string{}
	if n.Values != nil {
		values = n.Values(lang)
	}
	return inbox.Fill(text.Subject, values), inbox.Fill(text.Body, values)
}
