package queue

import (
	"encoding/hex"
	"net/http"
	"time"

	"rumah/shared/fault"
	"rumah/shared/queue"
	"rumah/shared/words"
)

const (
	// remindBefore is when a calendar rings: time to leave home.
	remindBefore = time.Hour
	// slotLasts is how long a booked time counts in a calendar when the queue
	// no longer books times.
	slotLasts = 30 * time.Minute
)

// Calendar answers the appointment behind a secret link as a calendar file:
// GET /t/{secret}/kalender.ics, with ?lang= for another language. Like the
// link it names nobody.
func (s *Service) Calendar(w http.ResponseWriter, r *http.Request) {
	row, err := s.byLink(r.Context(), r.PathValue("secret"))
	w.Header().Set("Cache-Control", "private, no-store")
	w.Header().Set("X-Robots-Tag", "noindex")
	switch {
	case fault.Is(err, fault.Unknown):
		http.Error(w, http.StatusText(http.StatusNotFound), http.StatusNotFound)
		return
	case err != nil:
		s.Log.ErrorContext(r.Context(), "calendar file", "err", err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	lang, _ := words.Parse(r.URL.Query().Get("lang"))
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="antrean.ics"`)
	_, _ = w.Write(s.appointment(row, lang).ICS()) // who hung up needs no answer
}

func (s *Service) appointment(row passRow, lang words.Lang) queue.Appointment {
	label := queue.Label(row.Prefix, row.Number)
	a := queue.Appointment{
		ID: hex.EncodeToString(s.Vault.Hash("calendar", row.ID)[:12]) + "@antrean", Made: s.now(),
		Title: words.AppointmentTitle.In(lang, label, row.Name), Where: row.PlaceName, Note: words.AppointmentNote.In(lang, label),
		Link: s.shareLink(row.ID, row.Share), Lon: row.PlaceLon, Lat: row.PlaceLat, Remind: remindBefore,
		Over: row.Stage == queue.Cancelled || row.Reason != "",
	}
	if row.PlaceAddress != "" {
		a.Where += ", " + row.PlaceAddress
	}
	a.Begins, a.Ends = row.expected()
	return a
}

// expected is when the visit is: the booked time, else what was said of the
// wait, else the whole opening.
func (r passRow) expected() (from, to time.Time) {
	if at, booked := queue.Booked(r.Slot); booked {
		from = r.OpensAt.Add(time.Duration(at-r.Opens) * time.Minute)
		if r.SlotFor > 0 {
			return from, from.Add(time.Duration(r.SlotFor) * time.Minute)
		}
		return from, from.Add(slotLasts)
	}
	if p := r.promise(); !p.Unknown {
		sure := p.Sure()
		return r.TakenAt.Add(sure.From), r.TakenAt.Add(sure.To)
	}
	return r.OpensAt, r.ClosesAt
}
