package catalogue_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/uptrace/bun"

	service "rumah/server/catalogue"
	"rumah/server/city"
	"rumah/server/dbtest"
	"rumah/shared/catalogue"
)

// large is how many services a catalogue has that is a hundred times as large.
const large = 5_000

// grown is a pack with services put together from the words of its own, each
// word as often as people really write it.
func grown(b *testing.B) *city.Pack {
	w := made(b)
	pack, err := city.Load(folders(b)[0])
	if err != nil {
		b.Fatal(err)
	}
	if len(pack.Services) == 0 {
		pack = w.pack
	}
	r := rand.New(rand.NewPCG(5, 8))
	like := slices.Clone(pack.Services)
	pick := func() catalogue.Content { return like[r.IntN(len(like))].Content }
	for i := len(pack.Services); i < large; i++ {
		c := pick()
		names := append(strings.Fields(pick().Name), strings.Fields(c.Name)...)
		r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		// Every name has a word of its own beside, so that the vocabulary grows too.
		c.Name = strings.Join(append(names[:min(len(names), 2+r.IntN(4))], fmt.Sprintf("%s%d", names[0], i)), " ")
		c.Aliases, c.Requirements, c.Summary = pick().Aliases, pick().Requirements, pick().Summary
		pack.Services = append(pack.Services, city.Service{
			ID: fmt.Sprintf("layanan-%d", i), Agency: pack.Agencies[r.IntN(len(pack.Agencies))].ID, Content: c, Sources: like[0].Sources,
		})
	}
	pack.Hash += "grown"
	return pack
}

// BenchmarkFind searches a catalogue of 5,000 services over one connection,
// and beside it the two ways one would begin with: a scan of the names for a
// part of them, and a scan that forgives typing errors.
func BenchmarkFind(b *testing.B) {
	db := dbtest.DB(b)
	db.SetMaxOpenConns(1)
	began := time.Now()
	load(b, db, grown(b))
	b.Logf("%d services loaded in %s", large, time.Since(began).Round(time.Millisecond))
	if _, err := db.Exec("VACUUM ANALYZE"); err != nil { // as autovacuum does a minute later
		b.Fatal(err)
	}
	s, queries := open(db), typed(b)
	ours := measure(b, 5, queries, func(text string) error {
		_, err := s.Find(context.Background(), catalogue.Query{Text: text})
		return err
	})
	part := measure(b, 1, queries, peer(db, `SELECT id FROM services WHERE name ILIKE '%' || ? || '%' ORDER BY name LIMIT 30`))
	fuzzy := measure(b, 1, queries, peer(db, `
SELECT id FROM services ORDER BY word_similarity(?, name || ' ' || (content ->> 'aliases') || ' ' || (content ->> 'summary')) DESC LIMIT 30`))
	b.ReportMetric(ms(publishing(b, s), 50), "publish-p50-ms")
	b.ReportMetric(0, "ns/op")
	for name, times := range map[string][]time.Duration{"find": ours, "ilike": part, "fuzzy": fuzzy} {
		b.ReportMetric(ms(times, 50), name+"-p50-ms")
		b.ReportMetric(ms(times, 95), name+"-p95-ms")
	}
	b.ReportMetric(ms(ours, 95)/ms(part, 95), "x-ilike-p95")
	b.ReportMetric(ms(ours, 95)/ms(fuzzy, 95), "x-fuzzy-p95")
}

// publishing is how long it takes until what was drafted is public and found.
func publishing(b *testing.B, s *service.Service) []time.Duration {
	ani, budi := as("Ani", ""), as("Budi", "")
	times := []time.Duration{}
	for i := range 9 {
		at := catalogue.ID{ID: fmt.Sprintf("layanan-%d", large-1-i)}
		e, err := s.Save(ani, catalogue.SaveDraft{ID: at.ID, Content: content("Layanan yang berubah")})
		if err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		if _, err := s.Publish(budi, catalogue.DraftID{ID: at.ID, Save: e.Draft.Save}); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(began))
	}
	slices.Sort(times)
	return times
}

// peer is another way to search.
func peer(db bun.IDB, query string) func(string) error {
	return func(text string) error {
		var ids []string
		return db.NewRaw(query, text).Scan(context.Background(), &ids)
	}
}

// measure searches for every query some times and sorts how long it took.
func measure(b *testing.B, rounds int, queries []string, find func(string) error) []time.Duration {
	times := []time.Duration{}
	for range rounds {
		for _, text := range queries {
			began := time.Now()
			if err := find(text); err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(began))
		}
	}
	slices.Sort(times)
	return times
}

func ms(sorted []time.Duration, percent int) float64 {
	return float64(sorted[len(sorted)*percent/100].Microseconds()) / 1000
}

// typed is what people type: the table of the pack when it has one.
func typed(b *testing.B) []string {
	rows, err := table(folders(b)[0])
	if err != nil {
		return []string{"ktp ilang", "mau bikin ktp", "akta kelahrian", "surat pindah", "kk", "pajak bumi", "nikah", "sktm", "kartu kuning", "surat"}
	}
	queries := []string{}
	for _, row := range rows {
		queries = append(queries, row[0])
	}
	return queries
}
