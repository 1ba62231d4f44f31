package document_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
	"testing"
	"time"

	issued "rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/form"
	contract "rumah/shared/permit"
	"rumah/shared/proof"
)

// first is the latest document of Siti's, and its code.
func (h *house) first() (issued.Line, string) {
	h.t.Helper()
	mine, err := h.Mine(h.as("siti"))
	if err != nil || len(mine.Items) == 0 {
		h.t.Fatal(err)
	}
	code, _ := proof.Read(mine.Items[0].Link)
	return mine.Items[0], code
}

// Every way of falsifying a code that one can think of: the house believes
// none, and neither does a phone that has its keys.
func TestNoFalseCodeIsBelieved(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.signed("domisili")
	_, good := h.first()
	ring, err := h.Keys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list, err := proof.OpenList(ring.List, ring.Keys)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{"nothing": "X", "a word": "SURAT", "a path": "../../etc/passwd", "SQL": "'; DROP TABLE documents; --", "zero": "\x00", "an id of nobody": strings.Repeat("0", 25) + "1"}
	for i := range good {
		codes["cut "+good[:i]] = good[:i] + "A"
		changed := []byte(good)
		if changed[i] = 'A'; good[i] == 'A' {
			changed[i] = 'B'
		}
		codes["changed "+string(changed)] = string(changed)
	}
	codes["twice"], codes["longer"] = good+good, good+"A"
	// Signed with the key of the house, by somebody who stole it: the house
	// knows that it never issued it.
	stolen, err := proof.Sign(&proof.Document{ID: proof.ID{1}, Service: "Surat", Number: "470/99/2026", Holder: "P***", Issuer: "Celep", Date: "2026-11-23"}, h.Key.Number, h.Key.Private)
	if err != nil {
		t.Fatal(err)
	}
	codes["stolen key"] = stolen
	for name, code := range codes {
		if code == good {
			continue
		}
		v, err := h.Verify(t.Context(), issued.Code{Code: code})
		if err != nil || v.Result.Status != proof.Forged && v.Result.Status != proof.UnknownKey && v.Result.Status != proof.Newer || v.Result.Document.Number != "" || v.Signer != "" {
			t.Errorf("%s: %v %+v", name, err, v)
		}
		if r := proof.Verify(code, ring.Keys, list, h.clock()); name != "stolen key" && r.Document.Number != "" {
			t.Errorf("%s without a network: %+v", name, r)
		}
	}
	t.Logf("%d false codes", len(codes))
	if v, err := h.Verify(t.Context(), issued.Code{Code: good}); err != nil || v.Result.Status != proof.Genuine {
		t.Errorf("%v %+v", err, v.Result)
	}
}

// A file is compared by its hash: the one that was signed is, any other is
// not.
func TestAFileIsCompared(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.signed("domisili")
	line, code := h.first()
	file, err := h.File(h.as("siti"), issued.ID{ID: line.ID})
	if err != nil {
		t.Fatal(err)
	}
	hash := func(data []byte) string {
		sum := sha256.Sum256(data)
		return hex.EncodeToString(sum[:])
	}
	for given, want := range map[string]issued.Match{"": issued.NoFile, hash(file.Data): issued.Same, strings.ToUpper(hash(file.Data)): issued.Same, hash(append(file.Data, ' ')): issued.Another, "x": issued.Another} {
		if v, err := h.Verify(t.Context(), issued.Code{Code: code, Hash: given}); err != nil || v.Match != want {
			t.Errorf("%s: %v %q", given, err, v.Match)
		}
	}
	if v, err := h.Verify(t.Context(), issued.Code{Code: "SURAT", Hash: hash(file.Data)}); err != nil || v.Match != issued.NoFile {
		t.Errorf("%v %+v", err, v)
	}
}

