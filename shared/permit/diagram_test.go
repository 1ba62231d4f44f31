package permit

import (
	"strings"
	"testing"

	"rumah/shared/form"
	"rumah/shared/words"
)

func TestDiagram(t *testing.T) {
	t.Parallel()
	d := letter()
	d.Steps[0].Name = form.Text{ID: "Periksa\n\"berkas\"", EN: "Look"}
	want := `stateDiagram-v2
    state "Belum terkirim" as draft
    state "Diajukan" as submitted
    state "Periksa  berkas " as documents
    state "Perlu Anda perbaiki" as returned
    state "Menunggu tanda tangan" as signature
    state "Ditolak" as refused
    state "Terbit" as issued
    state "Kedaluwarsa" as expired
    state "Dicabut" as revoked
    state "Diganti" as replaced
    [*] --> draft
    draft --> submitted: Kirim
    submitted --> documents: Ambil
    documents --> returned: Kembalikan ke pemohon
    documents --> signature: Sesuai, lanjutkan
    documents --> refused: Tolak
    signature --> issued: Tanda tangani
    signature --> refused: Tolak
    signature --> documents: Kembalikan ke rekan
    returned --> documents: Kirim perbaikan
    returned --> expired: Lewat waktu perbaikan
    issued --> revoked: Cabut
    issued --> replaced: Ganti
    issued --> [*]
    refused --> [*]
    expired --> [*]
    revoked --> [*]
    replaced --> [*]
`
	if got := Diagram(d, words.ID); got != want {
		t.Errorf("%s", got)
	}
	whole := Diagram(building(), words.EN)
	for _, line := range []string{"submitted --> documents: Take", "assessment --> initials: Set the fee", "pickup --> collected: Collected", "signature --> survey: Send back to a colleague"} {
		if !strings.Contains(whole, "    "+line+"\n") {
			t.Errorf("%q is missing:\n%s", line, whole)
		}
	}
}
