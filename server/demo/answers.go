package demo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rumah/shared/api"
	"rumah/shared/calendar"
	"rumah/shared/form"
	"rumah/shared/paper"
	contract "rumah/shared/permit"
)

// Filler answers forms with what is made up.
type Filler struct {
	Papers paper.API // takes the files
	Area   string    // code of a village
	Name   string    // of whom it is for
	Loc    *time.Location
}

// daysBack are the days that are tried where a date is asked for.
var daysBack = []int{7*365 + 12, 0, -2, 30, 20 * 365, 0}

// Answers answers all that a begun application asks for, sending its files.
func (f Filler) Answers(ctx context.Context, a *contract.Application, now time.Time) (form.Answers, error) {
	answers, filled, tries := form.Answers{}, form.On(&a.Form, a.Day), map[string]int{}
	for range form.MostQuestions {
		missing := filled.Missing(answers)
		if len(missing) == 0 {
			break
		}
		for _, id := range missing {
			answer, err := f.answer(ctx, a, filled.Question(id), now.AddDate(0, 0, -daysBack[tries[id]]))
			if err != nil {
				return nil, err
			}
			if tries[id]++; answer.Blank() || tries[id] == len(daysBack) {
				return nil, fmt.Errorf("nothing can be made up for %s", id)
			}
			answers[id] = answer
		}
	}
	_, err := filled.Validate(answers)
	return answers, err
}

func (f Filler) answer(ctx context.Context, a *contract.Application, q *form.Question, now time.Time) (form.Answer, error) {
	if q.Kind != form.Files {
		return f.sample(q, now.In(f.Loc)), nil
	}
	file, err := f.send(ctx, a, q)
	return form.Answer{Files: []form.File{file}}, err
}

// send sends a picture.
func (f Filler) send(ctx context.Context, a *contract.Application, q *form.Question) (form.File, error) {
	data, err := scan(q.Label.ID, f.Name)
	if err != nil {
		return form.File{}, err
	}
	up, err := f.Papers.Begin(api.WithKey(ctx, "demo-"+a.ID+"-"+q.ID), paper.NewUpload{Application: a.ID, Question: q.ID, Name: q.ID + ".jpg", Type: "image/jpeg", Size: int64(len(data))})
	for err == nil && up.At < int64(len(data)) {
		piece := data[up.At:min(up.At+paper.PieceBytes, int64(len(data)))]
		up, err = f.Papers.Add(ctx, paper.Piece{ID: up.ID, At: up.At, Data: piece})
		if err == nil && len(piece) == 0 {
			err = errors.New("it does not go on")
		}
	}
	if err != nil {
		return form.File{}, fmt.Errorf("send a picture for %s: %w", q.ID, err)
	}
	return f.Papers.Finish(ctx, paper.ID{ID: up.ID})
}

// sample is what somebody might answer; blank for what cannot be made up.
func (f Filler) sample(q *form.Question, now time.Time) form.Answer {
	switch q.Kind {
	case form.Line, form.Paragraph:
		return form.Answer{Text: f.text(q)}
	case form.Number, form.Money:
		if q.From != "" {
			return form.Answer{Text: q.From}
		}
		return form.Answer{Text: "4"}
	case form.Date:
		return form.Answer{Text: string(calendar.DateOf(now))}
	case form.NIK:
		return form.Answer{Text: "3515085203900001"}
	case form.KK:
		return form.Answer{Text: "3515081203150001"}
	case form.Phone:
		return form.Answer{Text: "081200000001"}
	case form.Email:
		return form.Answer{Text: "contoh@contoh.id"}
	case form.Choice:
		return form.Answer{Text: q.Choices[0].ID}
	case form.Choices:
		return form.Answer{List: []string{q.Choices[0].ID}}
	case form.YesNo, form.Statement:
		return form.Answer{Text: "yes"}
	case form.Area:
		return form.Answer{Text: f.Area}
	case form.Point:
		return form.Answer{Text: "-7.447800,112.718300"}
	case form.Table:
		var rows []map[string]string
		for range max(q.Least, 1) {
			row := map[string]string{}
			for i := range q.Columns {
				row[q.Columns[i].ID] = f.sample(&q.Columns[i], now).Text
			}
			rows = append(rows, row)
		}
		return form.Answer{Rows: rows}
	}
	return form.Answer{}
}

// text fits the shortest and longest that is taken.
func (f Filler) text(q *form.Question) string {
	t := "Contoh isian"
	switch {
	case q.Least == q.Most && q.Most > 0: // a number of so many digits
		for t = "1"; len(t) < q.Most; {
			t += string(rune('0' + len(t)%10))
		}
	case q.Prefill == form.FromName:
		t = f.Name
	}
	if r := []rune(t); q.Most > 0 && len(r) > q.Most {
		t = string(r[:q.Most])
	}
	return t
}
