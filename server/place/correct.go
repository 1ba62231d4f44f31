package place

import (
	"context"
	"crypto/rand"
	"fmt"

	"rumah/server/database"
	"rumah/shared/fault"
	"rumah/shared/place"
)

// tries is how often a new code is drawn when one is taken. There are a
// million; running out of tries means something else is wrong.
const tries = 8

// mostOpen is how many notes about one place wait to be settled. Beyond it an
// agency has enough to read, or somebody's machine is writing.
const mostOpen = 100

// Correct implements place.API.
func (s *Service) Correct(ctx context.Context, note place.NewCorrection) (place.Correction, error) {
	if !database.Storable(note.ID) {
		return place.Correction{}, fault.New(fault.Unknown, "unknown")
	}
	for name, text := range map[string]string{"text": note.Text, "phone": note.Phone} {
		if !database.Storable(text) {
			return place.Correction{}, fault.Wrong(fault.Field{Name: name, Key: "characters"})
		}
	}
	receipt := place.Correction{At: s.now().UTC()}
	for range tries {
		receipt.Code = s.code()
		exists, full, filed, err := s.file(ctx, note, receipt)
		switch {
		case err != nil:
			return place.Correction{}, err
		case !exists:
			return place.Correction{}, fault.New(fault.Unknown, "unknown")
		case full:
			return place.Correction{}, fault.New(fault.Busy, "busy")
		case filed:
			return receipt, nil
		}
	}
	return place.Correction{}, fmt.Errorf("file a correction for %s: %d codes in a row were taken", note.ID, tries)
}

// letters of a code can be read out and written by hand without mistaking
// one for another: no I, O, 0 or 1. There are 32, so a byte picks fairly.
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

func newCode() string {
	random := make([]byte, 4)
	if _, err := rand.Read(random); err != nil {
		panic(err) // never happens, see crypto/rand
	}
	for i, b := range random {
		random[i] = letters[int(b)%len(letters)]
	}
	return "K-" + string(random)
}
