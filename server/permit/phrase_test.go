package permit_test

import (
	"strings"
	"testing"

	"rumah/shared/fault"
	contract "rumah/shared/permit"
)

// titles are the sentences somebody is offered; in brackets those that they
// may not change.
func (h *house) titles(who string) string {
	h.t.Helper()
	got, err := h.Phrases(h.as(who))
	if err != nil {
		h.t.Fatal(err)
	}
	list := make([]string, len(got.Items))
	for i, p := range got.Items {
		if list[i] = p.Title; !p.May {
			list[i] = "[" + p.Title + "]"
		}
	}
	return strings.Join(list, " ")
}

// What an officer writes again and again is kept for the agency: colleagues
// and those below it pick it, its author and the admin change it.
func TestPhrases(t *testing.T) {
	t.Parallel()
	h := open(t)
	keep := func(who string, in contract.NewPhrase) (contract.Phrase, error) { return h.Phrase(h.as(who), in) }
	kk, err := keep("vera", contract.NewPhrase{Agency: "bebekan", Service: "domisili", Title: "KK kabur", Body: "Mohon foto ulang KK di tempat terang."})
	if err != nil || kk.Author != "Vera" || kk.Agency.Name != "Kelurahan Bebekan" || kk.Service.Name != "Surat domisili" || !kk.May {
		t.Fatalf("%+v %v", kk, err)
	}
	if _, err := keep("camat", contract.NewPhrase{Agency: "taman", Title: "Batas waktu", Body: "Paling lambat tiga hari."}); err != nil {
		t.Fatal(err)
	}
	if _, err := keep("camat", contract.NewPhrase{Agency: "bebekan", Title: "Alamat kurang", Body: "Tulis RT dan RW-nya."}); err != nil {
		t.Error("the admin above writes for those below", err)
	}
	for who, want := range map[string]string{
		"vera": "[Alamat kurang] [Batas waktu] KK kabur", "vino": "[Alamat kurang] [Batas waktu] [KK kabur]", "lurah": "[Alamat kurang] [Batas waktu] [KK kabur]",
		"camat": "Alamat kurang Batas waktu KK kabur", "carla": "", "dina": "", "bupati": "Alamat kurang Batas waktu KK kabur",
	} {
		if got := h.titles(who); got != want {
			t.Errorf("%s: %s, want %s", who, got, want)
		}
	}
	_, err = keep("vera", contract.NewPhrase{Agency: "celep", Title: "Bukan kami", Body: "Bukan milik kami."})
	want(t, err, "choice")
	_, err = keep("vera", contract.NewPhrase{Agency: "taman", Title: "Bukan kami", Body: "Bukan milik kami."})
	want(t, err, "choice")
	_, err = keep("vera", contract.NewPhrase{Agency: "bebekan", Service: "tidak-ada", Title: "Bukan kami", Body: "Bukan milik kami."})
	want(t, err, "choice")
	_, err = keep("vera", contract.NewPhrase{Agency: "bebekan", Title: "Bukan kami", Body: "\x00\x00\x00"})
	want(t, err, "characters")
	_, err = keep("vino", contract.NewPhrase{ID: kk.ID, Agency: "bebekan", Title: "KK gelap", Body: "Mohon foto ulang."})
	want(t, err, "denied")
	_, err = keep("carla", contract.NewPhrase{ID: kk.ID, Agency: "celep", Title: "KK gelap", Body: "Mohon foto ulang."})
	want(t, err, "unknown")
	if kk, err = keep("camat", contract.NewPhrase{ID: kk.ID, Agency: "taman", Title: "KK gelap", Body: "Mohon foto ulang."}); err != nil || kk.Agency.ID != "bebekan" || kk.Service.ID != "" || kk.Author != "Vera" {
		t.Errorf("%+v %v", kk, err)
	}
	for who, key := range map[string]string{"vino": "denied", "carla": "unknown"} {
		want(t, h.Unphrase(h.as(who), contract.ID{ID: kk.ID}), key)
	}
	if err := h.Unphrase(h.as("vera"), contract.ID{ID: kk.ID}); err != nil {
		t.Error(err)
	}
	for _, id := range []string{kk.ID, "\x00"} {
		if err := h.Unphrase(h.as("vera"), contract.ID{ID: id}); !fault.Is(err, fault.Unknown) {
			t.Error(err)
		}
	}
	h.exec(`INSERT INTO permit_phrases SELECT 'x' || n, 'bebekan', NULL, 'Kalimat ' || n, 'Isi', 'vera', now() FROM generate_series(1, ?) n`, contract.MostPhrases)
	_, err = keep("vera", contract.NewPhrase{Agency: "bebekan", Title: "Satu lagi", Body: "Satu lagi saja."})
	want(t, err, "phrases_full")
}