// What was taken back, what something else holds for, and what is over: at
// the house at once, on a phone with the next list.
func TestWhatDoesNotHold(t *testing.T) {
	t.Parallel()
	h := open(t)
	gone, _ := h.signed("domisili")
	goneLine, goneCode := h.first()
	old, _ := h.signed("domisili")
	_, oldCode := h.first()
	_, latest := h.signed("domisili")
	_, latestCode := h.first()

	h.act("lurah", gone, contract.Act{Action: contract.Revoke, Note: "Data tidak benar"})
	_, err := h.try("lurah", old, contract.Act{Action: contract.Replace, Number: "470/99/438.7.1.8/2026", Note: "Salah nama"})
	want(t, err, "document_instead")
	_, err = h.try("lurah", old, contract.Act{Action: contract.Replace, Number: goneLine.Number, Note: "Salah nama"})
	want(t, err, "document_instead")
	of, err := h.Of(h.as("lurah"), issued.ID{ID: old})
	if err != nil || len(of.Instead) != 1 || of.Instead[0].Number != latest {
		t.Errorf("%v %+v", err, of.Instead)
	}
	h.act("lurah", old, contract.Act{Action: contract.Replace, Number: latest, Note: "Salah nama"})

	ring, err := h.Keys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list, err := proof.OpenList(ring.List, ring.Keys)
	if err != nil || list.Version != 3 || list.Len() != 2 {
		t.Fatalf("%v %+v", err, list)
	}
	check := func(code string, want proof.Status) issued.Verdict {
		t.Helper()
		v, err := h.Verify(t.Context(), issued.Code{Code: code})
		if err != nil || v.Result.Status != want {
			t.Errorf("%v %s, want %s", err, v.Result.Status, want)
		}
		if r := proof.Verify(code, ring.Keys, list, h.clock()); r.Status != want {
			t.Errorf("without a network: %s, want %s", r.Status, want)
		}
		return v
	}
	if v := check(goneCode, proof.Revoked); v.Ended.IsZero() || v.Instead != "" {
		t.Errorf("%+v", v)
	}
	if v := check(oldCode, proof.Replaced); v.Instead != latest {
		t.Errorf("%+v", v)
	}
	check(latestCode, proof.Genuine)
	mine, err := h.Mine(h.as("siti"))
	if err != nil || mine.Items[2].Status != proof.Revoked || mine.Items[2].Reason != "Data tidak benar" || mine.Items[1].Instead != latest {
		t.Errorf("%v %+v", err, mine.Items)
	}
	h.later(91 * 24 * time.Hour)
	check(latestCode, proof.Expired)
	check(goneCode, proof.Revoked)
}

// Whose it is not does not get it: not the file, not the list, and no word of
// it at a desk that has nothing to do with it.
func TestDocumentsAreTheirHolders(t *testing.T) {
	t.Parallel()
	h := open(t)
	application, _ := h.signed("domisili")
	line, _ := h.first()
	id := issued.ID{ID: line.ID}
	for _, who := range []string{"budi", "carla", ""} {
		if _, err := h.File(h.as(who), id); !fault.Is(err, fault.Unknown) {
			t.Errorf("%q: %v", who, err)
		}
	}
	for _, who := range []string{"siti", "vera", "lurah"} {
		if _, err := h.File(h.as(who), id); err != nil {
			t.Errorf("%s: %v", who, err)
		}
	}
	for _, own := range []string{line.ID, application} {
		if shown, err := h.One(h.as("siti"), issued.ID{ID: own}); err != nil || shown.Number != line.Number || shown.QRSize < 40 {
			t.Errorf("%v %+v", err, shown.Line)
		}
		for _, who := range []string{"budi", "lurah"} {
			if _, err := h.One(h.as(who), issued.ID{ID: own}); !fault.Is(err, fault.Unknown) {
				t.Errorf("%s: %v", who, err)
			}
		}
	}
	if mine, err := h.Mine(h.as("budi")); err != nil || len(mine.Items) != 0 {
		t.Errorf("%v %+v", err, mine)
	}
	if _, err := h.Of(h.as("carla"), issued.ID{ID: application}); !fault.Is(err, fault.Unknown) {
		t.Error(err)
	}
	for _, wrong := range []string{"\x00", "tidak-ada"} {
		if _, err := h.File(h.as("siti"), issued.ID{ID: wrong}); !fault.Is(err, fault.Unknown) {
			t.Error(err)
		}
		if _, err := h.Of(h.as("lurah"), issued.ID{ID: wrong}); !fault.Is(err, fault.Unknown) {
			t.Error(err)
		}
	}
}

