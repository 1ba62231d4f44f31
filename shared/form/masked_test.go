package form

import (
	"testing"

	"rumah/shared/words"
)

// Who reads what somebody else answered sees which numbers they are, and not
// the numbers; the form shows such answers as it shows whole ones.
func TestMasked(t *testing.T) {
	t.Parallel()
	f := On(&Schema{Sections: []Section{{ID: "a", Title: Text{ID: "A"}, Questions: []Question{
		{ID: "nama", Kind: Line, Label: Text{ID: "Nama"}},
		{ID: "nik", Kind: NIK, Label: Text{ID: "NIK"}, Required: true},
		{ID: "anak", Kind: Table, Label: Text{ID: "Anak"}, Columns: []Question{{ID: "nik", Kind: NIK, Label: Text{ID: "NIK"}}, {ID: "nama", Kind: Line, Label: Text{ID: "Nama"}}}},
	}}}}, "2026-11-23")
	whole := Answers{
		"nama": {Text: "Siti"}, "nik": {Text: "3515085203900001"},
		"anak": {Rows: []map[string]string{{"nik": "3515085203150002", "nama": "Budi"}}},
		"lain": {Text: "3515085203900001"},
	}
	masked := f.Masked(whole)
	rows := f.Kept().Summary(masked, words.ID)
	for _, s := range []string{masked["nik"].Text, masked["anak"].Rows[0]["nik"], rows[1].Value, rows[2].Cells[0][0]} {
		if s == "" || s == "3515085203900001" || s == "3515085203150002" {
			t.Errorf("%q", s)
		}
	}
	if _, there := masked["lain"]; there || rows[0].Value != "Siti" || rows[2].Cells[0][1] != "Budi" {
		t.Errorf("%+v", masked)
	}
	if whole["anak"].Rows[0]["nik"] != "3515085203150002" {
		t.Error("the answers themselves were changed")
	}
}
