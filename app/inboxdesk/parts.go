// Package inboxdesk is the desk of those who speak for an agency: they answer
// people, word messages, announce, and see what became of it.
package inboxdesk

import (
	"context"
	"encoding/json"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// seen is when something was, as a desk says it.
func seen(h *house.House, l words.Lang, at time.Time) string {
	return draft.Ago(l, h.Clock(), at.In(h.City.Location()))
}

// waits is what stands on a screen until its data is there: a skeleton, or
// why there is none.
func waits(at link.At, v *flow.Loading, s flow.Titled, skeleton ui.UI) ui.UI {
	if f := v.Fault(); f != nil {
		return frame.TroublePart(at, f, flow.Retry(v, s))
	}
	return skeleton
}

// troubled is why something was not done; nil where fields say it.
func troubled(l words.Lang, f *fault.Fault) ui.UI {
	if f == nil || len(f.Fields) > 0 {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(l, f.Key, ""))
}

// wrong is the sentence about a field; "" when nothing is wrong with it.
func wrong(l words.Lang, f *fault.Fault, name string) string {
	field, ok := f.Field(name)
	if !ok {
		return ""
	}
	return words.Fault(l, field.Key, field.Bound)
}

// kindName is what the desk calls a kind of message; one that only a newer
// server knows keeps its own name.
func kindName(l words.Lang, k inbox.Kind) string {
	name, ok := words.ToldNames[string(k)]
	if !ok {
		return string(k)
	}
	return name.In(l)
}

// senders are agencies to choose from.
func senders(list []inbox.Sender) []ui.Choice {
	choices := make([]ui.Choice, len(list))
	for i, a := range list {
		choices[i] = ui.Choice{Value: a.ID, Label: a.Name}
	}
	return choices
}

// sending is what a screen sends, one thing at a time.
type sending struct {
	here  goapp.Context // of the screen: an answer must come in though its button has gone
	doing string        // what is on its way
	key   string        // of it, the same for every try
	wrong *fault.Fault  // why the last was refused
}

// send calls the server with something that happens once. An answer that
// comes after somebody went on to another address is dropped.
func send[T any](s *sending, at *link.At, what string, do func(context.Context) (T, error), then func(goapp.Context, T)) {
	if s.doing != "" {
		return
	}
	if s.key == "" {
		s.key = browser.NewKey()
	}
	path, key := at.Path, s.key
	s.doing, s.wrong = what, nil
	flow.Ask(s.here, func(ctx context.Context) (T, error) { return do(api.WithKey(ctx, key)) }, func(ctx goapp.Context, got T, err error) {
		if at.Path != path {
			return
		}
		s.doing, s.wrong = "", fault.From(err)
		if err == nil || s.wrong.Code == fault.Invalid || s.wrong.Code == fault.Conflict {
			s.key = ""
		}
		then(ctx, got)
	})
}

// extend asks for the next page of a list and joins it.
func extend[T any](here goapp.Context, v *flow.View[T], busy *bool, ask func(context.Context) (T, error), join func(have *T, rest T)) {
	asked := v.At.String()
	*busy = true
	flow.Ask(here, ask, func(ctx goapp.Context, rest T, err error) {
		*busy = false
		switch {
		case v.At.String() != asked:
		case err != nil:
			frame.Toast(ctx, flow.Sentence(v.At.Lang, err))
		default:
			v.Change(func(have *T) { join(have, rest) })
		}
	})
}

// stir is told that something has changed, by its topic.
type stir struct {
	topic string
	stop  func()
	known bool // the first word of a topic is only that it is followed
	again func(goapp.Context)
}

// follow hears of a topic until end; "" for none yet.
func (s *stir) follow(ctx goapp.Context, topic string, again func(goapp.Context)) {
	if topic == "" || s.topic == topic {
		return
	}
	s.end()
	s.topic, s.known, s.again = topic, false, again
	s.stop = flow.Follow(ctx, topic, s)
}

// end stops hearing; when the screen goes.
func (s *stir) end() {
	if s.stop != nil {
		s.stop()
	}
	s.stop, s.topic = nil, ""
}

// Snapshot implements flow.Sink: after a break something may have changed.
func (s *stir) Snapshot(ctx goapp.Context, _ json.RawMessage) error {
	if s.known {
		s.again(ctx)
	}
	s.known = true
	return nil
}

// Events implements flow.Sink.
func (s *stir) Events(ctx goapp.Context, _ []json.RawMessage) error {
	s.again(ctx)
	return nil
}

// Linked implements flow.Sink.
func (s *stir) Linked(goapp.Context, flow.Link) {}
