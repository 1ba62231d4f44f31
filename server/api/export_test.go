package api

import "context"

// Before is before, which the tests reach in the state between two statements.
func (k Keys) Before(ctx context.Context, actor, operation, key string, content []byte) (int, []byte, error) {
	return k.before(ctx, actor+" "+operation+" "+key, actor, operation, key, k.Vault.Hash("once", string(content)))
}
