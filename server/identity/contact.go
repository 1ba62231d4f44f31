package identity

import (
	"context"
	"fmt"
)

// Contact is how somebody is reached beside the app: a citizen by phone, staff
// by mail. Both are "" for who has neither, or has left.
func (s *Service) Contact(ctx context.Context, person string) (phone, email string, err error) {
	var sealed []byte
	err = s.db.NewRaw(`
SELECT p.phone_sealed, coalesce((SELECT email FROM staff WHERE person_id = p.id), '')
FROM (SELECT) one LEFT JOIN people p ON p.id = ? AND p.closed_at IS NULL`, person).Scan(ctx, &sealed, &email)
	if err == nil && len(sealed) > 0 {
		var open []byte
		open, err = s.Vault.Open(person, sealed)
		phone = string(open)
	}
	if err != nil {
		return "", "", fmt.Errorf("find how to reach somebody: %w", err)
	}
	return phone, email, nil
}
