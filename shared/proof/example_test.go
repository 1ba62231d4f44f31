package proof_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"time"

	"rumah/shared/proof"
)

// A letter is signed on the server and verified on a stranger's phone that
// has no signal.
func Example() {
	seed := sha256.Sum256([]byte("an example; a house makes its key from chance"))
	private := ed25519.NewKeyFromSeed(seed[:])
	id, _ := proof.ParseID("0123-4567-89AB-CDEF-GHJK-MNPQ-RS") // 128 bits of chance

	code, err := proof.Sign(&proof.Document{
		ID: id, Service: "Surat keterangan tidak mampu", Number: "470/123/438.7.18/2026", Holder: proof.MaskName("Siti Aminah"),
		Issuer: "Kelurahan Celep", Date: "2026-11-20", Until: "2027-02-20",
	}, 1, private)
	if err != nil {
		fmt.Println(err)
		return
	}
	link, _ := proof.Link("https://rumah.example.id", code) // what the QR code holds
	fmt.Println(link[:27])

	keys := []proof.Key{{Number: 1, Public: private.Public().(ed25519.PublicKey)}}
	sealed, _ := proof.NewList(12, time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), nil, nil).Seal(1, private)
	known, _ := proof.OpenList(sealed, keys)

	scanned, host := proof.Read(link)
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("WIB", 7*3600))
	r := proof.Verify(scanned, keys, known, now)
	fmt.Println(host, r.Status, r.Document.Service, r.Document.Holder, "known", r.Known.Format("2 Jan"))

	forged := "1" + scanned[1:]
	fmt.Println(proof.Verify(forged, keys, known, now).Status)

	revoked := proof.NewList(13, now, []proof.ID{id}, nil)
	fmt.Println(proof.Verify(scanned, keys, revoked, now).Status)
	// Output:
	// HTTPS://RUMAH.EXAMPLE.ID/V/
	// rumah.example.id genuine Surat keterangan tidak mampu S*** A*** known 22 Nov
	// forged
	// revoked
}
