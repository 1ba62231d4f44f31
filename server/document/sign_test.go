package document_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rumah/server/document"
	"rumah/server/letter/lettertest"
	"rumah/server/signer"
	"rumah/server/vault"
	issued "rumah/shared/document"
	"rumah/shared/fault"
	contract "rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

const golden = `PEMERINTAH KABUPATEN CONTOH
KELURAHAN CELEP
Jl. Raden Patah No. 1, telp. 031-123
SURAT KETERANGAN DOMISILI
Nomor: 470/1/438.7.1.8/2026
Yang bertanda tangan di bawah ini, Lurah Kelurahan Celep, menerangkan bahwa Siti Nur'aini Éka, NIK
3515085203900001, berdomisili di Celep, Kota.
Nama : Siti Nur'aini Éka
Nik : 3515085203900001
Wilayah : Celep, Kota
Anak:
Nama Asal
Dimas Celep, Kota
Dwi
Berlaku sampai 21 Februari 2027, keterangan lain -.
Contoh, 23 November 2026
Lurah
Ditandatangani secara elektronik
Bambang Éko, lurah
Berlaku sampai 21 Februari 2027. Keaslian surat ini dapat diperiksa dengan memindai kode QR, atau di
https://rumah.example.id/periksa dengan kode CODE.
TIDAK TERSERTIFIKASI. Dokumen ini ditandatangani secara elektronik dengan kunci milik Kabupaten Contoh
sendiri, bukan sertifikat BSrE.`

// A letter from its signature to the phone of whoever is shown it: it says
// what was answered, has its number from the house, and its code is genuine.
func TestALetterIsSignedAndVerified(t *testing.T) {
	t.Parallel()
	h := open(t)
	id, number := h.signed("domisili")
	if number != "470/1/438.7.1.8/2026" {
		t.Errorf("number %s", number)
	}
	mine, err := h.Mine(h.as("siti"))
	if err != nil || len(mine.Items) != 1 {
		t.Fatalf("%v %+v", err, mine)
	}
	line := mine.Items[0]
	if line.Application != id || line.Number != number || line.Status != proof.Genuine || line.Holder != holder || line.Until != "2027-02-21" || line.Certified || line.Size == 0 {
		t.Errorf("%+v", line)
	}
	file, err := h.File(h.as("siti"), issued.ID{ID: line.ID})
	if err != nil || file.Name != "Surat Keterangan Domisili 470-1-438.7.1.8-2026.pdf" || int64(len(file.Data)) != line.Size || !bytes.Contains(file.Data, []byte("/ETSI.CAdES.detached")) {
		t.Fatalf("%v %s", err, file.Name)
	}
	code := line.ID
	text := lettertest.Text(t, file.Data)
	groups := strings.Join([]string{code[:5], code[5:10], code[10:15], code[15:20], code[20:25], code[25:]}, "-")
	if text = strings.ReplaceAll(text, groups, "CODE"); !slices.Equal(strings.Fields(text), strings.Fields(golden)) { // where a line breaks the code decides
		t.Errorf("%s", text)
	}
	if sealed, err := h.store.ReadAll(t.Context(), "documents/"+line.ID); err != nil || bytes.Contains(sealed, []byte("%PDF")) {
		t.Errorf("it lies open: %v", err)
	}

	scanned, host := proof.Read(line.Link)
	for _, typed := range []string{scanned, strings.ToLower(scanned), line.Link, line.ID, strings.ToLower(groups)} {
		v, err := h.Verify(t.Context(), issued.Code{Code: typed})
		d := v.Result.Document
		if err != nil || v.Result.Status != proof.Genuine || d.Number != number || d.Holder != "S*** N***" || d.Issuer != "Kelurahan Celep" || d.Service != "Surat Keterangan Domisili" || v.Signer != "Bambang Éko, lurah" || v.Office != "Lurah" || v.Code != scanned {
			t.Errorf("%s: %v %+v", typed, err, v)
		}
	}
	if host != "rumah.example.id" {
		t.Error(host)
	}
	ring, err := h.Keys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list, err := proof.OpenList(ring.List, ring.Keys)
	if err != nil || list.Version != 1 || list.Len() != 0 {
		t.Fatalf("%v %+v", err, list)
	}
	if r := proof.Verify(scanned, ring.Keys, list, h.clock()); r.Status != proof.Genuine || r.Document.Number != number {
		t.Errorf("without a network: %+v", r)
	}
	of, err := h.Of(h.as("lurah"), issued.ID{ID: id})
	if err != nil || of.Signing != issued.Signed || of.Document.Number != number || of.Passphrase {
		t.Errorf("%v %+v", err, of)
	}
}

