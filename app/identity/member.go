package identity

import (
	"context"
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Member is the screen of one member of the family, and of one who is to be
// added: /akun/keluarga/{id}, /akun/keluarga/baru.
type Member struct {
	goapp.Compo
	own[memberData]

	form    flow.Form[who.SaveMember, who.Saved]
	numbers numbers
	noNIK   bool // said that there is none yet
	out     flow.Form[who.ID, who.Me]
}

// NewMember returns the screen of somebody who is there.
func NewMember(h *house.House) house.Screen { return memberScreen(h, words.MemberTitle) }

// AddMember returns the screen of somebody who is to be added.
func AddMember(h *house.House) house.Screen { return memberScreen(h, words.AddMember) }

func memberScreen(h *house.House, title words.T) house.Screen {
	s := &Member{own: newOwn(h, access.Citizen, title, member(h))}
	s.begin()
	return s
}

func findMember(m who.Me, at link.At) (memberData, error) {
	if at.Path == NewMemberPath {
		return memberData{Me: m}, nil
	}
	id, _ := at.Match(MemberPattern)
	i := slices.IndexFunc(m.Family, func(f who.Member) bool { return f.ID == id })
	if i < 0 {
		return memberData{}, fault.New(fault.Unknown, "unknown")
	}
	return memberData{Me: m, Member: m.Family[i]}, nil
}

// OnNav begins anew: another member, another form.
func (s *Member) OnNav(ctx goapp.Context) {
	s.begin()
	s.title = words.MemberTitle
	if link.Parse(ctx.Page().URL()).Path == NewMemberPath {
		s.title = words.AddMember
	}
	s.own.OnNav(ctx)
}

func (s *Member) begin() {
	s.form = flow.Form[who.SaveMember, who.Saved]{Done: s.saved}
	s.out = flow.Form[who.ID, who.Me]{Done: func(ctx goapp.Context, m *who.Me) {
		if m != nil {
			s.home(ctx, words.Removed)
		}
	}}
	s.noNIK = false
	s.numbers.reset()
}

// Render implements the screen.
func (s *Member) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/akun", Back: "/akun/keluarga"}, words.T{}, s.body)
}

func (s *Member) body(at link.At, d memberData) []ui.UI {
	if saved := s.form.Receipt(); saved != nil { // only with something to look at twice
		return []ui.UI{
			warnings(at.Lang, words.LookTwice, saved.Warnings),
			ui.ButtonLink(whence(at, at.To("/akun/keluarga")), words.GoOn.In(at.Lang), "", ui.Solid, "btn-full"),
		}
	}
	var remove, ask ui.UI
	if d.Member.ID != "" {
		remove = ui.Button{Label: words.RemoveMember.In(at.Lang), Look: ui.Stop, Class: "btn-full", Busy: s.out.Busy(), Do: ui.ShowDialog(removeDialog)}.UI()
		ask = s.ask(at, d.Member)
	}
	return []ui.UI{
		ui.Form(at.To(at.Path), "post", "stack stack-5", s.title.In(at.Lang), s.send,
			trouble(at.Lang, s.form.Fault()), s.fields(at, d.Member),
			ui.Button{Label: words.Save.In(at.Lang), Submit: true, Busy: s.form.Busy(), Class: "btn-l btn-full"}.UI()),
		trouble(at.Lang, s.out.Fault()), remove, ask,
	}
}

const removeDialog = "hapus-tanya"

func (s *Member) ask(at link.At, f who.Member) ui.UI {
	return ui.Dialog(removeDialog, words.RemoveAsk.In(at.Lang, f.Name), words.RemoveWhy.In(at.Lang), true,
		ui.Button{Label: words.RemoveMember.In(at.Lang), Look: ui.Stop, Class: "btn-full", Scope: "hapus", Do: s.remove}.UI(),
		ui.Button{Label: words.Keep.In(at.Lang), Class: "btn-full", Scope: "tetap", Do: ui.CloseDialog(removeDialog)}.UI())
}

func (s *Member) remove(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(removeDialog)(ctx, e)
	s.out.Draft.ID, _ = s.view.At.Match(MemberPattern)
	s.out.Send(ctx, s.out.Draft.Check, s.house.Identity.RemoveMember)
}

func (s *Member) send(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	change := s.form.Draft
	change.NIK = s.numbers.sent("nik", change.NIK)
	change.BPJS = s.numbers.sent("bpjs", change.BPJS)
	if s.view.At.Path != NewMemberPath {
		change.ID, _ = s.view.At.Match(MemberPattern)
		s.form.Send(ctx, change.Check, func(ctx context.Context, _ who.SaveMember) (who.Saved, error) {
			return s.house.Identity.SaveMember(ctx, change)
		})
		return
	}
	added := who.NewMember{Name: given(change.Name, ""), Relation: who.Relation(given(change.Relation, "")), NIK: given(change.NIK, ""), BPJS: given(change.BPJS, "")}
	if change.Born != nil {
		added.Born = *change.Born
	}
	s.form.Send(ctx, func() error {
		if added.NIK == "" && !s.noNIK {
			return fault.Wrong(append(fields(added.Check()), fault.Field{Name: "nik", Key: "required"})...)
		}
		return added.Check()
	}, func(ctx context.Context, _ who.SaveMember) (who.Saved, error) {
		return s.house.Identity.AddMember(ctx, added)
	})
}

func fields(err error) []fault.Field {
	if f := fault.From(err); f != nil {
		return f.Fields
	}
	return nil
}

// saved goes back to the family, unless there is something to look at twice.
func (s *Member) saved(ctx goapp.Context, saved *who.Saved) {
	switch {
	case saved == nil:
	case len(saved.Warnings) > 0:
		s.here.Defer(func(goapp.Context) { browser.ToTop() })
	default:
		s.home(ctx, words.Saved)
	}
}

// home goes back to the family, or to where somebody was to be added, with a
// word about what was done.
func (s *Member) home(ctx goapp.Context, done words.T) {
	frame.Toast(ctx, done.In(s.view.At.Lang))
	ui.Go(ctx, whence(s.view.At, s.view.At.To("/akun/keluarga")))
}
