package queue

import (
	"net/url"
	"testing"

	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

func TestTakeWish(t *testing.T) {
	t.Parallel()
	both := map[queue.Lane]queue.Range{queue.Regular: {}, queue.Priority: {}}
	anak := queue.Line{Day: "anak", Open: true, Wait: both, Payer: true, Slots: []queue.Slot{{At: 480}, {At: 500, Left: 2}}}
	gigi := queue.Line{Day: "gigi", Open: true, Wait: map[queue.Lane]queue.Range{queue.Regular: {}}}
	malam := queue.Line{Day: "malam", Open: true, Slots: []queue.Slot{{At: 0, Left: 1}, {At: 30, Left: 1}}}
	tutup := queue.Line{Day: "tutup"}
	rules := []queue.LaneRule{{Who: "elderly"}, {Who: "infant"}}
	two := queue.Lines{Items: []queue.Line{anak, gigi, tutup}, Rules: rules}
	for name, c := range map[string]struct {
		query   string
		lines   queue.Lines
		touched queue.NewTicket
		want    queue.NewTicket
	}{
		"nothing chosen":         {"", two, queue.NewTicket{}, queue.NewTicket{}},
		"the only one":           {"", queue.Lines{Items: []queue.Line{tutup, gigi}}, queue.NewTicket{}, queue.NewTicket{Day: "gigi", Lane: queue.Regular}},
		"by the address":         {"antrean=anak&jalur=priority&alasan=infant&bayar=other&jam=500", two, queue.NewTicket{}, queue.NewTicket{Day: "anak", Lane: queue.Priority, Ground: "infant", Payer: queue.Other, Slot: 500}},
		"a slot that is gone":    {"antrean=anak&jam=480", two, queue.NewTicket{}, queue.NewTicket{Day: "anak", Lane: queue.Regular, Payer: queue.JKN}},
		"midnight":               {"antrean=malam&jam=-1", queue.Lines{Items: []queue.Line{malam}}, queue.NewTicket{}, queue.NewTicket{Day: "malam", Lane: queue.Regular, Slot: queue.Midnight}},
		"any time of the night":  {"antrean=malam", queue.Lines{Items: []queue.Line{malam}}, queue.NewTicket{}, queue.NewTicket{Day: "malam", Lane: queue.Regular}},
		"no such lane":           {"antrean=gigi&jalur=priority&alasan=infant", two, queue.NewTicket{}, queue.NewTicket{Day: "gigi", Lane: queue.Regular}},
		"nonsense":               {"antrean=%3Cb%3E&jalur=fast&jam=x", two, queue.NewTicket{}, queue.NewTicket{Lane: "fast"}},
		"a ground nobody offers": {"antrean=anak&jalur=priority&alasan=vip", two, queue.NewTicket{}, queue.NewTicket{Day: "anak", Lane: queue.Priority, Payer: queue.JKN}},
		"the touch counts":       {"antrean=anak", two, queue.NewTicket{Day: "gigi", Member: "g", Payer: queue.JKN}, queue.NewTicket{Day: "gigi", Lane: queue.Regular, Member: "g"}},
	} {
		query, _ := url.ParseQuery(c.query)
		at := link.At{Lang: words.ID, Path: "/antrean/di/x", Query: query}
		got, line := takeWish(at, c.lines, c.touched)
		if got != c.want || line.Day != c.want.Day {
			t.Errorf("%s: %+v of %q", name, got, line.Day)
		}
	}
}

// Who signs in first comes back to what they chose.
func TestTakeAddressKeepsTheChoice(t *testing.T) {
	t.Parallel()
	at := link.At{Lang: words.EN, Path: "/antrean/di/x", Query: url.Values{}}
	lines := queue.Lines{Items: []queue.Line{{Day: "anak", Open: true, Payer: true, Wait: map[queue.Lane]queue.Range{queue.Regular: {}, queue.Priority: {}}, Slots: []queue.Slot{{At: 500, Left: 1}}}, {Day: "b", Open: true}},
		Rules: []queue.LaneRule{{Who: "elderly"}, {Who: "infant"}}}
	want := queue.NewTicket{Day: "anak", Lane: queue.Priority, Ground: "infant", Payer: queue.Other, Slot: 500}
	u, err := url.Parse(takeAddress(at, "2026-11-24", want))
	if err != nil {
		t.Fatal(err)
	}
	back := link.Parse(u)
	if got, _ := takeWish(back, lines, queue.NewTicket{}); got != want || back.Get("hari") != "2026-11-24" || back.Lang != words.EN {
		t.Errorf("%+v from %s", got, u)
	}
}

func TestTakeState(t *testing.T) {
	t.Parallel()
	for text, l := range map[string]queue.Line{
		"":                 {Status: queue.Open, Open: true, Left: -1},
		"Dibatalkan: cuti": {Status: queue.Stopped, Reason: "cuti"},
		"Dibatalkan":       {Status: queue.Stopped},
		"Sudah ditutup":    {Status: queue.Closed, Left: 3},
		"Nomor habis":      {Status: queue.Open, Open: true},
		"Jeda: salat":      {Status: queue.Paused, Reason: "salat", Open: true, Left: 50},
		"Sisa 4 nomor":     {Status: queue.Open, Open: true, Left: 4},
		"Belum dibuka":     {Status: queue.Scheduled, Left: 40},
		"Anda punya nomor": {Status: queue.Open, Open: true, Left: 40, Mine: "x"},
	} {
		if _, got := takeState(words.ID, l); got != text {
			t.Errorf("%q, want %q", got, text)
		}
	}
}

// What is told of a line replaces what was loaded, but only when it is not
// older, and what is the reader's own stays.
func TestWhatIsToldOfALine(t *testing.T) {
	t.Parallel()
	s := &Take{}
	s.Change(func(lines *queue.Lines) {
		lines.Items = []queue.Line{{Day: "anak", Version: 4, Waiting: 3, Mine: "x"}, {Day: "mata", Version: 4, Waiting: 1}}
	})
	for _, told := range []struct {
		version int64
		want    int
	}{{3, 3}, {5, 8}} {
		s.hear(queue.Line{Day: "anak", Version: told.version, Waiting: 8})
		lines, _ := s.Value()
		if l := lines.Items[0]; l.Waiting != told.want || l.Mine != "x" || lines.Items[1].Waiting != 1 {
			t.Errorf("told version %d: %+v", told.version, lines.Items)
		}
	}
}
