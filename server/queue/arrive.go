package queue

import (
	"strconv"
	"time"
)

const (
	// arrivalStep is how long the code shown at a place stands.
	arrivalStep = 5 * time.Minute
	// arrivalLetters are those nobody takes for another.
	arrivalLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
	arrivalLength  = 8
)

// arrivalCode is the code people at a place check in by. It changes, so that
// a photo of it sent home is soon worth nothing.
func (s *Service) arrivalCode(place string, at time.Time) string {
	step := at.Unix() / int64(arrivalStep/time.Second)
	mac := s.Vault.Hash("arrive", place+"|"+strconv.FormatInt(step, 10))
	code := make([]byte, arrivalLength)
	for i := range code {
		code[i] = arrivalLetters[int(mac[i])%len(arrivalLetters)]
	}
	return string(code)
}
