package inboxdesk

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// Templates is the screen of all messages an agency may word:
// /meja/templat.
type Templates struct {
	goapp.Compo
	view[inbox.Templates]

	house *house.House
}

// TemplatesPath is its address.
const TemplatesPath = "/meja/templat"

// NewTemplates returns the screen.
func NewTemplates(h *house.House) house.Screen {
	return &Templates{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (inbox.Templates, error) {
		return h.Inbox.Templates(ctx, inbox.TemplatesOf{Agency: at.Get("dinas")})
	})}
}

// Head implements house.Screen.
func (s *Templates) Head() house.Head {
	return house.Head{Title: words.TemplatesTitle.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Templates) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the list.
func (s *Templates) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *Templates) Render() ui.UI {
	at, l := s.view.At, s.view.At.Lang
	list, ok := s.view.Value()
	var body ui.UI
	switch {
	case !ok:
		body = waits(at, &s.view.Loading, s, ui.SkeletonRows(words.Loading.In(l), 6))
	case len(list.Items) == 0:
		body = ui.Empty("kosong", words.TemplatesNone.In(l), words.TemplatesNoneY.In(l), nil)
	default:
		body = s.list(at, list)
	}
	return draft.Desk(s.house, at, TemplatesPath, "/meja", words.TemplatesTitle.In(l), words.TemplatesAbout.In(l), body)
}

func (s *Templates) list(at link.At, list inbox.Templates) ui.UI {
	l := at.Lang
	var choose ui.UI
	if len(list.Agencies) > 1 {
		choose = ui.Div("talk-agency", ui.Field{Name: "dinas", Label: words.TemplatesOf.In(l), Value: list.Agency.ID, Choices: senders(list.Agencies), Change: func(ctx goapp.Context, _ goapp.Event) {
			ui.Go(ctx, at.To(TemplatesPath, "dinas", ui.Value(ctx)))
		}}.UI())
	}
	parts := []ui.UI{flow.Age(l, s.view.Fault(), s.house.Clock()), choose}
	for _, topic := range inbox.Topics {
		var rows []ui.Row
		for _, line := range list.Items {
			if line.Topic == topic {
				rows = append(rows, s.row(at, list.Agency, line))
			}
		}
		if len(rows) > 0 {
			parts = append(parts, ui.Section("topik-"+string(topic), words.ToldTopics[string(topic)].In(l), nil, ui.Rows(rows...)))
		}
	}
	return ui.Div("stack stack-6", parts...)
}

// row is a kind with what it says now, filled in with made-up values.
func (s *Templates) row(at link.At, agency inbox.Sender, line inbox.TemplateLine) ui.Row {
	l := at.Lang
	values := samples(words.ID, line.Kind, agency.Name)
	var tags []ui.UI
	if line.Own {
		tags = append(tags, ui.Tag("good", "centang", words.TemplateOwn.In(l, words.Count(l, line.Version))))
	}
	if line.Draft != nil {
		tags = append(tags, draft.StateTag(l, revision.Drafted, false), ui.Label("mini soft", draft.DraftLine(l, s.house.Clock(), line.Draft)))
	}
	var tag ui.UI
	if len(tags) > 0 {
		tag = ui.Span("bar wrap", tags...)
	}
	return ui.Row{Href: at.To(TemplatesPath + "/" + inbox.TemplateOf(agency.ID, line.Kind)), Icon: inbox.Rules[line.Kind].Icon, Tone: "plain", Title: kindName(l, line.Kind),
		Sub: inbox.Fill(line.Text.Subject, values) + " · " + inbox.Fill(line.Text.Body, values), Tag: tag}
}

// samples are made-up values for a preview.
func samples(l words.Lang, kind inbox.Kind, agency string) map[string]string {
	values := map[string]string{"dinas": agency}
	for _, name := range inbox.Rules[kind].Vars {
		if sample, ok := words.ToldSamples[name]; ok {
			values[name] = sample.In(l)
		}
	}
	return values
}
