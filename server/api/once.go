package api

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/fault"
)

// KeyHeader carries the idempotency key of a call.
const KeyHeader = "Idempotency-Key"

// Keys are long enough that nobody guesses another guest's.
const (
	shortestKey = 16
	longestKey  = 100
)

// Once remembers the answers of operations that must not happen twice.
type Once interface {
	// Do answers what was answered before under the key, or calls do and
	// keeps its answer when keep says so. A key used for another content and
	// one still under way are faults (key_reused, in_progress).
	Do(ctx context.Context, actor, operation, key string, content []byte, do func() (status int, body []byte), keep func(status int) bool) (status int, body []byte, err error)
}

// final are the answers worth keeping: done, or wrong for good. Somebody who
// was too early or met our failure may try again with the same key.
func final(status int) bool {
	return status < 400 || status < 500 && status != http.StatusTooManyRequests && status != http.StatusConflict
}

// once answers what was answered before under the key of a call, or calls do.
func (m *Mux) once(q *Request, actor access.Actor, in any, do func() (int, []byte)) (status int, body []byte, err error) {
	key, err := keyOf(q.r)
	if err != nil {
		return 0, nil, err
	}
	content, err := q.content(in)
	if err == nil && m.Once == nil {
		err = errors.New("no store was given")
	}
	if err == nil {
		status, body, err = m.Once.Do(q.r.Context(), actor.ID, q.op.ID, key, content, do, final)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("idempotency: %w", err)
	}
	return status, body, nil
}

// keyOf is the key of a call.
func keyOf(r *http.Request) (string, error) {
	key := r.Header.Get(KeyHeader)
	if len(key) < shortestKey || len(key) > longestKey || !printable(key) {
		return "", fault.Wrong(fault.Field{Name: KeyHeader, Key: "required"})
	}
	return key, nil
}

// content is the hash of all that was sent: a key is for one content, and
// another photo is another content.
func (q *Request) content(in any) ([]byte, error) {
	h := sha256.New()
	err := json.NewEncoder(h).Encode([]any{q.r.URL.Path, q.query, in})
	if err != nil {
		return nil, fmt.Errorf("hash content: %w", err)
	}
	for _, f := range q.uploads {
		fmt.Fprintf(h, "%q %q %d\n", f.Field, f.Name, len(f.Data))
		h.Write(f.Data)
	}
	return h.Sum(nil), nil
}

func printable(s string) bool {
	for i := range len(s) {
		if s[i] < '!' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Keys is Once in Postgres. What was asked and answered may be about a
// person, so both are kept as the vault keeps them.
type Keys struct {
	DB    *bun.DB
	Vault *vault.Vault
}

// abandoned is when a try that never ended, its server was killed, may be
// made again; longer than any operation takes.
const abandoned = 2 * time.Minute

// Do implements Once. The key is taken in a transaction of its own, so that
// two at once, on two servers, cannot both begin. When it was taken is who
// holds it: a try that was given up for dead, and comes back, is answered
// with what its successor did.
func (k Keys) Do(ctx context.Context, actor, operation, key string, content []byte, do func() (int, []byte), keep func(int) bool) (int, []byte, error) {
	var taken time.Time
	content = k.Vault.Hash("once", string(content))
	owner := actor + " " + operation + " " + key
	err := k.DB.NewRaw(`
INSERT INTO idempotency_keys (actor, operation, key, request_hash) VALUES (?, ?, ?, ?)
ON CONFLICT (actor, operation, key) DO UPDATE SET created_at = now()
  WHERE idempotency_keys.status IS NULL AND idempotency_keys.created_at < now() - make_interval(secs => ?) AND idempotency_keys.request_hash = excluded.request_hash
RETURNING created_at`, actor, operation, key, content, abandoned.Seconds()).Scan(ctx, &taken)
	if errors.Is(err, sql.ErrNoRows) {
		return k.before(ctx, owner, actor, operation, key, content)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("take key: %w", err)
	}
	status, body := do()
	// The caller may be gone by now; the answer is kept for the retry.
	ctx = context.WithoutCancel(ctx)
	var done sql.Result
	if !keep(status) {
		done, err = k.DB.ExecContext(ctx, `DELETE FROM idempotency_keys WHERE actor = ? AND operation = ? AND key = ? AND created_at = ?`, actor, operation, key, taken)
	} else {
		done, err = k.DB.ExecContext(ctx, `UPDATE idempotency_keys SET status = ?, body = ? WHERE actor = ? AND operation = ? AND key = ? AND created_at = ?`, status, k.Vault.Seal(owner, body), actor, operation, key, taken)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("keep answer: %w", err)
	}
	if n, err := done.RowsAffected(); err == nil && n == 0 && keep(status) {
		return k.before(ctx, owner, actor, operation, key, content)
	}
	return status, body, nil
}

// before answers what was answered under the key, or why it cannot be.
func (k Keys) before(ctx context.Context, owner, actor, operation, key string, content []byte) (int, []byte, error) {
	var status sql.NullInt64
	var body []byte
	var same bool
	row := k.DB.QueryRowContext(ctx, `SELECT status, body, request_hash = ? FROM idempotency_keys WHERE actor = ? AND operation = ? AND key = ?`, content, actor, operation, key)
	err := row.Scan(&status, &body, &same)
	if errors.Is(err, sql.ErrNoRows) { // its try failed and gave the key back this moment
		return 0, nil, fault.New(fault.Conflict, "in_progress")
	}
	if err != nil {
		return 0, nil, fmt.Errorf("read answer: %w", err)
	}
	switch {
	case !same:
		return 0, nil, fault.New(fault.Conflict, "key_reused")
	case !status.Valid:
		return 0, nil, fault.New(fault.Conflict, "in_progress")
	}
	if body, err = k.Vault.Open(owner, body); err != nil {
		return 0, nil, fmt.Errorf("read answer: %w", err)
	}
	return int(status.Int64), body, nil
}

// Forget drops answers older than age; retries come within minutes.
func (k Keys) Forget(ctx context.Context, age time.Duration) error {
	_, err := k.DB.ExecContext(ctx, `DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(secs => ?)`, age.Seconds())
	if err != nil {
		return fmt.Errorf("forget idempotency keys: %w", err)
	}
	return nil
}
