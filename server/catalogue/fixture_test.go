package catalogue_test

import (
	"context"
	"io/fs"
	"path"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/assets"
	"rumah/server/api"
	service "rumah/server/catalogue"
	"rumah/server/city"
	"rumah/server/place"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	shared "rumah/shared/place"
)

// wib is the clock of the packs tested here.
var wib = time.FixedZone("WIB", 7*3600)

// noon is a working Monday in the middle of the day.
var noon = time.Date(2026, 11, 23, 10, 0, 0, 0, wib)

// folders are the embedded packs.
func folders(t testing.TB) []fs.FS {
	t.Helper()
	names, err := fs.ReadDir(assets.FS, "city")
	if err != nil || len(names) == 0 {
		t.Fatalf("no packs: %v", err)
	}
	all := []fs.FS{}
	for _, f := range names {
		sub, err := fs.Sub(assets.FS, path.Join("city", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sub)
	}
	return all
}

// town is a pack with made-up services, and who works there.
type town struct {
	pack         *city.Pack
	above, below string // an agency and one below it
	other        string // an agency that has nothing to do with them
}

// made is the first embedded pack with a catalogue that tests know by heart.
func made(t testing.TB) town {
	t.Helper()
	pack, err := city.Load(folders(t)[0])
	if err != nil {
		t.Fatal(err)
	}
	w := town{pack: pack}
	for _, a := range pack.Agencies {
		switch {
		case a.Parent != "" && w.below == "":
			w.above, w.below = a.Parent, a.ID
		case a.Parent == "" && a.ID != w.above:
			w.other = a.ID
		}
	}
	source := []string{pack.Sources[0].ID}
	pack.Apps = []city.App{
		{ID: "dukcapil-daring", Name: "Dukcapil Daring", Agency: w.above, Summary: "Mengurus KTP dan KK dari rumah.", URL: "https://dukcapil.example.id/masuk", Aliases: []string{"ktp online"}, Sources: source},
		{ID: "antre-dokter", Name: "Antre Dokter", Agency: w.other, Summary: "Antrean rumah sakit dari rumah.", Aliases: []string{"daftar dokter"}, Sources: source},
	}
	pack.Services = nil
	pack.Synonyms = []city.Synonym{
		{Said: "mau", Lang: "id"}, {Said: "bikin", Lang: "id"}, {Said: "ilang", Means: "hilang", Lang: "id"},
		{Said: "surat lahir", Means: "akta kelahiran", Lang: "id"}, {Said: "rabi", Means: "nikah", Lang: "jv"},
		{Said: "birth certificate", Means: "akta kelahiran", Lang: "en"}, {Said: "surat", Means: "surat", Lang: "id"},
	}
	pack.Services = nil
	add := func(id, agency string, topic catalogue.Topic, name, summary, product string, popular int, aliases ...string) {
		pack.Services = append(pack.Services, city.Service{
			ID: id, Agency: agency, Popular: popular, Sources: source,
			Content: catalogue.Content{
				Name: name, Summary: summary, Topic: topic, Aliases: aliases, Product: product, PlaceKinds: []shared.Kind{shared.District},
				Requirements: []catalogue.Requirement{{Name: "Fotokopi KK"}, {Name: "Surat pengantar RT", Note: "dari rumah", Optional: true}},
				Promise:      catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}, Fee: catalogue.Fee{Kind: catalogue.Free},
			},
		})
	}
	add("ktp-baru", w.above, catalogue.Papers, "KTP-el Baru", "Untuk warga yang berumur 17 tahun.", "KTP elektronik", 1, "ktp", "bikin ktp pertama")
	add("ktp-hilang", w.above, catalogue.Papers, "KTP-el Hilang atau Rusak", "Untuk mengganti kartu yang hilang atau rusak.", "KTP elektronik", 2, "ganti ktp")
	add("kk-baru", w.above, catalogue.Papers, "Kartu Keluarga Baru", "Untuk keluarga baru.", "Kartu Keluarga", 3, "kk", "pecah kk")
	add("akta-kelahiran", w.below, catalogue.Papers, "Akta Kelahiran", "Untuk bayi yang baru lahir.", "Kutipan akta kelahiran", 4, "akta lahir", "akte bayi")
	add("akta-kematian", w.below, catalogue.Papers, "Akta Kematian", "Untuk keluarga yang berduka.", "Kutipan akta kematian", 0, "surat mati")
	add("pindah-keluar", w.above, catalogue.Papers, "Pindah Keluar Kota", "Untuk warga yang pindah ke kota lain.", "Surat pindah", 0, "skpwni")
	add("pengantar-nikah", w.below, catalogue.Family, "Surat Pengantar Nikah", "Untuk yang akan menikah.", "Formulir N1", 0, "kawin", "numpang nikah")
	add("tidak-mampu", w.below, catalogue.Social, "Surat Keterangan Tidak Mampu", "Untuk meminta keringanan biaya.", "SKTM", 5, "sktm", "surat miskin")
	add("bayar-pbb", w.other, catalogue.Tax, "Pembayaran PBB", "Membayar pajak bumi dan bangunan.", "Bukti bayar", 6, "pajak bumi", "pajak tanah")
	add("kartu-kuning", w.other, catalogue.Work, "Kartu Pencari Kerja", "Untuk yang mencari pekerjaan.", "AK-1", 0, "kartu kuning", "ak1")
	pack.Services[0].Content.App = "dukcapil-daring"
	return w
}

// load loads a pack with its places.
func load(t testing.TB, db bun.IDB, pack *city.Pack) {
	t.Helper()
	ctx := context.Background()
	if err := place.Import(ctx, db, pack); err != nil {
		t.Fatal(err)
	}
	if err := service.Import(ctx, db, pack); err != nil {
		t.Fatal(err)
	}
}

const origin = "https://rumah.example.id"

func open(db bun.IDB) *service.Service {
	return service.New(db, func() time.Time { return noon }, wib, origin)
}

// as is a context in which somebody of an agency asks; "" is the whole regency.
func as(name, agency string) context.Context {
	return api.WithActor(context.Background(), access.Actor{
		ID: "id-" + name, Name: name, Staff: true, Grants: []access.Grant{{Role: access.Agency, Agency: agency}},
	})
}
