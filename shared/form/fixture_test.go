package form

import (
	"encoding/json"
	"testing"

	"rumah/shared/calendar"
	"rumah/shared/fault"
)

const day calendar.Date = "2026-11-23"

// building is a form with every kind, conditions of every sort and a table.
const building = `{"sections": [
 {"id": "pemohon", "title": {"id": "Pemohon", "en": "Applicant"}, "questions": [
  {"id": "nama", "kind": "text", "label": {"id": "Nama lengkap"}, "required": true, "least": 2, "most": 80, "prefill": "name"},
  {"id": "nik", "kind": "nik", "label": {"id": "NIK"}, "required": true, "prefill": "nik"},
  {"id": "kk", "kind": "kk", "label": {"id": "Nomor KK"}, "prefill": "kk"},
  {"id": "lahir", "kind": "date", "label": {"id": "Tanggal lahir"}, "from": "1900-01-01", "to": "today", "prefill": "born"},
  {"id": "hp", "kind": "phone", "label": {"id": "Nomor HP"}, "prefill": "phone"},
  {"id": "surel", "kind": "email", "label": {"id": "Surel"}, "prefill": "email"},
  {"id": "desa", "kind": "area", "label": {"id": "Desa atau kelurahan"}, "prefill": "area"},
  {"id": "wali", "kind": "text", "label": {"id": "Nama wali"}, "required": true, "when": {"ask": "lahir", "op": "over", "to": ["today-17y"]}}
 ]},
 {"id": "bangunan", "title": {"id": "Bangunan"}, "questions": [
  {"id": "jenis", "kind": "choice", "label": {"id": "Jenis"}, "required": true, "choices": [
   {"id": "rumah", "label": {"id": "Rumah tinggal", "en": "House"}}, {"id": "ruko", "label": {"id": "Ruko"}}, {"id": "gudang", "label": {"id": "Gudang"}}]},
  {"id": "lantai", "kind": "number", "label": {"id": "Jumlah lantai"}, "required": true, "from": "1", "to": "60"},
  {"id": "luas", "kind": "number", "label": {"id": "Luas (m²)"}, "from": "0.5"},
  {"id": "nilai", "kind": "money", "label": {"id": "Nilai bangunan"}, "to": "5000000000"},
  {"id": "sarana", "kind": "choices", "label": {"id": "Sarana"}, "least": 1, "most": 2, "choices": [
   {"id": "air", "label": {"id": "Air"}}, {"id": "listrik", "label": {"id": "Listrik"}}, {"id": "gas", "label": {"id": "Gas"}}]},
  {"id": "tinggi", "kind": "yesno", "label": {"id": "Lebih dari 20 m?"}, "when": {"ask": "lantai", "op": "least", "to": ["5"]}},
  {"id": "titik", "kind": "point", "label": {"id": "Letak"}},
  {"id": "cerita", "kind": "long", "label": {"id": "Rencana"}},
  {"id": "ruang", "kind": "table", "label": {"id": "Ruangan"}, "most": 3, "columns": [
   {"id": "nama", "kind": "text", "label": {"id": "Nama"}, "required": true},
   {"id": "luas", "kind": "number", "label": {"id": "Luas"}},
   {"id": "penghuni", "kind": "nik", "label": {"id": "NIK penghuni"}}]}
 ]},
 {"id": "usaha", "title": {"id": "Usaha"}, "when": {"any": [
   {"ask": "jenis", "op": "is", "to": ["ruko", "gudang"]},
   {"all": [{"ask": "nilai", "op": "over", "to": ["1000000000"]}, {"not": {"ask": "sarana", "op": "has", "to": ["gas"]}}]}]},
  "questions": [{"id": "nib", "kind": "text", "label": {"id": "NIB"}, "required": true, "least": 13, "most": 13}]},
 {"id": "berkas", "title": {"id": "Berkas"}, "questions": [
  {"id": "ktp", "kind": "files", "label": {"id": "Foto KTP"}, "required": true, "most": 3, "size": 2000000, "accept": ["image/jpeg", "application/pdf"]},
  {"id": "benar", "kind": "statement", "label": {"id": "Data ini benar."}}
 ]}
]}`

func schemaOf(t testing.TB, text string) *Schema {
	t.Helper()
	var s Schema
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		t.Fatal(err)
	}
	return &s
}

func house(t testing.TB) *Form { return On(schemaOf(t, building), day) }

// good is what a form that can be sent says.
func good() Answers {
	return Answers{
		"nama": one("Siti Aminah"), "nik": one("3515144508680002"), "lahir": one("1968-08-05"),
		"jenis": one("rumah"), "lantai": one("2"),
		"ktp": {Files: []File{{ID: "01A", Name: "ktp.jpg", Type: "image/jpeg", Size: 300_000}}}, "benar": one(Yes),
	}
}

func one(s string) Answer { return Answer{Text: s} }

// with is a copy of answers with one more.
func with(a Answers, id string, answer Answer) Answers {
	c := Answers{id: answer}
	for k, v := range a {
		if k != id {
			c[k] = v
		}
	}
	return c
}

// faults are what is wrong, as "field key bound".
func faults(err error) []string {
	var all []string
	if err == nil {
		return nil
	}
	for _, f := range fault.From(err).Fields {
		s := f.Name + " " + f.Key
		if f.Bound != "" {
			s += " " + f.Bound
		}
		all = append(all, s)
	}
	return all
}