// A letter that somebody has is a file of the next application, without being
// printed and photographed.
func TestADocumentIsAttached(t *testing.T) {
	t.Parallel()
	h := open(t)
	gone, _ := h.signed("domisili")
	line, _ := h.first()
	next, err := h.permits.Start(h.as("siti"), contract.Start{Service: "lain"})
	if err != nil {
		t.Fatal(err)
	}
	attach := issued.Attach{ID: line.ID, Application: next.ID, Question: "lampiran"}
	file, err := h.Attach(h.as("siti"), attach)
	if err != nil || file.Type != "application/pdf" || file.Size != line.Size || file.Letter != line.ID {
		t.Fatalf("%v %+v", err, file)
	}
	sent, err := h.permits.Send(h.as("siti"), contract.Send{ID: next.ID, Answers: form.Answers{"lampiran": {Files: []form.File{{ID: file.ID, Name: "x", Type: "application/pdf", Size: 1, Letter: "somebody else's"}}}, "benar": {Text: "yes"}}})
	if err != nil || sent.Answers["lampiran"].Files[0] != file {
		t.Errorf("%v %+v", err, sent.Answers)
	}
	seen := func(status proof.Status) {
		t.Helper()
		f, err := h.permits.Open(h.as("vera"), contract.ID{ID: next.ID})
		if want := (contract.Letter{ID: line.ID, Number: line.Number, Holder: holder, Issuer: "Kelurahan Celep", Status: status}); err != nil || len(f.Letters) != 1 || f.Letters[0] != want {
			t.Errorf("%v %+v, want %+v", err, f.Letters, want)
		}
	}
	seen(proof.Genuine)
	_, err = h.Attach(h.as("budi"), attach)
	want(t, err, "unknown")
	_, err = h.Attach(h.as("siti"), attach)
	want(t, err, "permit_submitted")
	other, err := h.permits.Start(h.as("siti"), contract.Start{Service: "lain"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.Attach(h.as("siti"), issued.Attach{ID: line.ID, Application: other.ID, Question: "nama"})
	want(t, err, "choice")
	held, err := h.Attach(h.as("siti"), issued.Attach{ID: line.ID, Application: other.ID, Question: "lampiran"})
	if err != nil {
		t.Fatal(err)
	}
	h.act("lurah", gone, contract.Act{Action: contract.Revoke, Note: "Keliru"})
	_, err = h.Attach(h.as("siti"), issued.Attach{ID: line.ID, Application: other.ID, Question: "lampiran"})
	want(t, err, "document_revoked")
	seen(proof.Revoked)
	_, err = h.permits.Send(h.as("siti"), contract.Send{ID: other.ID, Answers: form.Answers{"lampiran": {Files: []form.File{held}}, "benar": {Text: "yes"}}})
	want(t, err, "document_revoked")
}

// What holds instead of a letter holds itself: not one whose time is over or
// that is of another service, and of two that are to replace each other at
// once one stays.
func TestWhatHoldsInstead(t *testing.T) {
	t.Parallel()
	h := open(t)
	old, oldNumber := h.signed("domisili")
	_, lain := h.signed("lain")
	replace := func(id, number string) error {
		_, err := h.try("lurah", id, contract.Act{Action: contract.Replace, Note: "Salah ketik", Number: number})
		return err
	}
	want(t, replace(old, lain), "document_instead")
	h.later(91 * 24 * time.Hour) // it held for 90 days
	one, oneNumber := h.signed("domisili")
	want(t, replace(one, oldNumber), "document_instead")
	if of, err := h.Of(h.as("lurah"), issued.ID{ID: one}); err != nil || len(of.Instead) != 0 {
		t.Errorf("%+v %v", of.Instead, err)
	}
	two, twoNumber := h.signed("domisili")
	var wg sync.WaitGroup
	errs := make([]error, 2)
	seen := func(id string) int64 {
		f, err := h.permits.Open(h.as("lurah"), contract.ID{ID: id})
		if err != nil {
			t.Fatal(err)
		}
		return f.Version
	}
	for i, c := range []contract.Act{{ID: one, Number: twoNumber, Seen: seen(one)}, {ID: two, Number: oneNumber, Seen: seen(two)}} {
		c.Action, c.Note = contract.Replace, "Salah ketik"
		wg.Go(func() { _, errs[i] = h.permits.Act(h.as("lurah"), c) })
	}
	wg.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Errorf("%v, %v", errs[0], errs[1])
	}
	if n := h.text(`SELECT count(*)::text FROM documents WHERE ended IS NULL AND service_id = 'domisili' AND id <> (SELECT id FROM documents WHERE application_id = ?)`, old); n != "1" {
		t.Errorf("%s of two hold", n)
	}
}

// Only who signs for the office, or runs it, takes a letter back: with a
// reason, and on what they have seen. They find it by the number on the paper;
// nobody else does.
func TestWhoTakesALetterBack(t *testing.T) {
	t.Parallel()
	h := open(t)
	application, number := h.signed("domisili")
	find := func(who, text string) int {
		t.Helper()
		desk, err := h.permits.Desk(h.as(who), contract.DeskFilter{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		return len(desk.Items)
	}
	for who, want := range map[string]int{"lurah": 1, "vera": 1, "carla": 0} {
		if got := find(who, " "+number); got != want {
			t.Errorf("%s finds %d", who, got)
		}
	}
	if got := find("lurah", "470/99/x"); got != 0 {
		t.Errorf("%d of another number", got)
	}
	revoke := contract.Act{Action: contract.Revoke, Note: "Keliru"}
	_, err := h.try("vera", application, revoke)
	want(t, err, "denied")
	_, err = h.try("carla", application, revoke)
	want(t, err, "unknown")
	_, err = h.try("lurah", application, contract.Act{Action: contract.Revoke, Note: " "})
	want(t, err, "required")
	if mine, err := h.Mine(h.as("siti")); err != nil || mine.Items[0].Status != proof.Genuine {
		t.Errorf("%v %+v", err, mine.Items)
	}
	h.act("plh", application, revoke)
	if mine, err := h.Mine(h.as("siti")); err != nil || mine.Items[0].Status != proof.Revoked || mine.Items[0].Reason != "Keliru" {
		t.Errorf("%v %+v", err, mine.Items)
	}
	if got := find("lurah", number); got != 1 {
		t.Error("what was taken back is found no more")
	}
}

// The copy of somebody's data has their letters, also what holds no more.
func TestTheCopyHasLetters(t *testing.T) {
	t.Parallel()
	h := open(t)
	application, number := h.signed("domisili")
	line, _ := h.first()
	h.act("lurah", application, contract.Act{Action: contract.Revoke, Note: "Keliru"})
	list, err := h.Copy(t.Context(), "siti")
	if err != nil || len(list) != 1 || list[0].Number != number || list[0].Link != line.Link || list[0].Holder != holder || list[0].Status != string(proof.Revoked) || list[0].Reason != "Keliru" {
		t.Errorf("%v %+v", err, list)
	}
	if none, err := h.Copy(t.Context(), "budi"); err != nil || len(none) != 0 {
		t.Errorf("%v %+v", err, none)
	}
}