// A service whose letter nobody has written has one too.
func TestTheUsualLetter(t *testing.T) {
	t.Parallel()
	h := open(t)
	_, number := h.signed("lain")
	mine, err := h.Mine(h.as("siti"))
	if err != nil || number != "1/438.7.1.8/2026" || mine.Items[0].Until != "" {
		t.Fatalf("%v %s %+v", err, number, mine)
	}
	file, err := h.File(h.as("siti"), issued.ID{ID: mine.Items[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	text := lettertest.Text(t, file.Data)
	for _, part := range []string{"SURAT LAIN", "Pejabat penanda tangan Kelurahan Celep, menerangkan", "Wilayah : Celep, Kota", "Demikian surat ini dibuat"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}

// Whatever fails leaves nothing behind: no letter, no number, no event; and
// the next letter takes the number.
func TestAFailureLeavesNoGap(t *testing.T) {
	t.Parallel()
	h := open(t)
	id := h.ready("domisili")
	h.pen.fails(errBroken)
	if _, err := h.try("lurah", id, contract.Act{Action: contract.Sign}); err == nil {
		t.Error("signed with a broken pen")
	}
	h.pen.fails(fault.Wrong(fault.Field{Name: "passphrase", Key: "sign_passphrase"}))
	_, err := h.try("lurah", id, contract.Act{Action: contract.Sign})
	want(t, err, "sign_passphrase")
	if left := h.text(`SELECT (SELECT count(*) FROM documents) || ' ' || (SELECT count(*) FROM letter_series) || ' ' || (SELECT count(*) FROM lost_signings) || ' ' || stage FROM applications WHERE id = ?`, id); left != "0 0 0 signature" {
		t.Error(left)
	}
	h.pen.fails(nil)
	f, err := h.permits.Open(h.as("lurah"), contract.ID{ID: id})
	if err != nil {
		t.Fatal(err)
	}
	for _, seen := range []int64{f.Version - 1, f.Version + 1} { // somebody was faster
		_, err := h.permits.Act(h.as("lurah"), contract.Act{ID: id, Action: contract.Sign, Seen: seen})
		want(t, err, "permit_changed")
	}
	_, err = h.try("vera", id, contract.Act{Action: contract.Sign})
	want(t, err, "denied")
	if h.pen.made != 2 {
		t.Errorf("the pen was used %d times", h.pen.made)
	}
	if f := h.act("lurah", id, contract.Act{Action: contract.Sign, Number: "ketikan"}); f.Head.Number != "470/1/438.7.1.8/2026" {
		t.Errorf("%+v", f.Head)
	}
	for list := h.store.List(nil); ; {
		o, err := list.Next(t.Context())
		if err != nil {
			break
		}
		if !strings.Contains(h.text(`SELECT string_agg(id, ' ') FROM documents`), strings.TrimPrefix(o.Key, "documents/")) {
			t.Errorf("%s lies there for nobody", o.Key)
		}
	}
}

// Many sign at once: every letter has a number of its own, and none is left
// out, whoever fails among them.
func TestNumbersHaveNoGapAndNoDouble(t *testing.T) {
	t.Parallel()
	h := open(t)
	const letters = 24
	var ids []string
	for range letters {
		ids = append(ids, h.ready("domisili"))
	}
	now := h.clock()
	var all sync.WaitGroup
	var mu sync.Mutex
	var got []string
	for i, id := range ids {
		all.Go(func() {
			ctx := h.as([]string{"lurah", "plh"}[i%2])
			f, err := h.permits.Open(ctx, contract.ID{ID: id})
			if err != nil {
				t.Error(err)
				return
			}
			// Each is tried by three officers at once: one of them signs it.
			var three sync.WaitGroup
			for range 3 {
				three.Go(func() {
					f, err := h.permits.Act(ctx, contract.Act{ID: id, Action: contract.Sign, Seen: f.Version})
					if err != nil {
						want(t, err, "permit_changed")
						return
					}
					mu.Lock()
					defer mu.Unlock()
					got = append(got, f.Head.Number)
				})
			}
			three.Wait()
		})
	}
	all.Wait()
	var wanted []string
	for i := range letters {
		wanted = append(wanted, fmt.Sprintf("470/%d/438.7.1.8/2026", i+1))
	}
	slices.Sort(got)
	slices.Sort(wanted)
	if !slices.Equal(got, wanted) {
		t.Errorf("%q", got)
	}
	if last := h.text(`SELECT last::text FROM letter_series`); last != fmt.Sprint(letters) {
		t.Errorf("the series stands at %s", last)
	}
	if h.clock().Before(now) {
		t.Error("time went back")
	}
}

// Numbers begin anew each year, and each class and office counts for itself.
func TestSeries(t *testing.T) {
	t.Parallel()
	h := open(t)
	_, first := h.signed("domisili")
	_, other := h.signed("lain")
	h.later(40 * 24 * time.Hour)
	_, next := h.signed("domisili")
	if first != "470/1/438.7.1.8/2026" || other != "1/438.7.1.8/2026" || next != "470/1/438.7.1.8/2027" {
		t.Error(first, other, next)
	}
}

// Nobody knows whether it was signed: that is said, nothing is tried again by
// itself, the number waits for the application, and whoever has looked signs
// it under that number.
func TestASignatureWhoseAnswerIsLost(t *testing.T) {
	t.Parallel()
	h := open(t)
	id := h.ready("domisili")
	h.pen.fails(signer.ErrUnknown)
	ctx, cancel := context.WithCancel(h.as("lurah"))
	cancel() // the officer's phone has given up as well
	f, err := h.permits.Open(h.as("lurah"), contract.ID{ID: id})
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.permits.Act(ctx, contract.Act{ID: id, Action: contract.Sign, Seen: f.Version})
	if err == nil {
		t.Error("signed by nobody")
	}
	_, err = h.try("lurah", id, contract.Act{Action: contract.Sign})
	want(t, err, "sign_unknown")
	h.pen.fails(nil)
	made := h.pen.made
	for range 2 {
		_, err = h.try("lurah", id, contract.Act{Action: contract.Sign})
		want(t, err, "sign_unknown")
	}
	if h.pen.made != made {
		t.Error("it was tried again blindly")
	}
	of, err := h.Of(h.as("lurah"), issued.ID{ID: id})
	if err != nil || of.Signing != issued.Unknown || of.Number != "470/1/438.7.1.8/2026" || of.Tried.IsZero() {
		t.Errorf("%v %+v", err, of)
	}
	if f, err := h.permits.Open(h.as("lurah"), contract.ID{ID: id}); err != nil || f.Stage != contract.Signature {
		t.Errorf("%v %s", err, f.Stage)
	}
	if _, number := h.signed("domisili"); number != "470/2/438.7.1.8/2026" {
		t.Errorf("the next is %s", number)
	}
	if f := h.act("plh", id, contract.Act{Action: contract.Sign, Again: true}); f.Head.Number != "470/1/438.7.1.8/2026" || f.Stage != contract.Issued {
		t.Errorf("%+v", f.Head)
	}
	if left := h.text(`SELECT count(*)::text FROM lost_signings`); left != "0" {
		t.Errorf("%s are lost", left)
	}
}

// A key is kept; another secret signs from then on, and the one before still
// verifies what it signed.
func TestKeysFollowEachOther(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.signed("domisili")
	mine, err := h.Mine(h.as("siti"))
	if err != nil {
		t.Fatal(err)
	}
	v, err := vault.New("a secret for tests that is long enough")
	if err != nil {
		t.Fatal(err)
	}
	keep := func(certified bool, secret []byte, now time.Time) document.Key {
		k, err := document.Keep(t.Context(), h.db, v, certified, secret, "Kabupaten Contoh", now, wib)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	if k := keep(false, nil, h.now); k.Number != 1 || !k.Private.Equal(h.Key.Private) {
		t.Errorf("key %d", k.Number)
	}
	secret, err := document.Secret("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=")
	if err != nil {
		t.Fatal(err)
	}
	tomorrow := h.now.AddDate(0, 0, 1)
	if k := keep(false, secret, tomorrow); k.Number != 2 {
		t.Errorf("key %d", k.Number)
	}
	if k := keep(false, secret, tomorrow); k.Number != 2 {
		t.Errorf("key %d", k.Number)
	}
	if k := keep(true, nil, tomorrow); k.Number != 3 {
		t.Errorf("key %d", k.Number)
	}
	if v, err := h.Verify(t.Context(), issued.Code{Code: mine.Items[0].Link}); err != nil || v.Result.Status != proof.Genuine {
		t.Errorf("%v %+v", err, v.Result)
	}
	ring, err := h.Keys(t.Context())
	if err != nil || len(ring.Keys) != 3 || ring.Keys[0].Until == "" || ring.Keys[1].Until != "" || !ring.Keys[2].Certified {
		t.Errorf("%v %+v", err, ring.Keys)
	}
	other, err := vault.New("another secret for tests, long enough too")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := document.Keep(t.Context(), h.db, other, false, nil, "", h.now, wib); err == nil {
		t.Error("a key opens for another house")
	}
	for _, wrong := range []string{"", "AAAA", "not base64!"} {
		if _, err := document.Secret(wrong); err == nil {
			t.Errorf("%q is a secret", wrong)
		}
	}
	for _, key := range []string{"sign_unknown", "sign_busy", "document_instead", "document_revoked", "document_replaced", "document_expired"} {
		if words.Faults[key] == (words.T{}) {
			t.Errorf("%s has no words", key)
		}
	}
}

// A signer who does not answer holds up those who sign, and nobody else: the
// house goes on, who wants to do something with a letter that is being signed
// is told so, and of those that waited for its number each is told or gets one.
func TestASignerWhoTakesLong(t *testing.T) {
	t.Parallel()
	h := open(t)
	var ids []string
	for range 30 {
		ids = append(ids, h.ready("domisili"))
	}
	h.pen.gate = make(chan struct{})
	var all sync.WaitGroup
	errs := make([]error, len(ids))
	for i, id := range ids {
		f, err := h.permits.Open(h.as("lurah"), contract.ID{ID: id})
		if err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			_, errs[i] = h.permits.Act(h.as("lurah"), contract.Act{ID: id, Action: contract.Sign, Seen: f.Version})
		})
	}
	waiting := `SELECT (count(*) > 3)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%letter_series%'`
	for h.text(waiting) != "true" { // one has the number, and the others that may sign wait for it
	}
	began := time.Now()
	for range 20 {
		if _, err := h.Mine(h.as("siti")); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("others wait for %s", took)
	}
	var owner string
	for owner == "" {
		owner = h.text(`SELECT coalesce((SELECT a.id FROM applications a WHERE NOT EXISTS (SELECT FROM (SELECT id FROM applications FOR UPDATE SKIP LOCKED) free WHERE free.id = a.id) LIMIT 1), '')`)
	}
	if err := h.permits.Drop(h.as("siti"), contract.ID{ID: owner}); fault.From(err) == nil || fault.From(err).Code != fault.Conflict {
		t.Errorf("a letter that is being signed was cancelled: %v", err)
	}
	close(h.pen.gate)
	all.Wait()
	signed := 0
	for _, err := range errs {
		if err == nil {
			signed++
		} else {
			want(t, err, "sign_busy")
		}
	}
	if last := h.text(`SELECT last::text FROM letter_series`); signed == 0 || last != fmt.Sprint(signed) {
		t.Errorf("%d were signed, and the series stands at %s", signed, last)
	}
}
