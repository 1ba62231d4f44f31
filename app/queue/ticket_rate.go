package queue

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// scores are the four answers of the survey of public services, from the
// worst; it has no middle.
var scores = []words.T{words.RateBad, words.RatePoor, words.RateGood, words.RateBest}

// rates reports whether it is time to say how the visit was: it is over, and
// not for long.
func (t ticketNow) rates() bool {
	return t.own && t.stage == queue.Done && t.next == nil && !t.held() && !t.pass.Ended.IsZero() && t.now.Sub(t.pass.Ended) < queue.RateFor
}

// rating asks how the visit was: a touch is an answer, a note may follow.
func (s *Ticket) rating(t ticketNow) ui.UI {
	if !t.rates() {
		return nil
	}
	choices := make([]ui.Choice, len(scores))
	for i, label := range scores {
		choices[i] = ui.Choice{Value: strconv.Itoa(i + 1), Label: label.In(t.lang)}
	}
	given, says := "", words.RateWhy
	var note ui.UI
	if t.pass.Score > 0 {
		given, says, note = strconv.Itoa(t.pass.Score), words.RateThanks, s.rateNote(t)
	}
	return ui.Section("nilai", words.RateAsk.In(t.lang), nil, ui.Div("card stack",
		ui.Radios{Name: "skor", Legend: words.RateAsk.In(t.lang), Value: given, Look: "choice rate", Choices: choices, Change: func(ctx goapp.Context, _ goapp.Event) {
			if score, err := strconv.Atoi(ui.Value(ctx)); err == nil {
				s.rate(score, nil)
			}
		}}.UI(),
		ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(says.In(t.lang))), note))
}

func (s *Ticket) rateNote(t ticketNow) ui.UI {
	if !s.noted {
		s.note = t.pass.Note
	}
	wrong := ""
	if f, ok := s.wrong.Field("text"); ok {
		wrong = words.Fault(t.lang, f.Key, f.Bound)
	}
	return ui.Disclose("catatan", "pena", words.RateNote.In(t.lang), "",
		ui.Form(s.At.To(s.At.Path), "post", "stack", words.RateNoteSend.In(t.lang), func(_ goapp.Context, e goapp.Event) {
			e.PreventDefault()
			s.rate(t.pass.Score, func(ctx goapp.Context) { frame.Toast(ctx, words.RateNoteDone.In(t.lang)) })
		},
			ui.Field{Name: "text", Label: words.RateNoteWhat.In(t.lang), Error: wrong, Value: s.note, Long: true, Max: 500,
				Change: func(ctx goapp.Context, _ goapp.Event) { s.note, s.noted = ui.Value(ctx), true }}.UI(),
			ui.Button{Label: words.RateNoteSend.In(t.lang), Submit: true, Look: ui.Line, Busy: s.doing == "rate"}.UI()))
}

func (s *Ticket) rate(score int, then func(goapp.Context)) {
	rating := queue.Rating{ID: s.id(), Score: score, Text: s.note}
	if v, _ := s.Value(); !s.noted {
		rating.Text = v.Pass.Note
	}
	s.do("rate", func(ctx context.Context) (queue.TicketView, error) { return s.house.Queue.Rate(ctx, rating) }, then)
}
