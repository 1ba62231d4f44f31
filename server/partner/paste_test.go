package partner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rumah/shared/fault"
	contract "rumah/shared/partner"
)

func paste(text string) contract.Paste { return contract.Paste{Place: hospital, Text: text} }

// wrongLines are the keys of a refusal by line: "2 paste_nik".
func wrongLines(err error) string {
	f := fault.From(err)
	if f == nil || f.Code != fault.Invalid {
		return fmt.Sprint(err)
	}
	var all []string
	for _, field := range f.Fields {
		all = append(all, field.Name+" "+field.Key)
	}
	return strings.Join(all, ", ")
}

// Whom a hospital knows books at once; those it does not know are sent to
// register first.
func TestKnownPatients(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.expect("ambilantrean", visit(), 202, "")
	for text, want := range map[string]string{
		"norm,nik,nomorkartu":     "text required",
		"000123,3512345678987654": "1 paste_columns",
		"000123,3.51235E+15,":     "1 paste_nik",
		"norm;nik;nomorkartu\n;3512345678987654;\n1;3512345678987654;12":              "2 paste_norm, 3 paste_card",
		"1,3512345678987654,\n\n1,3512345678987655,":                                  "3 paste_twice",
		strings.Repeat("x,1,\n", contract.MostLines+1):                                "text paste_lines",
		"\"1\t3512345678987654\t":                                                     "text paste_quotes",
		"1,3512345678987654,0001234567890\n2,3512345678987654,0001234567890\n3,nik,x": "2 paste_twice, 3 paste_nik",
	} {
		if _, err := h.s.Patients(boss(), paste(text)); wrongLines(err) != want {
			t.Errorf("%.40q: %s, want %s", text, wrongLines(err), want)
		}
	}
	in, err := h.s.Patients(boss(), paste("\uFEFFnorm\tnik\tnomorkartu\r\n000123\t"+nik+"\t"+card+"\r\nRM-9\t3512345678987000\t\r\n"))
	if err != nil || in.Lines != 2 || in.Hospital.Patients != 2 {
		t.Fatalf("%+v %v", in, err)
	}
	a := h.expect("ambilantrean", visit(), 200, "")
	if a.Response["norm"] != "000123" {
		t.Errorf("%v", a.Response)
	}
	// The same once more changes nothing; another's record is not given away.
	if in, err = h.s.Patients(boss(), paste("000123,"+nik+","+card)); err != nil || in.Hospital.Patients != 2 {
		t.Errorf("%+v %v", in, err)
	}
	if _, err = h.s.Patients(boss(), paste("RM-8,3512345678987111,\n000123,3512345678987222,")); wrongLines(err) != "2 paste_taken" {
		t.Errorf("%v", err)
	}
	if c, err := h.s.Hospital(boss(), contract.PlaceID{Place: hospital}); err != nil || c.Patients != 2 || !c.Contact.Equal(morning) {
		t.Errorf("a refused paste left something: %+v %v", c, err)
	}
	// New patients get numbers behind those in use.
	if a := h.expect("pasienbaru", person("3512345678987333", "0001234567333"), 200, ""); a.Response["norm"] != "000124" {
		t.Errorf("%v", a.Response)
	}
	var leaks int
	if err := h.db.NewRaw(`SELECT count(*) FROM bpjs_patients p WHERE p::text LIKE ? OR position(?::bytea IN sealed) > 0`, "%"+nik+"%", []byte(nik)).Scan(t.Context(), &leaks); err != nil || leaks != 0 {
		t.Errorf("%d, %v", leaks, err)
	}
	// A place without a connection gets one.
	if in, err := h.s.Patients(boss(), contract.Paste{Place: "rsud-b", Text: "1," + nik + ","}); err != nil || in.Hospital.Patients != 1 || in.Hospital.Days != 7 || in.Hospital.Username != "" {
		t.Errorf("%+v %v", in, err)
	}
}

// What is pasted of operations is what BPJS is told.
func TestPastedOperations(t *testing.T) {
	t.Parallel()
	h := open(t)
	in, err := h.s.Operations(boss(), paste("kodebooking,tanggal,jenis tindakan,kode poli,nama poli,nopeserta,terlaksana\nOP1,2026-11-26,\"Katarak, kiri\",MAT,Poli Mata,"+card+",belum\nOP2,2026-11-25,Sectio,OBG,Obgyn,,sudah\n"))
	if err != nil || in.Lines != 2 || in.Hospital.Operations != 2 {
		t.Fatalf("%+v %v", in, err)
	}
	span := map[string]any{"tanggalawal": "2026-11-24", "tanggalakhir": "2026-11-30"}
	all, _ := h.expect("jadwaloperasirs", span, 200, "Ok").Response["list"].([]any)
	if len(all) != 2 {
		t.Fatalf("%v", all)
	}
	if one := all[1].(map[string]any); one["jenistindakan"] != "Katarak, kiri" || one["nopeserta"] != card || one["terlaksana"] != 0.0 {
		t.Errorf("%v", one)
	}
	if in, err = h.s.Operations(boss(), paste("OP1;2026-11-26;Katarak kiri;MAT;Poli Mata;"+card+";1\nOP2;;;;;;hapus")); err != nil || in.Hospital.Operations != 1 {
		t.Fatalf("%+v %v", in, err)
	}
	mine, _ := h.expect("jadwaloperasipasien", map[string]any{"nopeserta": card}, 200, "Ok").Response["list"].([]any)
	if len(mine) != 1 || mine[0].(map[string]any)["terlaksana"] != 1.0 {
		t.Errorf("%v", mine)
	}
	for line, want := range map[string]string{
		"OP 1,2026-11-26,A,MAT,B,,0": "paste_code", "OP1,26-11-2026,A,MAT,B,,0": "date", "OP1,2026-11-26,,MAT,B,,0": "paste_empty", "OP1,2026-11-26,A,M AT,B,,0": "paste_poli",
		"OP1,2026-11-26,A,MAT,B,1,0": "paste_card", "OP1,2026-11-26,A,MAT,B,,mungkin": "paste_done", "OP1,2026-11-26," + strings.Repeat("a", 201) + ",MAT,B,,0": "paste_long",
	} {
		if _, err := h.s.Operations(boss(), paste(line)); wrongLines(err) != "1 "+want {
			t.Errorf("%s: %s, want %s", line, wrongLines(err), want)
		}
	}
	for _, who := range []string{"other", "rsu"} {
		if _, err := h.s.Operations(as(who), paste("OP3,2026-11-26,A,MAT,B,,0")); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s plans: %v", who, err)
		}
		if _, err := h.s.Patients(as(who), paste("1,"+nik+",")); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s adds patients: %v", who, err)
		}
	}
	text := paste("a\tb\r\nc")
	if err := text.Check(); err != nil {
		t.Errorf("a table as Excel copies it is refused: %v", err)
	}
	many := slices.Repeat([]string{"x"}, 60001)
	text = paste(strings.Join(many, ""))
	if err := text.Check(); err == nil {
		t.Error("a paste without end is taken")
	}
}
