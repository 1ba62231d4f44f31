package queue

import (
	"strings"
	"testing"
	"time"

	"rumah/shared/queue"
	"rumah/shared/words"
)

var (
	wib  = time.FixedZone("WIB", 7*3600)
	nine = time.Date(2026, 11, 23, 9, 0, 0, 0, wib)
)

// line is an open queue-day with one room, where so many wait before 41.
func line(before int) *queue.State {
	s := &queue.State{
		Day: "anak", Prefix: "A", First: 480, Epoch: "e", Version: 5, Last: 41,
		Head:     queue.Head{Status: queue.Open, Opens: nine.Add(-time.Hour).UnixMilli(), Closes: nine.Add(5 * time.Hour).UnixMilli(), Share: 3, Pace: queue.Sensible(480)},
		Counters: []queue.Counter{{ID: "c3", Name: "Ruang 3", Seated: true}},
		Calls:    []queue.Call{{Number: 30, Counter: "c3", At: nine.Add(-4 * time.Minute).UnixMilli()}},
		Count:    map[queue.Stage]int{},
	}
	for n := 41 - before; n <= 41; n++ {
		s.Tickets = append(s.Tickets, queue.Ticket{Number: n, Lane: queue.Regular, Stage: queue.Waiting, Rank: int64(n) << 20, Since: nine.UnixMilli()})
		s.Count[queue.Waiting]++
	}
	return s
}

// mine changes the ticket 41 of a line.
func mine(s *queue.State, edit func(*queue.Ticket)) *queue.State {
	edit(&s.Tickets[len(s.Tickets)-1])
	return s
}

func TestWhatATicketSays(t *testing.T) {
	t.Parallel()
	to := func(stage queue.Stage) func(*queue.Ticket) {
		return func(k *queue.Ticket) { k.Stage, k.Counter, k.Calls = stage, "c3", 1 }
	}
	over := func(stage queue.Stage, edit func(*queue.Pass)) queue.Pass {
		p := queue.Pass{Number: 41, Label: "A-041", Stage: stage}
		if edit != nil {
			edit(&p)
		}
		return p
	}
	waiting := over(queue.Waiting, nil)
	head := func(s *queue.State, status queue.Status, reason string) *queue.State {
		s.Head.Status, s.Head.Reason = status, reason
		return s
	}
	kept := func(p *queue.Pass) {
		p.Taken, p.Called = nine, nine.Add(42*time.Minute)
		p.Promised = queue.Range{Low90: 20 * time.Minute, Low50: 35 * time.Minute, Mid: 45 * time.Minute, High50: time.Hour, High90: 80 * time.Minute}
	}
	gone := line(2)
	gone.Tickets = gone.Tickets[:2]
	for name, c := range map[string]struct {
		pass             queue.Pass
		day              *queue.State
		own              bool
		what, next, tone string
	}{
		"in line":              {waiting, line(5), true, "Posisi ke-6.", "5 orang di depan Anda.", ""},
		"in line, shared":      {waiting, line(5), false, "Posisi ke-6.", "5 orang di depannya.", ""},
		"near":                 {waiting, line(3), true, "3 orang di depan Anda.", "Mohon bersiap", "near"},
		"one ahead":            {waiting, line(1), true, "1 orang di depan Anda.", "Mohon bersiap", "near"},
		"next":                 {waiting, line(0), true, "Anda berikutnya.", "Mohon bersiap", "near"},
		"next, shared":         {waiting, line(0), false, "Nomor berikutnya.", "Mohon bersiap", "near"},
		"stepped out":          {waiting, mine(line(5), to(queue.Away)), true, "Tempat Anda kami jaga.", "5 orang", "paused"},
		"called":               {waiting, mine(line(2), to(queue.Called)), true, "Giliran Anda.", "Silakan ke Ruang 3.", "called"},
		"at the counter":       {waiting, mine(line(2), to(queue.Serving)), true, "Sedang dilayani.", "Di Ruang 3.", ""},
		"missed":               {waiting, mine(line(2), to(queue.Skipped)), true, "Anda dipanggil 09.00. Nomor masih berlaku.", "Tekan tombol", "missed"},
		"missed, shared":       {waiting, mine(line(2), to(queue.Skipped)), false, "Nomor masih berlaku.", "Temui petugas di Ruang 3", "missed"},
		"missed too often":     {waiting, mine(line(2), func(k *queue.Ticket) { to(queue.Skipped)(k); k.Calls = queue.MostReturns }), true, "Nomor masih berlaku.", "Temui petugas", "missed"},
		"paused with a reason": {waiting, head(line(5), queue.Paused, "dokter ke IGD"), true, "Antrean sedang jeda: dokter ke IGD", "Nomor Anda tetap.", "paused"},
		"paused":               {waiting, head(line(5), queue.Paused, ""), true, "Antrean sedang jeda.", "Nomor Anda tetap.", "paused"},
		"before it opens":      {waiting, head(line(2), queue.Scheduled, ""), true, "Posisi ke-3. 2 orang", "Antrean mulai 08.00.", ""},
		"done":                 {over(queue.Done, kept), nil, true, "Selesai.", "Dipanggil 09.42 setelah 42 menit. Perkiraan kami dulu 09.35–10.00.", "done"},
		"done, taken days ago": {over(queue.Done, func(p *queue.Pass) { kept(p); p.Called = nine.Add(26 * time.Hour) }), nil, true, "Selesai.", "Dipanggil 11.00. Perkiraan", "done"},
		"done, never called":   {over(queue.Done, nil), nil, true, "Selesai.", "", "done"},
		"did not come":         {over(queue.Absent, nil), nil, true, "tidak ada yang datang", "Ambil nomor baru", "done"},
		"cancelled":            {over(queue.Cancelled, nil), gone, true, "Nomor ini dibatalkan.", "", "done"},
		"day cancelled":        {over(queue.Cancelled, func(p *queue.Pass) { p.Reason = "dr. Ratna sakit" }), nil, true, "dibatalkan: dr. Ratna sakit", "Pilih hari lain", "done"},
		"not served":           {over(queue.Unserved, nil), nil, true, "ditutup sebelum giliran", "Pilih hari lain", "done"},
		"moved":                {over(queue.Moved, nil), nil, true, "dialihkan", "Nomor baru", "done"},
		"a stage of later":     {over("parked", nil), nil, true, "Nomor ini sudah selesai.", "", "done"},
	} {
		now := ticketAt(words.ID, c.pass, c.day, nine, c.own)
		what, next := now.says()
		if !strings.Contains(what, c.what) || !strings.Contains(next, c.next) || c.next == "" && next != "" {
			t.Errorf("%s: %q / %q", name, what, next)
		}
		if got := now.tone(); got != c.tone {
			t.Errorf("%s: tone %q", name, got)
		}
	}
}

