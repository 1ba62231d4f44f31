package form_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/words"
)

// An office asks for a letter about a business. Who has no land of their own
// needs the owner's consent.
func Example() {
	var schema form.Schema
	err := json.Unmarshal([]byte(`{"sections": [
	  {"id": "usaha", "title": {"id": "Usaha"}, "questions": [
	    {"id": "nama", "kind": "text", "label": {"id": "Nama usaha"}, "required": true, "most": 80},
	    {"id": "omzet", "kind": "money", "label": {"id": "Omzet sebulan"}},
	    {"id": "milik", "kind": "yesno", "label": {"id": "Tempat milik sendiri?"}, "required": true}]},
	  {"id": "berkas", "title": {"id": "Berkas"}, "questions": [
	    {"id": "izin", "kind": "files", "label": {"id": "Izin pemilik tempat"}, "required": true,
	     "when": {"ask": "milik", "op": "is", "to": ["no"]}},
	    {"id": "benar", "kind": "statement", "label": {"id": "Data ini benar."}}]}
	]}`), &schema)
	if err == nil {
		err = form.Check(&schema) // when the agency saves it
	}
	if err != nil {
		fmt.Println(err)
		return
	}

	f := form.On(&schema, "2026-11-23")
	typed := form.Answers{"nama": {Text: " Warung  Bu Siti"}, "omzet": {Text: "Rp 4.500.000"}, "milik": {Text: "no"}, "benar": {Text: "yes"}}
	fmt.Println("missing:", f.Missing(typed))

	_, err = f.Validate(typed)
	var wrong *fault.Fault
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Fields[0].Name+":", words.Fault(words.EN, wrong.Fields[0].Key, wrong.Fields[0].Bound))
	}

	typed["milik"] = form.Answer{Text: "yes"}
	kept, err := f.Validate(typed)
	fmt.Println(kept["nama"].Text, kept["omzet"].Text, err)
	for _, row := range f.Summary(kept, words.ID) {
		fmt.Printf("%s: %s\n", row.Label, row.Value)
	}

	// An officer marks the turnover; nothing else may change.
	_, err = f.Correct(kept, form.Answers{"nama": {Text: "Toko Bu Siti"}, "milik": {Text: "yes"}, "benar": {Text: "yes"}}, []string{"omzet"})
	fmt.Println(err)
	// Output:
	// missing: [izin]
	// izin: Fill this in first.
	// Warung Bu Siti 4500000 <nil>
	// Nama usaha: Warung Bu Siti
	// Omzet sebulan: Rp4.500.000
	// Tempat milik sendiri?: Ya
	// Data ini benar.: Ya
	// invalid: invalid nama=answer_locked
}
