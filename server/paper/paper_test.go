package paper_test

import (
	"bytes"
	"context"
	"sync"
	"testing"
	"time"

	"rumah/server/paper/store"
	"rumah/shared/fault"
	contract "rumah/shared/paper"
)

// A file comes in pieces, breaks off, is asked for, goes on, and is there.
func TestAFileGoesOnWhereItBrokeOff(t *testing.T) {
	t.Parallel()
	h := open(t)
	data := photo(t, 120)
	u := h.begin(data, "image/jpeg")
	u, err := h.Add(h.as("siti"), contract.Piece{ID: u.ID, At: 0, Data: data[:1000]})
	if err != nil || u.At != 1000 {
		t.Fatalf("%v %+v", err, u)
	}
	for name, p := range map[string]contract.Piece{
		"the same again": {At: 0, Data: data[:1000]}, "one from before": {At: 500, Data: data[500:1500]}, "one from further on": {At: 1500, Data: data[1500:1600]},
	} {
		p.ID = u.ID
		if got, err := h.Add(h.as("siti"), p); err != nil || got.At != 1000 {
			t.Errorf("%s: %v %+v", name, err, got)
		}
	}
	if _, err := h.Finish(h.as("siti"), contract.ID{ID: u.ID}); err == nil {
		t.Error("finished without its end")
	} else {
		want(t, err, "paper_unfinished")
	}
	if u, err = h.Upload(h.as("siti"), contract.ID{ID: u.ID}); err != nil || u.At != 1000 || u.Kept.ID != "" {
		t.Fatalf("%v %+v", err, u)
	}
	u = h.send(u, data, 700)
	f, err := h.Finish(h.as("siti"), contract.ID{ID: u.ID})
	if err != nil || f.ID != u.ID || f.Name != "KTP Siti.jpg" || f.Type != "image/jpeg" {
		t.Fatalf("%v %+v", err, f)
	}
	if again, err := h.Finish(h.as("siti"), contract.ID{ID: u.ID}); err != nil || again != f {
		t.Errorf("%v %+v", err, again)
	}
	if late, err := h.Add(h.as("siti"), contract.Piece{ID: u.ID, At: 0, Data: data[:10]}); err != nil || late.Kept != f {
		t.Errorf("%v %+v", err, late)
	}
	got, err := h.File(h.as("siti"), contract.ID{ID: f.ID})
	if err != nil || int64(len(got.Data)) != f.Size || got.Name != f.Name || got.Type != f.Type {
		t.Errorf("%v %s %d", err, got.Name, len(got.Data))
	}
	if keys := h.lying(); len(keys) != 1 || keys[0] != "files/"+f.ID {
		t.Errorf("%v", keys)
	}
	sealed, err := h.store.ReadAll(t.Context(), "files/"+f.ID)
	if err != nil || bytes.Contains(sealed, got.Data[:20]) {
		t.Errorf("what lies outside can be read: %v", err)
	}
}