// The phone applies the events that are pushed; the number moves with them.
func TestATicketMovesWithItsDay(t *testing.T) {
	t.Parallel()
	day := line(2)
	pass := queue.Pass{Number: 41, Stage: queue.Waiting}
	events, err := day.Clone().Do(queue.Command{Action: queue.CallNext, Counter: "c3"}, nine)
	if err != nil {
		t.Fatal(err)
	}
	before := ticketAt(words.ID, pass, day, nine, true)
	for _, e := range events {
		if !day.Apply(e) {
			t.Fatal("an event did not fit")
		}
	}
	after := ticketAt(words.ID, pass, day, nine, true)
	if before.ahead != 2 || after.ahead != 1 || after.called() != "A-039" {
		t.Errorf("%d ahead, then %d, called %s", before.ahead, after.ahead, after.called())
	}
}

func TestForecast(t *testing.T) {
	t.Parallel()
	f := forecast{queue.When{From: nine, Wait: queue.Range{Low90: 31 * time.Minute, Low50: 41 * time.Minute, High50: 54 * time.Minute, High90: 74 * time.Minute}}}
	if f.likely() != "09.40–09.55" || f.sure() != "09.30–10.15" {
		t.Errorf("%s, %s", f.likely(), f.sure())
	}
	for way, want := range map[time.Duration]string{15 * time.Minute: "09.05", 0: "09.20", time.Hour: "08.20"} {
		if got := words.Clock(f.LeaveAt(way)); got != want {
			t.Errorf("a way of %v: leave at %s, want %s", way, got, want)
		}
	}

	paused := line(5)
	paused.Head.Status = queue.Paused
	unstaffed := line(5)
	unstaffed.Counters[0].Seated = false
	for name, s := range map[string]*queue.State{"paused": paused, "nobody there": unstaffed} {
		if !forecastOf(s, s.Standing(5, nine), nine).Wait.Unknown {
			t.Errorf("%s: something is promised", name)
		}
	}
	tomorrow := line(2)
	tomorrow.Head.Status, tomorrow.Head.Opens = queue.Scheduled, nine.Add(23*time.Hour).UnixMilli()
	tomorrow.Counters[0].Seated = false
	g := forecastOf(tomorrow, tomorrow.Standing(2, nine), nine)
	if g.Wait.Unknown || !g.From.Equal(nine.Add(23*time.Hour)) || g.Wait.High90 > 3*time.Hour {
		t.Errorf("a day ahead counts from its opening: %+v", g)
	}
}

func TestWaitSays(t *testing.T) {
	t.Parallel()
	wait := func(from, to int) map[queue.Lane]queue.Range {
		return map[queue.Lane]queue.Range{queue.Regular: {Low50: time.Duration(from) * time.Minute, High50: time.Duration(to) * time.Minute}}
	}
	for name, c := range map[string]struct {
		line queue.Line
		lang words.Lang
		want string
	}{
		"minutes":        {queue.Line{Status: queue.Open, Wait: wait(35, 60)}, words.ID, "35–60 mnt"},
		"a moment":       {queue.Line{Status: queue.Open, Wait: wait(0, 0)}, words.ID, "0–1 mnt"},
		"long":           {queue.Line{Status: queue.Open, Wait: wait(150, 220)}, words.ID, "2,5–4 jam"},
		"long, English":  {queue.Line{Status: queue.Open, Wait: wait(150, 220)}, words.EN, "2.5–4 hours"},
		"opens later":    {queue.Line{Status: queue.Scheduled, Wait: wait(100, 130)}, words.ID, "10.30–11.15 "},
		"opens soon":     {queue.Line{Status: queue.Scheduled, Wait: wait(10, 25)}, words.ID, "10–25 mnt"},
		"nobody can say": {queue.Line{Status: queue.Open, Wait: map[queue.Lane]queue.Range{queue.Regular: {Unknown: true}}}, words.ID, " "},
		"no such lane":   {queue.Line{Status: queue.Open}, words.ID, " "},
	} {
		figure, unit := waitSays(c.lang, c.line, queue.Regular, nine)
		if got := figure + " " + unit; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestRide(t *testing.T) {
	t.Parallel()
	for metres, want := range map[float64]time.Duration{0: 5, 3_000: 15, 10_000: 40, 1e9: 600} {
		if got := ride(metres); got != want*time.Minute {
			t.Errorf("%.0f m: %v", metres, got)
		}
	}
	here := point{-7.45, 112.7}
	if m := here.far(queue.PlaceRef{Lat: -7.46, Lon: 112.7}); m < 1100 || m > 1120 {
		t.Errorf("a hundredth of a degree is %.0f m", m)
	}
}
