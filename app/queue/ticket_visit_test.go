package queue

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// Whoever is done at one counter reads where to go, or why not and what to do.
func TestWhatAVisitSays(t *testing.T) {
	t.Parallel()
	poli := queue.Step{Name: "Poli Anak", Status: queue.StepDone, Label: "A-041", Ended: nine}
	next := func(held queue.Held, reason string) queue.Step {
		return queue.Step{Name: "Farmasi", Status: queue.StepNext, Held: held, Reason: reason}
	}
	for name, c := range map[string]struct {
		step             queue.Step
		what, next, tone string
		river            string
		comes            bool // by itself
	}{
		"a number":       {queue.Step{Name: "Farmasi", Status: queue.StepNow, Label: "F-003"}, "Lanjut ke Farmasi.", "F-003", "done", "F-003", false},
		"full":           {next(queue.HeldFull, ""), "Farmasi masih penuh", "keluar sendiri begitu ada tempat. Temui petugas Farmasi", "missed", "masih penuh", true},
		"closed":         {next(queue.HeldClosed, ""), "Farmasi sudah tutup hari ini.", "Tanya petugas dulu", "missed", "tutup hari ini", true},
		"not open":       {next(queue.HeldClosed, "Stok opname"), "Farmasi tidak buka hari ini: Stok opname", "Tanya petugas dulu", "missed", "tutup hari ini", true},
		"soon":           {next(queue.HeldSoon, ""), "Nomor Farmasi kami siapkan.", "satu menit", "done", "Farmasi", true},
		"hours ago":      {next("", ""), "Selesai. Terima kasih", "", "done", "Farmasi", false},
		"done there too": {queue.Step{Name: "Farmasi", Status: queue.StepDone, Label: "F-003"}, "Selesai. Terima kasih", "", "done", "F-003", false},
	} {
		now := ticketAt(words.ID, queue.Pass{Number: 41, Label: "A-041", Stage: queue.Done}, nil, nine, true)
		now.steps = []queue.Step{poli, c.step}
		if c.step.Status == queue.StepNow {
			now.next = &queue.Onward{Name: c.step.Name, Label: c.step.Label}
		}
		what, then := now.says()
		if !strings.Contains(what, c.what) || !strings.Contains(then, c.next) || now.tone() != c.tone || now.held() != c.comes {
			t.Errorf("%s: %q / %q, tone %q, comes by itself: %v", name, what, then, now.tone(), now.held())
		}
		if page := goapp.HTMLString(now.visit()); !strings.Contains(page, c.river) {
			t.Errorf("%s: the way does not show %q: %s", name, c.river, page)
		}
	}
	waiting := ticketAt(words.ID, queue.Pass{Number: 41, Stage: queue.Waiting}, line(0), nine, true)
	waiting.steps = []queue.Step{poli, next(queue.HeldFull, "")}
	if waiting.held() || waiting.tone() != "near" {
		t.Error("who still waits is told of the queue after this one")
	}
}

func TestDeskKnowsWhomToSpeakTo(t *testing.T) {
	t.Parallel()
	d := sampleDesk()
	if v := deskHeld(d.People); v != nil {
		t.Errorf("%+v", v)
	}
	d.People[1].Visit[2].Held = queue.HeldSoon
	d.People[1].Stage = queue.Done
	if v := deskHeld(d.People); v != nil {
		t.Errorf("a number that is on its way: %+v", v)
	}
	for held, want := range map[queue.Held]string{queue.HeldFull: "A-035 belum dapat nomor Farmasi", queue.HeldClosed: "A-035 tidak dapat nomor Farmasi"} {
		d.People[1].Visit[2].Held = held
		s := planted(t, NewCounterDesk(sampleHouse()), "/meja/loket/poli-anak-20261123-0700?loket=r3", d).(*CounterDesk)
		s.said(queue.Acted{People: d.People}, queue.Act{Action: queue.Finish}, 35)
		if page := goapp.HTMLString(s); !strings.Contains(page, want) {
			t.Errorf("%s: the desk does not say %q", held, want)
		}
		s.said(queue.Acted{}, queue.Act{Action: queue.CallNext}, 36)
		if page := goapp.HTMLString(s); strings.Contains(page, want) {
			t.Errorf("%s: the desk says it still", held)
		}
	}
}
