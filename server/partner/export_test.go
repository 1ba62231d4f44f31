package partner

import "context"

// Send is the work of sending what waits of a booking, for tests that look at
// each letter.
func (s *Service) Send(ctx context.Context, booking string) error { return s.send(ctx, booking) }
