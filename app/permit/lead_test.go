package permit

import (
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Home leads to what waits for its reader, else to the latest that is on its
// way; what is not sent or over is no reason to stand there.
func TestWhatHomeLeadsTo(t *testing.T) {
	t.Parallel()
	line := func(id string, stage permit.Stage) permit.Line {
		l := letter(stage).Line
		l.ID, l.Service.Name = id, "Layanan <"+id+">"
		return l
	}
	returned := line("c", permit.Returned)
	returned.Until = noon.AddDate(0, 0, 9)
	running := line("b", permit.Documents)
	running.Due = noon.AddDate(0, 0, 2)
	late := line("e", permit.Signature)
	late.Due = noon.Add(-time.Hour)
	for _, lang := range words.Langs {
		at := link.At{Lang: lang, Path: "/"}
		card := func(old bool, live ...permit.Line) string {
			t.Helper()
			s := Lead{mine: permit.Mine{Live: live, Now: noon}, old: old}
			if c := s.Card(at, noon); c != nil {
				return goapp.HTMLString(c)
			}
			return ""
		}
		if page := card(false, line("a", permit.Draft)); page != "" {
			t.Errorf("a draft: %s", page)
		}
		says(t, "running", card(false, line("a", permit.Draft), running, late), []string{"Layanan &lt;b&gt;", words.PermitStages["documents"].In(lang), words.MineDue.In(lang, ""), at.To(MinePath + "/b")}, "ticket-near", "&lt;e&gt;")
		says(t, "late", card(false, late), []string{words.MineLate.In(lang)})
		says(t, "returned", card(false, running, returned), []string{"Layanan &lt;c&gt;", words.PermitStages["returned"].In(lang), words.MineUntil.In(lang, ""), "ticket-near"}, "&lt;b&gt;")
		says(t, "old", card(true, running), []string{words.TicketAsOf.In(lang, words.Clock(noon))})
		s := Lead{mine: permit.Mine{Live: []permit.Line{running}}}
		if _, ok := s.Row(at, noon); ok {
			t.Error("what runs by itself is a line")
		}
		s.mine.Live = append(s.mine.Live, returned)
		if row, ok := s.Row(at, noon); !ok || row.Title != "Layanan <c>" || !strings.Contains(row.Sub, words.PermitStages["returned"].In(lang)) {
			t.Errorf("%+v", row)
		}
	}
}
