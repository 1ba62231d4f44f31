package app_test

import (
	"context"
	"time"

	"rumah/shared/catalogue"
	"rumah/shared/insight"
)

// counted is an insight.API that says the same one thing.
type counted struct {
	insight.API
	speech
}

func (c counted) line() insight.Line {
	some := 42
	return insight.Line{Service: "x", Name: c.text, Agency: c.text, Open: true, Promise: catalogue.Promise{Amount: 2, Unit: catalogue.WorkingDays, Note: c.text},
		Figures: insight.Figures{Received: 1200, Finished: 900, Days: &some, SlowDays: &some, Mins: &some, SlowMins: &some, InTime: &some, Returned: &some}}
}

func (c counted) Services(context.Context) (insight.Services, error) {
	quiet := c.line()
	quiet.Figures = insight.Figures{}
	few := c.line()
	few.Figures, few.Promise = insight.Figures{Received: 2, Finished: 1}, catalogue.Promise{Unit: catalogue.Unpromised}
	return insight.Services{Items: []insight.Line{c.line(), few, quiet}, From: "2025-12-01", At: time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC)}, c.err
}

func (c counted) Service(context.Context, insight.ServiceID) (insight.Service, error) {
	return insight.Service{Line: c.line(), From: "2025-12-01", At: time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC),
		Months: []insight.Month{{Month: "2026-10", Figures: c.line().Figures}, {Month: c.text}, {Month: "2026-11"}}}, c.err
}
