package inboxdesk

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// fields are one language at a time, beside what a phone makes of it.
func (s *Template) fields(l words.Lang, t inbox.Template) ui.UI {
	return ui.Div("write-beside",
		ui.Div("stack stack-4", s.langs(l), s.edit.Fields(ui.Div("card", s.edit.Part(string(s.lang), "stack stack-5", s.text(l, t)...)),
			ui.Div("card", s.edit.NoteField()))),
		ui.With("section", "stack stack-4 beside", ui.Attrs{"aria-label": words.PanePreview.In(l)}, s.preview(l, t, s.edit.Content, s.lang), s.hide(l)))
}

func (s *Template) langs(l words.Lang) ui.UI {
	choices := make([]ui.Choice, len(words.Langs))
	for i, lang := range words.Langs {
		choices[i] = ui.Choice{Value: string(lang), Label: lang.Name()}
	}
	return ui.Div("panes", ui.Radios{Name: "bahasa-pesan", Legend: words.TemplateLang.In(l), Value: string(s.lang), Look: "seg", Choices: choices, Change: func(ctx goapp.Context, _ goapp.Event) {
		s.lang, _ = words.Parse(ui.Value(ctx))
		s.edit.Renew()
	}}.UI())
}

// text are the fields of the language that is being written.
func (s *Template) text(l words.Lang, t inbox.Template) []ui.UI {
	lang, rule := string(s.lang), inbox.Rules[t.Kind]
	text := s.edit.Content.In(lang)
	subject, body := lang+".subject", lang+".body"
	var empty ui.UI
	clear := ui.Div("bar", ui.Button{Label: words.TemplateClear.In(l), Icon: "ulang", Look: ui.Quiet, Class: "btn-s", Scope: "kosongkan-" + lang, Do: func(goapp.Context, goapp.Event) {
		*s.edit.Content.In(lang) = inbox.Text{}
		s.edit.Edited(subject)
		s.edit.Edited(body)
		s.edit.Renew()
	}}.UI())
	if *text == (inbox.Text{}) {
		empty, clear = ui.Banner("plain", "info", "", words.TemplateEmpty.In(l)), nil
	}
	buttons := make([]ui.UI, len(rule.Vars))
	for i, name := range rule.Vars {
		label, needed := "{"+name+"}", ui.UI(nil)
		aloud := words.TemplateAdd.In(l, name)
		if slices.Contains(rule.Needs, name) {
			needed, aloud = ui.Label("need", " *"), aloud+", "+words.TemplateNeeded.In(l)
		}
		buttons[i] = ui.Press("chip chip-s var", lang+name, ui.Attrs{"aria-label": aloud}, func(goapp.Context, goapp.Event) { browser.Insert(label, body, subject) }, ui.Label("", label), needed)
	}
	var insert ui.UI
	if len(buttons) > 0 {
		insert = ui.With("fieldset", "plain-set stack stack-2", nil, ui.With("legend", "label", nil, ui.Text(words.TemplateInsert.In(l))),
			ui.P("hint", words.TemplateInsertY.In(l)), ui.Div("bar wrap", buttons...))
	}
	return []ui.UI{empty,
		s.edit.Text(ui.Field{Name: subject, Label: words.TemplateSubject.In(l), Hint: words.TemplateLong.In(l), Max: 80}, func() *string { return &s.edit.Content.In(lang).Subject }),
		s.edit.Text(ui.Field{Name: body, Label: words.TemplateBody.In(l), Hint: letterCount(l, text.Body, 600), Long: true, Max: 600}, func() *string { return &s.edit.Content.In(lang).Body }),
		insert, clear}
}

func letterCount(l words.Lang, text string, most int) string {
	return words.TemplateLetters.In(l, strconv.Itoa(utf8.RuneCountInString(text)), strconv.Itoa(most))
}

// hide turns the lock screen into one that says nothing.
func (s *Template) hide(l words.Lang) ui.UI {
	return ui.Check("pribadi", words.TemplatePrivate.In(l), "", s.private, func(goapp.Context, goapp.Event) { s.private = !s.private })
}

// all is a wording in every language.
func (s *Template) all(l words.Lang, t inbox.Template, w inbox.Wording) ui.UI {
	parts := make([]ui.UI, 0, len(words.Langs)+1)
	for _, lang := range words.Langs {
		parts = append(parts, ui.Section("baca-"+string(lang), lang.Name(), nil, s.preview(l, t, w, lang)))
	}
	return ui.Div("stack stack-6", ui.Div("previews", parts...), s.hide(l))
}

// preview is what somebody reads whose language is lang.
func (s *Template) preview(l words.Lang, t inbox.Template, w inbox.Wording, lang words.Lang) ui.UI {
	text := *w.In(string(lang))
	if text.Subject == "" || text.Body == "" {
		text = *t.House.In(string(lang))
	}
	values := samples(lang, t.Kind, t.Agency.Name)
	return reading{
		app: s.house.City.App, sender: t.Agency.Name, icon: inbox.Rules[t.Kind].Icon, private: s.private, silent: !inbox.Rules[t.Kind].Push,
		subject: inbox.Fill(text.Subject, values), body: inbox.Fill(text.Body, values), lang: lang,
	}.draw(l, words.TemplateSample.In(l))
}

// reading is a message as it is read: on a lock screen and in the inbox.
type reading struct {
	app, sender, icon, subject, body string
	lang                             words.Lang
	private, silent                  bool
}

func (r reading) draw(l words.Lang, about string) ui.UI {
	title, text := r.subject, r.body
	if r.private {
		title, text = words.PrivateNews.In(r.lang), words.PrivateBody.In(r.lang, r.app)
	}
	lock := ui.Div("lock deep",
		ui.With("p", "lock-clock", ui.Attrs{"aria-hidden": "true"}, ui.Text("09.41")),
		ui.With("div", "lock-note", ui.Attrs{"lang": string(r.lang)},
			ui.Div("bar mini", ui.Mark(), ui.Label("strong", r.app), ui.Label("soft", words.TemplateNow.In(r.lang))),
			ui.B(title), ui.Label("lock-text", shown(text))))
	if r.silent {
		lock = ui.Banner("plain", "kotak", "", words.TemplateQuiet.In(l))
	}
	return ui.Div("stack stack-3", ui.P("mini strong soft", words.TemplateLock.In(l)), lock,
		ui.P("mini strong soft", words.TemplateInbox.In(l)),
		ui.With("div", "rows", ui.Attrs{"lang": string(r.lang)}, ui.Div("row msg msg-new", ui.Span("spot", ui.Icon(r.icon)),
			ui.Span("grow", ui.Span("bar between mini soft", ui.Label("cut", r.sender), ui.Label("nowrap", "09.41")), ui.Label("row-title", r.subject), ui.Label("row-sub pre", r.body)))),
		ui.P("mini soft", about))
}

// lockLetters is about what a lock screen has room for.
const lockLetters = 140

// shown is the part of a text that a lock screen shows.
func shown(text string) string {
	letters := []rune(strings.ReplaceAll(text, "\n", " "))
	if len(letters) <= lockLetters {
		return string(letters)
	}
	return string(letters[:lockLetters]) + "…"
}