// Two devices, or one that is impatient, send the same piece at once: it is
// there once, and nothing lies where nobody finds it.
func TestOnePieceOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	data := photo(t, 150)
	u := h.begin(data, "image/jpeg")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			got, err := h.Add(h.as("siti"), contract.Piece{ID: u.ID, At: 0, Data: data[:2000]})
			if err != nil || got.At != 2000 {
				t.Errorf("%v %+v", err, got)
			}
		})
	}
	all.Wait()
	u = h.send(contract.Upload{ID: u.ID, At: 2000}, data, 5000)
	for range 4 {
		all.Go(func() {
			if _, err := h.Finish(h.as("siti"), contract.ID{ID: u.ID}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if f, err := h.Finish(h.as("siti"), contract.ID{ID: u.ID}); err != nil || f.ID == "" {
		t.Errorf("%v %+v", err, f)
	}
	if keys := h.lying(); len(keys) != 1 {
		t.Errorf("%v", keys)
	}
}

func TestWhatIsSaidIsBinding(t *testing.T) {
	t.Parallel()
	h := open(t)
	good := contract.NewUpload{Application: "surat", Question: "ktp", Name: "a.jpg", Type: "image/jpeg", Size: 1000}
	for key, edit := range map[string]func(*contract.NewUpload){
		"file_size":     func(n *contract.NewUpload) { n.Size = 200e6 },
		"file_type":     func(n *contract.NewUpload) { n.Type = "image/heic" },
		"choice":        func(n *contract.NewUpload) { n.Question = "nama" },
		"permit_issued": func(n *contract.NewUpload) { n.Application = "lama" },
		"unknown":       func(n *contract.NewUpload) { n.Application = "budi" },
		"characters":    func(n *contract.NewUpload) { n.Name = "a\x00b" },
	} {
		n := good
		edit(&n)
		_, err := h.Begin(h.as("siti"), n)
		want(t, err, key)
	}
	u, err := h.Begin(h.as("siti"), good)
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.Add(h.as("siti"), contract.Piece{ID: u.ID, At: 0, Data: make([]byte, 1001)})
	want(t, err, "file_size")
	h.exec(`UPDATE files SET size = 299999000, received = 0 WHERE id = ?`, u.ID)
	_, err = h.Begin(h.as("siti"), contract.NewUpload{Application: "surat", Question: "ktp", Name: "a.jpg", Type: "image/jpeg", Size: 1001})
	want(t, err, "papers_full")
}

// What lies about itself is gone at once.
func TestALiarIsGone(t *testing.T) {
	t.Parallel()
	h := open(t)
	for key, data := range map[string][]byte{
		"file_content": []byte("MZ is a program, whatever it is called"), "file_broken": {0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2},
	} {
		u := h.send(h.begin(data, "image/jpeg"), data, 1000)
		_, err := h.Finish(h.as("siti"), contract.ID{ID: u.ID})
		want(t, err, key)
		_, err = h.Upload(h.as("siti"), contract.ID{ID: u.ID})
		want(t, err, "unknown")
	}
	h.now = time.Now().Add(time.Hour)
	if err := h.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if keys := h.lying(); len(keys) != 0 {
		t.Errorf("%v", keys)
	}
}

// Somebody else has nothing to do with it; an officer only once it was sent,
// and where they may look.
func TestWhoReadsAFile(t *testing.T) {
	t.Parallel()
	h := open(t)
	data := photo(t, 60)
	f := h.kept(data)
	half := h.begin(data, "image/jpeg")
	id := contract.ID{ID: f.ID}
	other := h.as("budi")
	for name, try := range map[string]func() error{
		"read":    func() error { _, err := h.File(other, id); return err },
		"state":   func() error { _, err := h.Upload(other, id); return err },
		"add":     func() error { _, err := h.Add(other, contract.Piece{ID: half.ID, Data: data[:9]}); return err },
		"finish":  func() error { _, err := h.Finish(other, id); return err },
		"discard": func() error { return h.Discard(other, id) },
		"officer": func() error { _, err := h.File(h.as("vera"), id); return err },
		"half":    func() error { _, err := h.File(h.as("siti"), contract.ID{ID: half.ID}); return err },
		"no id":   func() error { _, err := h.File(h.as("siti"), contract.ID{ID: "\x00"}); return err },
	} {
		if err := try(); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(h.seen) != 0 {
		t.Errorf("%v", h.seen)
	}
	if err := h.Keep(t.Context(), h.db, "surat", []string{f.ID}); err != nil {
		t.Fatal(err)
	}
	if got, err := h.File(h.as("vera"), id); err != nil || int64(len(got.Data)) != f.Size {
		t.Error(err)
	}
	if _, err := h.File(other, id); !fault.Is(err, fault.Unknown) {
		t.Error(err)
	}
	h.exec(`UPDATE files SET application_id = 'lama' WHERE id = ?`, f.ID)
	if _, err := h.File(h.as("vera"), id); !fault.Is(err, fault.Unknown) || len(h.seen) != 2 {
		t.Errorf("%v %v", err, h.seen)
	}
}

// What was sent stays, what a draft names stays as long as it does, the rest
// goes.
func TestWhatStays(t *testing.T) {
	t.Parallel()
	h := open(t)
	data := photo(t, 60)
	sent, named, loose := h.kept(data), h.kept(data), h.kept(data)
	half := h.send(h.begin(data, "image/jpeg"), data[:10], 10)
	taken := h.kept(data)
	save := func(ids ...string) {
		if err := h.Save(t.Context(), h.db, "surat", ids); err != nil {
			t.Fatal(err)
		}
	}
	save(named.ID, loose.ID)
	save(named.ID)
	if err := h.Keep(t.Context(), h.db, "surat", []string{sent.ID}); err != nil {
		t.Fatal(err)
	}
	want(t, h.Discard(h.as("siti"), contract.ID{ID: sent.ID}), "paper_sent")
	if err := h.Discard(h.as("siti"), contract.ID{ID: taken.ID}); err != nil {
		t.Error(err)
	}
	want(t, h.Discard(h.as("siti"), contract.ID{ID: taken.ID}), "unknown")
	h.now = h.now.Add(2 * 24 * time.Hour)
	there := func(ids ...string) {
		t.Helper()
		for _, id := range ids {
			if _, err := h.Upload(h.as("siti"), contract.ID{ID: id}); err != nil {
				t.Error(err)
			}
		}
	}
	if err := h.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	there(sent.ID, named.ID, loose.ID, half.ID)
	h.now = h.now.Add(2 * 24 * time.Hour)
	h.exec(`UPDATE files_gone SET at = ?`, h.now.Add(-time.Hour))
	if err := h.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	there(sent.ID, named.ID)
	for _, id := range []string{loose.ID, half.ID} {
		_, err := h.Upload(h.as("siti"), contract.ID{ID: id})
		want(t, err, "unknown")
	}
	h.exec(`DELETE FROM applications WHERE id = 'surat'`) // as a draft is dropped
	h.exec(`UPDATE files_gone SET at = ?`, h.now.Add(-time.Hour))
	if err := h.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if keys := h.lying(); len(keys) != 0 {
		t.Errorf("%v", keys)
	}
}

// A server that dies between keeping a file and dropping its pieces leaves
// them to the sweep.
func TestPiecesThatWereLeft(t *testing.T) {
	t.Parallel()
	h := open(t)
	f := h.kept(photo(t, 60))
	if err := h.store.WriteAll(t.Context(), "pieces/"+f.ID+"/0-X", []byte("x"), nil); err != nil {
		t.Fatal(err)
	}
	h.exec(`UPDATE files SET pieces = ARRAY['pieces/' || id || '/0-X']`)
	h.now = h.now.Add(time.Hour)
	if err := h.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if keys := h.lying(); len(keys) != 1 {
		t.Errorf("%v", keys)
	}
}

// The folder beside the data holds what it is given, for the house only.
func TestTheFolder(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	folder, err := store.Open(ctx, "", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if err := folder.WriteAll(ctx, "files/AB", []byte{1, 2}, nil); err != nil {
		t.Fatal(err)
	}
	if got, err := folder.ReadAll(ctx, "files/AB"); err != nil || !bytes.Equal(got, []byte{1, 2}) {
		t.Errorf("%v %v", got, err)
	}
	if _, err := store.Open(ctx, "ftp://nowhere", ""); err == nil {
		t.Error("no such store")
	}
	s3, err := store.Open(ctx, "s3://rumah?region=id&endpoint=http://127.0.0.1:1&use_path_style=true", "")
	if err != nil {
		t.Fatal(err)
	}
	_ = s3.Close()
}

// A file does not come in crumbs: every one of them is a file of the store and
// a line of the row.
func TestAFileInCrumbs(t *testing.T) {
	t.Parallel()
	h := open(t)
	u := h.begin(make([]byte, 1_000_000), "image/jpeg")
	h.exec(`UPDATE files SET received = ?0, pieces = array_fill('x'::text, ARRAY[?0::int - 1])`, contract.MostPieces)
	for i, key := range []string{"", "too_many"} {
		_, err := h.Add(h.as("siti"), contract.Piece{ID: u.ID, At: contract.MostPieces + int64(i), Data: []byte("x")})
		if key == "" && err != nil {
			t.Fatal(err)
		}
		if key != "" {
			want(t, err, key)
		}
	}
	if n := len(h.lying()); n != 1 {
		t.Errorf("%d pieces lie there", n)
	}
}
