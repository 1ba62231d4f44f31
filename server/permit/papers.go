package permit

import (
	"context"
	"slices"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/identity"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// Question is one of an application of the maker of a request that can be
// answered with a file now: before it is sent, or when it is to be corrected.
// Fault: unknown, invalid (question), conflict (permit_<stage>).
func (s *Service) Question(ctx context.Context, application, question string) (form.Question, error) {
	d, err := s.own(ctx, application)
	if err != nil {
		return form.Question{}, err
	}
	if stage := d.state.Head.Stage; question == permit.ProofQuestion && stage == permit.Payment {
		return form.Question{ID: question, Kind: form.Files, Most: 1}, nil
	} else if stage != permit.Draft && stage != permit.Returned {
		return form.Question{}, conflict("permit_" + string(stage))
	}
	q := form.On(&d.schema, s.day(d)).Question(question)
	if q == nil || q.Kind != form.Files {
		return form.Question{}, fault.Wrong(fault.Field{Name: "question", Key: "choice"})
	}
	return *q, nil
}

// Reach lets an officer read the papers of an application, and writes that
// where the applicant sees it. Fault: unknown, busy.
func (s *Service) Reach(ctx context.Context, application string) error {
	d, err := s.file(ctx, application)
	if err != nil {
		return err
	}
	look := identity.Look{Operation: "papers.File", Person: d.Person, Member: d.Member, Agency: d.officeOf(api.Actor(ctx)), Purpose: words.PermitLook.In(words.ID, d.ServiceName, d.ID)}
	if d.Member != "" {
		look.Whom = d.Holder
	}
	return s.Glance(ctx, look)
}

// ReachPapers is Reach for what applicants have sent. Fault: unknown, busy,
// conflict (permit_archived).
func (s *Service) ReachPapers(ctx context.Context, application string) error {
	d, err := s.file(ctx, application)
	if err == nil && d.archived() {
		err = conflict("permit_archived")
	}
	if err != nil {
		return err
	}
	return s.Reach(ctx, application)
}

// See reports whether an officer may see an application. Fault: unknown.
func (s *Service) See(ctx context.Context, application string) error {
	_, err := s.file(ctx, application)
	return err
}

// fileIDs are the files that answers name.
func fileIDs(a form.Answers) []string {
	ids := []string{}
	for _, answer := range a {
		for _, file := range answer.Files {
			if database.Storable(file.ID) { // what no store takes is in none
				ids = append(ids, file.ID)
			}
		}
	}
	return ids
}

// filed puts files as the house knows them in the place of what a phone says
// of them. One that is not there, or answers another question, is a fault of
// its place.
func (s *Service) filed(ctx context.Context, d *dossier, a form.Answers) error {
	return s.eachFile(ctx, d, a, func(faults *check.Faults, at string) { faults.Add(at, "file_gone", "") })
}

// eachFile goes through the files of answers; those that are not there are
// missed, and left out.
func (s *Service) eachFile(ctx context.Context, d *dossier, a form.Answers, missed func(*check.Faults, string)) error {
	var faults check.Faults
	files, questions := map[string]form.File{}, map[string]string{}
	if ids := fileIDs(a); s.Papers != nil && len(ids) > 0 {
		var err error
		if files, questions, err = s.Papers.Files(ctx, d.ID, ids); err != nil {
			return err
		}
	}
	for id, answer := range a {
		var there []form.File
		for i, claimed := range answer.Files {
			if file, ok := files[claimed.ID]; ok && questions[claimed.ID] == id {
				there = append(there, file)
			} else {
				missed(&faults, check.At(id, i))
			}
		}
		if answer.Files != nil {
			answer.Files = there
			a[id] = answer
		}
	}
	return faults.Err()
}

// letters are the documents of the house among the files of answers, as the
// register has them now.
func (s *Service) letters(ctx context.Context, a form.Answers) ([]permit.Letter, error) {
	ids := []string{}
	for _, answer := range a {
		for _, file := range answer.Files {
			if file.Letter != "" {
				ids = append(ids, file.Letter)
			}
		}
	}
	if len(ids) == 0 || s.Documents == nil {
		return []permit.Letter{}, nil
	}
	return s.Documents.Letters(ctx, ids)
}

// holding refuses letters of the house that hold no more: they may have ended
// since they were attached, and the office would only send them back.
func (s *Service) holding(ctx context.Context, a form.Answers) error {
	letters, err := s.letters(ctx, a)
	if err != nil {
		return err
	}
	var faults check.Faults
	for id, answer := range a {
		for i, file := range answer.Files {
			at := slices.IndexFunc(letters, func(l permit.Letter) bool { return l.ID == file.Letter })
			if at >= 0 && letters[at].Status != proof.Genuine {
				faults.Add(check.At(id, i), "document_"+string(letters[at].Status), "")
			}
		}
	}
	return faults.Err()
}
