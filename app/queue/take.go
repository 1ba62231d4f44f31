package queue

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// TakePattern is the address of a place's queues.
const TakePattern = "/antrean/di/{place}"

// Take is the screen of the queues of a place, where a number is taken. All
// can read it; only taking needs an account.
type Take struct {
	goapp.Compo
	view[queue.Lines]

	house  *house.House
	here   goapp.Context // of the screen; that of a choice ends with it
	copy   *placeCopy    // of what is told of the place
	form   flow.Form[queue.NewTicket, queue.Taken]
	family []identity.Member
	name   string // of the reader
	awake  bool
}

// NewTake returns the screen.
func NewTake(h *house.House) house.Screen {
	s := &Take{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (queue.Lines, error) {
		place, _ := at.Match(TakePattern)
		return h.Queue.Lines(ctx, queue.LinesOf{Place: place, Date: calendar.Date(at.Get("hari"))})
	})}
	s.form.Done = s.taken
	return s
}

// Head implements house.Screen.
func (s *Take) Head() house.Head {
	at := s.At
	lines, ok := s.Value()
	if !ok {
		return house.Head{Title: words.QueueTitle.In(at.Lang), NoIndex: true, Now: true}
	}
	return house.Head{Title: words.TakeTitle.In(at.Lang, lines.Place.Name), Description: words.TakeLead.In(at.Lang, lines.Place.Name),
		NoIndex: len(at.Query) > 0, Now: true}
}

// Titled implements flow.Titled.
func (s *Take) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav loads the queues of the place and day the address names. Another of
// them means another choice.
func (s *Take) OnNav(ctx goapp.Context) {
	s.here = ctx
	before := s.At.String()
	s.Enter(ctx, s)
	if s.At.String() != before {
		s.form = flow.Form[queue.NewTicket, queue.Taken]{Done: s.taken}
	}
	ctx.Defer(func(goapp.Context) { browser.ShowChosen() })
	if s.house.Viewer.May(access.Citizen) && s.name == "" {
		flow.Ask(ctx, s.house.Identity.Me, func(_ goapp.Context, me identity.Me, err error) {
			if err == nil {
				s.family, s.name = me.Family, me.Name
			}
		})
	}
	if !s.awake {
		s.awake = true
		s.beat(ctx)
	}
	s.follow(ctx)
}

// minute is how often the list is asked for anew while somebody chooses.
const minute = 3 * pulse

func (s *Take) beat(ctx goapp.Context) {
	ctx.After(minute, func(ctx goapp.Context) {
		if !s.awake {
			return
		}
		if !s.Busy() && !s.form.Busy() {
			s.Again(ctx, s)
		}
		s.beat(ctx)
	})
}

// OnDismount ends what goes on by itself.
func (s *Take) OnDismount() {
	s.awake = false
	s.unfollow()
}

// choose takes over a change of the choice.
func (s *Take) choose(name string, edit func(*queue.NewTicket)) {
	lines, _ := s.Value()
	want, _ := takeWish(s.At, lines, s.form.Draft)
	edit(&want)
	s.form.Draft = want
	s.form.Edited(name)
}

// send takes the number.
func (s *Take) send(ctx goapp.Context, _ goapp.Event) {
	s.choose("", func(*queue.NewTicket) {})
	if s.form.Draft.Lane == queue.Priority && s.form.Draft.Ground == "" {
		s.form.Answer(s.form.Draft, fault.Wrong(fault.Field{Name: "ground", Key: "choice"}))
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	s.form.Send(s.here, s.form.Draft.Check, s.house.Queue.Take)
}

// taken goes on to the number, or shows what became of the line meanwhile.
func (s *Take) taken(ctx goapp.Context, v *queue.Taken) {
	if v == nil {
		s.Again(ctx, s)
		return
	}
	browser.Vibrate(80)
	ui.Go(ctx, s.At.To("/antrean/"+v.ID))
}

// Render implements the screen.
func (s *Take) Render() ui.UI {
	at := s.At
	bar := frame.Bar{Tab: "/antrean", Back: "/antrean"}
	lines, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, f, flow.Retry(&s.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	now := s.house.Clock()
	want, line := takeWish(at, lines, s.form.Draft)
	bar.Actions = []ui.UI{frame.LanguageAction(at)}
	bar.Foot = s.foot(at, lines, want, line, now)
	return frame.Page(s.house, at, bar,
		s.title(at, lines),
		flow.Age(at.Lang, s.Fault(), lines.Now.In(s.house.City.Location())),
		s.days(at, lines),
		s.lines(at, lines, want, now),
		s.options(at, lines, want, line))
}
