package inbox

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/jobs"
	"rumah/server/message"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// falling is the work of telling somebody by another way, because no device
// showed a message in time. The trigger carry_messages gives it for those who
// agreed to it: after 45 seconds when it cannot wait, else after a quarter of
// an hour; what is calm waits in the inbox.
type falling struct {
	Message int64 `json:"message"`
}

// Kind implements river.JobArgs.
func (falling) Kind() string { return "inbox_fallback" }

// untold is a message that no device has shown.
type untold struct {
	id                  int64
	person              string
	subject, body, link string
	private             bool
	lang                string
}

// way is one of the ways beside pushing.
type way struct {
	name  inbox.Way
	send  message.Sender
	to    message.Message
	price int
}

// fall tells somebody by the first way that takes it: a text to the phone,
// then a mail. Nobody gets the same text twice, and no text is paid twice:
// before it is handed over it is written down with its price, and what died
// in between is not sent again, because nobody knows whether it was. Better
// a text too few, which still stands in the inbox, than one too many.
func (s *Service) fall(ctx context.Context, id int64) error {
	m, waits, err := s.readUntold(ctx, id)
	if err != nil || !waits {
		return err
	}
	ways, err := s.chain(ctx, m)
	if err != nil {
		return err
	}
	for _, w := range ways {
		var over bool
		if over, err = s.tell(ctx, m, w); over {
			return err
		}
	}
	if err != nil && !jobs.Last(ctx) {
		return err // all who were asked refused: again later
	}
	return nil
}

const untoldSQL = `
WITH lost AS ( -- a server died between writing it down and telling what became of it
  UPDATE deliveries SET state = 'unknown', reason = 'the server died meanwhile', done_at = $2 WHERE message_id = $1 AND way <> 'push' AND state = 'waiting'
)
SELECT m.id, m.person_id, m.subject, m.body, m.link, s.private, s.lang
FROM messages m JOIN people p ON p.id = m.person_id AND p.closed_at IS NULL JOIN inbox_settings s ON s.person_id = m.person_id AND s.phone
WHERE m.id = $1 AND m.push AND m.urgency <> 'calm' AND m.read_at IS NULL AND m.archived_at IS NULL AND m.dies_at > $2 AND (m.firm OR m.topic <> ALL (s.muted))
  AND NOT EXISTS (SELECT FROM deliveries v WHERE v.message_id = m.id AND (v.shown_at IS NOT NULL OR v.way <> 'push' AND v.state <> 'failed'))`

// readUntold reads a message that still must be told; waits is false for one
// that need not.
func (s *Service) readUntold(ctx context.Context, id int64) (m untold, waits bool, err error) {
	err = s.db.Raw().QueryRow(ctx, untoldSQL, id, s.now()).Scan(&m.id, &m.person, &m.subject, &m.body, &m.link, &m.private, &m.lang)
	if isNone(err) {
		return m, false, nil
	}
	if err != nil {
		return m, false, fmt.Errorf("read what no device showed: %w", err)
	}
	return m, true, nil
}

// chain are the ways to somebody, in the order they are tried.
func (s *Service) chain(ctx context.Context, m untold) ([]way, error) {
	phone, email, err := s.Contact(ctx, m.person)
	if err != nil {
		return nil, fmt.Errorf("find how to reach somebody: %w", err)
	}
	lang, _ := words.Parse(m.lang)
	subject, body, link := m.subject, m.body, s.Origin+path(m.id, m.link, lang)
	if m.private {
		subject, body = words.PrivateNews.In(lang), words.PrivateBody.In(lang, s.App)
	}
	var ways []way
	if phone != "" && s.texts() {
		ways = append(ways, way{inbox.ByPhone, s.Ways.Phone, message.Message{Phone: phone, Text: textOf(subject, body, link)}, s.Price})
	}
	if email != "" && s.Ways.Email != nil {
		ways = append(ways, way{inbox.ByMail, s.Ways.Email, message.Message{Email: email, Subject: subject, Text: body + "\n\n" + link + "\n\n" + s.App + "\n"}, 0})
	}
	return ways, nil
}

// texts reports whether the house sends texts to phones.
func (s *Service) texts() bool { return s.Ways.Phone != nil && s.Cap > 0 }

// tell hands a message over by one way. It is over when it was taken, or may
// have been; else the next way is tried.
func (s *Service) tell(ctx context.Context, m untold, w way) (over bool, err error) {
	month := s.month()
	delivery, claimed, err := s.claim(ctx, m.id, w, month)
	if err != nil {
		return true, err
	}
	if !claimed {
		return false, nil
	}
	ctx = context.WithoutCancel(ctx) // a house that closes waits for it
	failure := w.send.Send(ctx, w.to)
	state, reason := sent, ""
	switch {
	case failure == nil:
	case message.NotSent(failure):
		state, reason = failed, failure.Error()
	default:
		state, reason = "unknown", failure.Error()
	}
	if err := s.told(ctx, delivery, state, reason, month); err != nil {
		return true, err
	}
	s.figures.count(result{urgency: string(w.name), state: state})
	if state == failed {
		return false, fmt.Errorf("tell by %s: %w", w.name, failure)
	}
	return true, nil
}

// claim writes down that a message is about to be sent, and takes its price
// from the month. It is false when the month has too little left, or when it
// was sent meanwhile.
func (s *Service) claim(ctx context.Context, id int64, w way, month string) (delivery int64, claimed bool, err error) {
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		err := tx.NewRaw(`INSERT INTO deliveries (message_id, way, cost, made_at) VALUES (?, ?, ?, ?) ON CONFLICT (message_id) WHERE way <> 'push' AND state <> 'failed' DO NOTHING RETURNING id`,
			id, w.name, w.price, s.now()).Scan(ctx, &delivery)
		if err != nil || w.price == 0 {
			return err
		}
		return tx.NewRaw(`
INSERT INTO text_costs AS c (month, spent) SELECT ?0::date, ?1::int WHERE ?1 <= ?2
ON CONFLICT (month) DO UPDATE SET spent = c.spent + ?1 WHERE c.spent + ?1 <= ?2 RETURNING spent`, month, w.price, s.Cap).Scan(ctx, new(int))
	})
	if isNone(err) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("write down what is about to be sent: %w", err)
	}
	return delivery, true, nil
}

// told writes what became of it. What was certainly not sent costs nothing.
func (s *Service) told(ctx context.Context, delivery int64, state, reason, month string) error {
	ctx, stop := context.WithTimeout(ctx, noteTime)
	defer stop()
	_, err := s.db.Raw().Exec(ctx, `
WITH back AS (UPDATE text_costs c SET spent = spent - v.cost FROM deliveries v WHERE v.id = $1 AND $2 = 'failed' AND c.month = $5::date)
UPDATE deliveries SET state = $2, reason = $3, done_at = $4, cost = CASE $2 WHEN 'failed' THEN 0 ELSE cost END WHERE id = $1`,
		delivery, state, reason, s.now(), month)
	if err != nil {
		return fmt.Errorf("write what became of it: %w", err)
	}
	return nil
}

// noteTime is how long that may take: the text is out.
const noteTime = 10 * time.Second

// month is the first day of this month on the regency's clock.
func (s *Service) month() string {
	now := s.now().In(s.loc)
	return string(calendar.DateOf(now.AddDate(0, 0, 1-now.Day())))
}
