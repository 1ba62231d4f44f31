package inbox

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/revision"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	shared "rumah/shared/revision"
)

// shelf holds the drafts and versions of templates.
var shelf = revision.Shelf[inbox.Wording]{Kind: "template"}

// Templates implements inbox.API. Without an agency those of the first the
// reader speaks for are told.
func (s *Service) Templates(ctx context.Context, of inbox.TemplatesOf) (inbox.Templates, error) {
	list := inbox.Templates{Items: []inbox.TemplateLine{}}
	var err error
	if list.Agencies, err = s.senders(ctx); err != nil || len(list.Agencies) == 0 {
		return list, err
	}
	if list.Agency = list.Agencies[0]; of.Agency != "" {
		if list.Agency, err = s.sender(ctx, of.Agency); err != nil {
			return list, err
		}
	}
	known, err := s.worded(ctx, list.Agency.ID)
	if err != nil {
		return list, err
	}
	for _, kind := range inbox.Story {
		at := known[kind]
		list.Items = append(list.Items, inbox.TemplateLine{
			Kind: kind, Topic: inbox.Rules[kind].Topic, Text: at.told(kind).ID, Own: at.own(), Version: at.version, Draft: at.draft, State: at.state(at.draft != nil),
		})
	}
	return list, nil
}

// told is what people are told: what the agency left out the house says.
func (w wording) told(kind inbox.Kind) inbox.Wording {
	told := w.text
	for _, lang := range inbox.Langs {
		if text := told.In(lang); text.Subject == "" || text.Body == "" {
			house := House(kind)
			*text = *house.In(lang)
		}
	}
	return told
}

// own reports whether the agency has words of its own.
func (w wording) own() bool { return w.text != inbox.Wording{} }

func (w wording) state(drafted bool) shared.State {
	switch {
	case w.version == 0:
		return shared.Fresh
	case drafted:
		return shared.Drafted
	}
	return shared.Published
}

// Template implements inbox.API.
func (s *Service) Template(ctx context.Context, id inbox.TemplateID) (inbox.Template, error) {
	return s.template(ctx, id.ID)
}

// subject reads the id of a template. Fault: unknown.
func (s *Service) subject(ctx context.Context, id string) (agency inbox.Sender, kind inbox.Kind, err error) {
	owner, name, _ := strings.Cut(id, ":")
	if kind = inbox.Kind(name); !kind.Worded() || !database.Storable(id) {
		return agency, "", fault.New(fault.Unknown, "unknown")
	}
	agency, err = s.sender(ctx, owner)
	return agency, kind, err
}

// template is all that the desk of one needs.
func (s *Service) template(ctx context.Context, id string) (inbox.Template, error) {
	agency, kind, err := s.subject(ctx, id)
	if err != nil {
		return inbox.Template{}, err
	}
	t := inbox.Template{ID: id, Kind: kind, Agency: agency, House: House(kind)}
	now, err := wordingNow(ctx, s.db, id)
	if err != nil {
		return t, err
	}
	if t.Public = t.House; now.version > 0 {
		t.Public = now.text
	}
	draft, err := shelf.Draft(ctx, s.db, id)
	if err != nil {
		return t, err
	}
	t.State, t.Draft, t.Drafted = now.state(draft != nil), draft.For(api.Actor(ctx)), t.Public
	if draft != nil {
		t.Drafted = draft.Content
	}
	t.History, err = shelf.History(ctx, s.db, id)
	return t, err
}

// TemplateVersion implements inbox.API.
func (s *Service) TemplateVersion(ctx context.Context, at inbox.TemplateVersion) (inbox.Wording, error) {
	if _, _, err := s.subject(ctx, at.ID); err != nil {
		return inbox.Wording{}, err
	}
	return shelf.Content(ctx, s.db, at.ID, at.Number)
}

// SaveTemplate implements inbox.API.
func (s *Service) SaveTemplate(ctx context.Context, in inbox.SaveTemplate) (inbox.Template, error) {
	_, kind, err := s.subject(ctx, in.ID)
	if err != nil {
		return inbox.Template{}, err
	}
	if err := in.Content.For(kind); err != nil {
		return inbox.Template{}, err
	}
	now, err := wordingNow(ctx, s.db, in.ID)
	if err == nil {
		err = shelf.Save(ctx, s.db, revision.Write[inbox.Wording]{ID: in.ID, Save: in.Save, Base: now.version, Note: in.Note, Content: in.Content, Author: api.Actor(ctx), At: s.now()})
	}
	if err != nil {
		return inbox.Template{}, err
	}
	return s.template(ctx, in.ID)
}

// DiscardTemplate implements inbox.API.
func (s *Service) DiscardTemplate(ctx context.Context, at inbox.TemplateDraft) (inbox.Template, error) {
	_, _, err := s.subject(ctx, at.ID)
	if err == nil {
		err = shelf.Discard(ctx, s.db, at.ID, at.Save)
	}
	if err != nil {
		return inbox.Template{}, err
	}
	return s.template(ctx, at.ID)
}

// PublishTemplate implements inbox.API. People are told so from now on here,
// and within wordingFresh where other servers tell them.
func (s *Service) PublishTemplate(ctx context.Context, at inbox.TemplateDraft) (inbox.Template, error) {
	agency, kind, err := s.subject(ctx, at.ID)
	if err != nil {
		return inbox.Template{}, err
	}
	actor := api.Actor(ctx)
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		v, err := shelf.Publish(ctx, tx, at.ID, at.Save, actor, s.now())
		if err != nil {
			return err
		}
		content, err := json.Marshal(v.Content)
		if err != nil {
			return fmt.Errorf("write template %s as JSON: %w", at.ID, err)
		}
		_, err = tx.NewRaw(`
INSERT INTO templates (agency_id, kind, version, content) VALUES (?, ?, ?, ?::jsonb)
ON CONFLICT (agency_id, kind) DO UPDATE SET version = excluded.version, content = excluded.content`, agency.ID, kind, v.Number, string(content)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("publish template %s: %w", at.ID, err)
		}
		return nil
	})
	if err != nil {
		return inbox.Template{}, err
	}
	s.wording.forget()
	return s.template(ctx, at.ID)
}
