package document

import (
	"testing"

	"rumah/server/permit"
	"rumah/shared/form"
	contract "rumah/shared/permit"
)

// Who signs is called as people call them there, and their office once.
func TestWhoSigns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ signer, agency, want, opening string }{
		{"Kepala Desa/Lurah", "Kelurahan Celep", "Lurah", "Saya, Lurah Kelurahan Celep, menerangkan"},
		{"Kepala Desa/Lurah", "Desa Contohsari", "Kepala Desa", "Saya, Kepala Desa Contohsari, menerangkan"},
		{"Kepala Desa/Lurah", "Desa dan kelurahan", "Kepala Desa/Lurah", "Saya, Kepala Desa/Lurah Desa dan kelurahan, menerangkan"},
		{"Camat", "Kecamatan Contohjaya", "Camat", "Saya, Camat Kecamatan Contohjaya, menerangkan"},
		{"Kepala Dinas Kesehatan", "Dinas Kesehatan", "Kepala Dinas Kesehatan", "Saya, Kepala Dinas Kesehatan, menerangkan"},
	} {
		d, o := permit.Deed{Product: contract.Product{Signer: c.signer, Body: []string{"Saya, {jabatan} {instansi}, menerangkan"}}}, office{Name: c.agency}
		got := officeOf(d.Product, o)
		if said := (&Service{}).body(d, o, issued{office: got}); got != c.want || len(said) != 1 || said[0].Text != c.opening {
			t.Errorf("%s of %s: %q, %+v", c.signer, c.agency, got, said)
		}
	}
}

// A letter goes from hand to hand: how the office reaches whom it is for
// does not stand in it.
func TestALetterTellsNoPhone(t *testing.T) {
	t.Parallel()
	said := answers(permit.Deed{Rows: []form.Row{
		{ID: "nama", Kind: form.Line, Label: "Nama", Value: "Siti"}, {ID: "hp", Kind: form.Phone, Label: "Nomor HP", Value: "0812"}, {ID: "surel", Kind: form.Email, Label: "Surel", Value: "siti@contoh.id"},
	}})
	if len(said) != 1 || len(said[0].Pairs) != 1 || said[0].Pairs[0][1] != "Siti" {
		t.Errorf("%+v", said)
	}
}
