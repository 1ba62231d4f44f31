package queue

import (
	"slices"
	"testing"

	"rumah/server/city"
	"rumah/shared/queue"
)

const queuesSQL = `SELECT id || ' ' || prefix || ' ' || active || ' ' || name FROM queues ORDER BY id`

func TestImportKeepsWhatTheHouseSetUp(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	same(t, "at first", h.column(queuesSQL), []string{"lapor L true Lapor Hulu", "obat O true Obat", "tabib T true Poli Tabib"})
	same(t, "leads on", h.column(`SELECT next_id FROM queues WHERE next_id IS NOT NULL`), []string{"obat"})
	if _, err := h.configure("lapor", func(c *queue.Content) { c.Name, c.Prefix = "Lapor Diri", "X" }); err != nil {
		t.Fatal(err)
	}
	// Two queues change their letters, one leaves, one comes.
	h.pack.Queues = slices.Clone(h.pack.Queues)
	at := func(id string) *city.Queue {
		return &h.pack.Queues[slices.IndexFunc(h.pack.Queues, func(q city.Queue) bool { return q.ID == id })]
	}
	at("obat").Content.Prefix, at("tabib").Content.Prefix = "T", "O"
	at("tabib").Content.Week = at("tabib").Content.Week[:1]
	h.pack.Hash = "second"
	h.load()
	same(t, "after a change", h.column(queuesSQL), []string{"lapor X true Lapor Diri", "obat T true Obat", "tabib O true Poli Tabib"})
	if n := len(h.setup("tabib").Content.Week); n != 1 {
		t.Errorf("%d openings", n)
	}
	again := *at("tabib")
	h.pack.Queues = slices.DeleteFunc(h.pack.Queues, func(q city.Queue) bool { return q.ID != "obat" })
	h.pack.Hash = "third"
	h.load()
	same(t, "after they left", h.column(queuesSQL), []string{"lapor X true Lapor Diri", "obat T true Obat", "tabib O false Poli Tabib"})
	h.pack.Queues, h.pack.Hash = append(h.pack.Queues, again), "fourth"
	h.load()
	same(t, "after it came back", h.column(queuesSQL), []string{"lapor X true Lapor Diri", "obat T true Obat", "tabib O true Poli Tabib"})
	same(t, "leads on again", h.column(`SELECT next_id FROM queues WHERE next_id IS NOT NULL`), []string{"obat"})
	// What is there already is left alone.
	if _, err := h.db.ExecContext(t.Context(), `UPDATE queues SET name = 'Toko Obat' WHERE id = 'obat'`); err != nil {
		t.Fatal(err)
	}
	h.load()
	same(t, "the same again", h.column(`SELECT name FROM queues WHERE id = 'obat'`), []string{"Toko Obat"})
}

// A place that left the pack stays while it has queues.
func TestPlacesWithQueuesStay(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.pack.Places, h.pack.Queues, h.pack.Hash = h.pack.Places[:1], h.pack.Queues[:2], "second"
	h.load()
	same(t, "retired", h.column(`SELECT id FROM places WHERE retired_at IS NOT NULL`), []string{"loket-hulu"})
}
