package permit

import (
	"context"

	"rumah/shared/access"
	"rumah/shared/form"
	"rumah/shared/identity"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Copy are somebody's applications as their copy has them, the latest first.
func (s *Service) Copy(ctx context.Context, person string) ([]identity.ExportedApplication, error) {
	all, err := s.readAll(ctx, nil, `a.person_id = ?1 ORDER BY a.created_at DESC, a.id`, person)
	if err != nil {
		return nil, err
	}
	list := make([]identity.ExportedApplication, len(all))
	for i, d := range all {
		list[i] = identity.ExportedApplication{
			ID: d.ID, Service: d.ServiceName, Place: d.PlaceName, Holder: d.Holder, Stage: words.PermitStages[string(d.state.Head.Stage)].In(words.ID),
			Begun: d.CreatedAt.UTC(), Sent: utc(d.SentAt.Time), Erased: utc(d.ErasedAt.Time), Happened: []identity.ExportedHappened{},
		}
		if list[i].Answers, err = s.copied(ctx, d); err != nil {
			return nil, err
		}
		events, _, err := s.happened(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		for _, e := range events {
			if e.Tell == permit.TellNothing && e.Role != access.Citizen {
				continue // among colleagues
			}
			h := happenedOf(e)
			list[i].Happened = append(list[i].Happened, identity.ExportedHappened{At: h.At, Action: words.PermitActions[string(h.Action)].In(words.ID), Note: h.Note})
		}
	}
	return list, nil
}

// copied are the answers of an application as they were given.
func (s *Service) copied(ctx context.Context, d *dossier) ([]identity.ExportedAnswer, error) {
	answers, err := s.answers(d)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx, d, answers)
	if err != nil {
		return nil, err
	}
	called := map[string]string{}
	for _, n := range names {
		called[n.ID] = n.Name
	}
	list := []identity.ExportedAnswer{}
	for _, row := range form.On(&d.schema, s.day(d)).Kept().Summary(answers, words.ID) {
		a := identity.ExportedAnswer{Question: row.Label, Answer: row.Value}
		if name, ok := called[row.Value]; ok {
			a.Answer = name
		}
		if len(row.Cells) > 0 {
			a.Rows = append([][]string{row.Columns}, row.Cells...)
		}
		for _, f := range row.Files {
			a.Files = append(a.Files, f.Name)
		}
		if a.Answer != "" || a.Rows != nil || a.Files != nil {
			list = append(list, a)
		}
	}
	return list, nil
}
