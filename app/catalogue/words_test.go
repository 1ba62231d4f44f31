package catalogue

import (
	"testing"

	"rumah/shared/catalogue"
	"rumah/shared/words"
)

func TestTermsInWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		fee     catalogue.Fee
		promise catalogue.Promise
		lang    words.Lang
		want    string
	}{
		{catalogue.Fee{Kind: catalogue.Free}, catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}, words.ID, "Gratis · 1 hari kerja"},
		{catalogue.Fee{Kind: catalogue.Free}, catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}, words.EN, "Free · 1 working day"},
		{catalogue.Fee{Kind: catalogue.Levy, Amount: 1250000}, catalogue.Promise{Amount: 30, Unit: catalogue.Minutes}, words.ID, "Rp1.250.000 · 30 menit"},
		{catalogue.Fee{Kind: catalogue.Tariff}, catalogue.Promise{Unit: catalogue.Hours}, words.ID, "Berbayar · Hari itu juga"},
		{catalogue.Fee{Kind: catalogue.FeeUnknown}, catalogue.Promise{Unit: catalogue.Unpromised}, words.ID, "Biaya belum diumumkan"},
	} {
		if got := terms(c.lang, c.fee, c.promise); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if got := promiseSentence(words.ID, catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}); got != "Selesai 1 hari kerja setelah berkas lengkap." {
		t.Errorf("got %q", got)
	}
}

func TestEveryTopicHasANameAndAPicture(t *testing.T) {
	t.Parallel()
	for _, topic := range catalogue.Topics {
		if TopicName(words.ID, topic) == "" || topics[topic].icon == "" {
			t.Errorf("topic %q is not drawn", topic)
		}
	}
}

func TestSlug(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"KTP-el hilang": "ktp-el-hilang", "  Izin (PBG) 2026 ": "izin-pbg-2026", "é": "", "": "",
	} {
		if got := slug(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
