package push

import (
	"context"
	"crypto/ecdh"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	webpush "github.com/SherClockHolmes/webpush-go"
	"github.com/uptrace/bun"

	"rumah/server/vault"
)

// Keys are by which push services know the house (VAPID, RFC 8292): both
// base64url. Browsers subscribe to the public one, so a house keeps them.
type Keys struct {
	Public  string `json:"public"`
	Private string `json:"private"`
}

// setting is where the keys of a house are kept.
const setting = "push_keys"

// Parse reads a private key as it is given to the house, and completes it.
func Parse(private string) (Keys, error) {
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(private, "="))
	if err != nil {
		return Keys{}, errors.New("the push key is not base64url")
	}
	key, err := ecdh.P256().NewPrivateKey(raw)
	if err != nil {
		return Keys{}, errors.New("the push key is not a private key of P-256")
	}
	return Keys{Public: base64.RawURLEncoding.EncodeToString(key.PublicKey().Bytes()), Private: base64.RawURLEncoding.EncodeToString(raw)}, nil
}

// Keep answers the keys of this house. They are made once; of instances that
// start together all get the same.
func Keep(ctx context.Context, db bun.IDB, v *vault.Vault) (Keys, error) {
	private, public, err := webpush.GenerateVAPIDKeys()
	if err != nil {
		return Keys{}, fmt.Errorf("make push keys: %w", err)
	}
	data, err := json.Marshal(Keys{Public: public, Private: private})
	if err != nil {
		return Keys{}, fmt.Errorf("make push keys: %w", err)
	}
	var kept []byte
	err = db.NewRaw(`
WITH made AS (INSERT INTO settings (key, value) VALUES (?0, to_jsonb(?1::text)) ON CONFLICT DO NOTHING RETURNING value)
SELECT value #>> '{}' FROM made UNION ALL SELECT value #>> '{}' FROM settings WHERE key = ?0 LIMIT 1`,
		setting, base64.StdEncoding.EncodeToString(v.Seal(setting, data))).Scan(ctx, &kept)
	if errors.Is(err, sql.ErrNoRows) { // another instance makes them at this moment
		err = db.NewRaw(`SELECT value #>> '{}' FROM settings WHERE key = ?`, setting).Scan(ctx, &kept)
	}
	if err != nil {
		return Keys{}, fmt.Errorf("keep push keys: %w", err)
	}
	sealed, err := base64.StdEncoding.DecodeString(string(kept))
	if err == nil {
		data, err = v.Open(setting, sealed)
	}
	var keys Keys
	if err == nil {
		err = json.Unmarshal(data, &keys)
	}
	if err != nil {
		return Keys{}, fmt.Errorf("open the push keys; was the house's secret key changed? %w", err)
	}
	return keys, nil
}
