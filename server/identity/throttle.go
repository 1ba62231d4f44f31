package identity

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"time"

	"rumah/shared/fault"
)

// pace is how often something may be done.
type pace struct {
	most   int
	window time.Duration
}

// The paces of what costs money, guesses, or reads people's data. Mobile
// operators put thousands of phones behind one address, so those per address
// stop a machine, not a person.
var (
	askMinute    = pace{1, time.Minute}     // of one phone
	askHour      = pace{5, time.Hour}       // of one phone, by one address
	askDay       = pace{10, 24 * time.Hour} // likewise
	askPhone     = pace{30, 24 * time.Hour} // of one phone, whoever asks
	askAddress   = pace{300, time.Hour}
	tryAddress   = pace{600, time.Hour}       // codes and passwords entered from one address
	trackAddress = pace{3000, time.Hour}      // tracking codes looked at from one address
	tryStaff     = pace{300, 24 * time.Hour}  // passwords of one account, wherever from
	inviteHour   = pace{60, time.Hour}        // mails that one admin has us send
	findHour     = pace{60, time.Hour}        // people looked for by one officer
	openMany     = pace{15, 10 * time.Minute} // identifiers opened by one officer
	glanceMany   = pace{60, 10 * time.Minute} // applications whose papers one officer looks into
	verifyHour   = pace{3000, time.Hour}      // codes of documents looked at from one address
	uploadHour   = pace{200, time.Hour}       // files that one person begins to send
)

func (s *Service) key(kind string, hash []byte) string { return kind + ":" + hex.EncodeToString(hash) }

// address is the key of what is counted per address. Of IPv6 it is the /64
// that one household or phone is given: it has more addresses than anybody
// counts.
func (s *Service) address(ctx context.Context, kind string) string {
	ip := visitorOf(ctx).ip.Unmap()
	if ip.Is6() {
		if net, err := ip.WithZone("").Prefix(64); err == nil {
			ip = net.Addr()
		}
	}
	return kind + "-address:" + ip.String()
}

// take counts one use of a key and is busy when there were too many. The
// count is made before what it guards, so that a thousand at once are a
// thousand counts.
func (s *Service) take(ctx context.Context, key string, p pace) error {
	var row struct {
		Count int
		Since time.Time
	}
	now := s.now()
	err := s.db.NewRaw(`
INSERT INTO throttles AS t (key, count, since) VALUES (?0, 1, ?1)
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN t.since <= ?2 THEN 1 ELSE t.count + 1 END,
  since = CASE WHEN t.since <= ?2 THEN ?1 ELSE t.since END
RETURNING count, since`, key, now, now.Add(-p.window)).Scan(ctx, &row)
	if err != nil {
		return fmt.Errorf("count %s: %w", key, err)
	}
	if row.Count > p.most {
		return busy("busy", row.Since.Add(p.window).Sub(now))
	}
	return nil
}

// Five wrong passwords are free; then the wait begins at a minute and doubles
// up to an hour. A day without one forgives all. It is counted for an account
// and an address together: who guesses locks themselves out, not whose
// account it is.
const (
	freeTries = 5
	firstWait = time.Minute
	mostWait  = time.Hour
	forgiven  = 24 * time.Hour
)

// try counts one guess at a key as if it were wrong; right takes it back.
func (s *Service) try(ctx context.Context, key string) error {
	now := s.now()
	var count int
	err := s.db.NewRaw(`
INSERT INTO throttles AS t (key, count, since) VALUES (?0, 1, ?1)
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN t.since <= ?2 THEN 1 ELSE t.count + 1 END,
  since = ?1,
  until = CASE WHEN t.since > ?2 AND t.count + 1 >= ?3 THEN ?1::timestamptz + least(make_interval(secs => ?4) * (2 ^ least(t.count + 1 - ?3, 20)), make_interval(secs => ?5)) ELSE t.until END
WHERE t.until <= ?1
RETURNING count`, key, now, now.Add(-forgiven), freeTries, firstWait.Seconds(), mostWait.Seconds()).Scan(ctx, &count)
	if errors.Is(err, sql.ErrNoRows) {
		return s.locked(ctx, key, now)
	}
	if err != nil {
		return fmt.Errorf("count %s: %w", key, err)
	}
	return nil
}

func (s *Service) locked(ctx context.Context, key string, now time.Time) error {
	var until time.Time
	if err := s.db.NewRaw(`SELECT until FROM throttles WHERE key = ?`, key).Scan(ctx, &until); err != nil {
		return fmt.Errorf("look up %s: %w", key, err)
	}
	return busy("locked", until.Sub(now))
}

// right forgets the guesses at a key.
func (s *Service) right(ctx context.Context, key string) error {
	if _, err := s.db.NewRaw(`DELETE FROM throttles WHERE key = ?`, key).Exec(ctx); err != nil {
		return fmt.Errorf("forget %s: %w", key, err)
	}
	return nil
}

func busy(key string, wait time.Duration) error {
	f := fault.New(fault.Busy, key)
	f.Retry = max(int(math.Ceil(wait.Seconds())), 1)
	return f
}
