package permit

import (
	"context"
	"fmt"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/shared/form"
	"rumah/shared/permit"
)

// names are what the areas and agencies are called that an application names
// by their codes.
func (s *Service) names(ctx context.Context, d *dossier, answers form.Answers) ([]permit.Named, error) {
	areas, agencies := d.areas(answers), []string{}
	for _, o := range d.state.Head.Opinions {
		agencies = append(agencies, o.Agency)
	}
	for _, step := range d.definition.Steps {
		if step.Agency != "" {
			agencies = append(agencies, step.Agency)
		}
	}
	names := []permit.Named{}
	if len(areas)+len(agencies) == 0 {
		return names, nil
	}
	err := s.db.NewRaw(`
SELECT a.code AS id, concat_ws(', ', a.name, p.name) AS name FROM areas a LEFT JOIN areas p ON p.code = a.parent WHERE a.code = ANY(?::text[])
UNION ALL SELECT id, name FROM agencies WHERE id = ANY(?::text[])`, pgdialect.Array(areas), pgdialect.Array(agencies)).Scan(ctx, &names)
	if err != nil {
		return nil, fmt.Errorf("read the names in an application: %w", err)
	}
	return names, nil
}

// areas are the codes of areas that were answered.
func (d *dossier) areas(answers form.Answers) []string {
	codes := []string{}
	add := func(q *form.Question, code string) {
		if q.Kind == form.Area && code != "" {
			codes = append(codes, code)
		}
	}
	for _, section := range d.schema.Sections {
		for i := range section.Questions {
			q := &section.Questions[i]
			add(q, answers[q.ID].Text)
			for _, line := range answers[q.ID].Rows {
				for j := range q.Columns {
					add(&q.Columns[j], line[q.Columns[j].ID])
				}
			}
		}
	}
	return codes
}

// Offices implements permit.API.
func (s *Service) Offices(ctx context.Context) (permit.Offices, error) {
	list := permit.Offices{Items: []permit.Named{}}
	if err := s.db.NewRaw(`SELECT id, name FROM agencies WHERE retired_at IS NULL ORDER BY name COLLATE "C", id`).Scan(ctx, &list.Items); err != nil {
		return list, fmt.Errorf("list agencies: %w", err)
	}
	return list, nil
}
