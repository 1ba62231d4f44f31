package insight

import (
	"encoding/csv"
	"strings"
	"testing"

	"rumah/shared/catalogue"
)

func TestCSVSaysWhatIsTold(t *testing.T) {
	t.Parallel()
	two, ninety := 2, 90
	got := CSV([]Service{{Line: Line{Service: "kia", Name: `KIA "anak", baru`, Agency: "=1+1", Promise: catalogue.Promise{Amount: 2, Unit: catalogue.WorkingDays}},
		Months: []Month{{Month: "2026-10", Figures: Figures{Received: 7, Finished: 6, Days: &two, InTime: &ninety}}, {Month: "2026-11", Figures: Figures{Received: 1}}}}})
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%v %v", rows, err)
	}
	if want := []string{"kia", `KIA "anak", baru`, "'=1+1", "2", "working_days", "2026-10", "7", "6", "2", "", "", "", "90", ""}; strings.Join(rows[1], "|") != strings.Join(want, "|") {
		t.Errorf("%q", rows[1])
	}
	if rows[2][8] != "" || rows[2][6] != "1" {
		t.Errorf("%q", rows[2])
	}
}
