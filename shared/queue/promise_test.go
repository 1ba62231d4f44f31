package queue

import (
	"encoding/json"
	"testing"
	"time"
)

func TestPromiseIsReadAsARangeAndAsAForecast(t *testing.T) {
	t.Parallel()
	f := NewForecast(atEight, Sensible(300), Standing{Ahead: 4, Counters: 2, Closed: true, Opens: time.Hour})
	data, err := json.Marshal(f.Promise())
	if err != nil {
		t.Fatal(err)
	}
	var p Promise
	var r Range
	if err := json.Unmarshal(data, &p); err != nil || p.Forecast() != f {
		t.Errorf("%+v became %+v, %v", f, p.Forecast(), err)
	}
	if err := json.Unmarshal(data, &r); err != nil || r != f.Range {
		t.Errorf("%+v became %+v, %v", f.Range, r, err)
	}
}
