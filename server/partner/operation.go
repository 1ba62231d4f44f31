package partner

import (
	"context"
	"fmt"
	"time"

	"rumah/shared/calendar"
)

// operation is one that is planned, as BPJS asks for it.
type operation struct {
	Code    string  `json:"kodebooking"`
	Date    string  `json:"tanggaloperasi"`
	Action  string  `json:"jenistindakan"`
	Poli    string  `json:"kodepoli"`
	Name    string  `json:"namapoli"`
	Done    int     `json:"terlaksana"`
	Card    *string `json:"nopeserta,omitempty"`  // "" for somebody without insurance; not of a patient's own list
	Changed int64   `json:"lastupdate,omitempty"` // ms; likewise
}

type list struct {
	List []operation `json:"list"`
}

// operations answers jadwaloperasirs.
func (s *Service) operations(ctx context.Context, c call) (*answer, error) {
	var span [2]calendar.Date
	for i, f := range []struct{ name, said string }{{"tanggalawal", "Tanggal Awal"}, {"tanggalakhir", "Tanggal Akhir"}} {
		if c.ask[f.name] == "" {
			return refuse("%s tidak boleh kosong", f.said), nil
		}
		var fine bool
		if span[i], fine = day(c.ask[f.name]); !fine {
			return refuse("Format %s tidak sesuai, format yang benar adalah yyyy-mm-dd", f.said), nil
		}
		if span[i] < s.today() {
			return refuse("%s tidak berlaku mundur", f.said), nil
		}
	}
	if span[0] > span[1] {
		return refuse("Format tanggal awal harus lebih kecil dari tanggal akhir"), nil
	}
	found, err := s.planOf(ctx, true, `date BETWEEN ?1 AND ?2`, c.h.PlaceID, span[0], span[1])
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return refuse("Maaf tidak ada Jadwal Operasi pada tanggal tersebut"), nil
	}
	return ok(list{found}), nil
}

// operationsOf answers jadwaloperasipasien.
func (s *Service) operationsOf(ctx context.Context, c call) (*answer, error) {
	if wrong := c.ask.number("nopeserta", "Nomor Peserta", 13); wrong != "" {
		return refuse("%s", wrong), nil
	}
	found, err := s.planOf(ctx, false, `card_hash = ?1`, c.h.PlaceID, s.hash("bpjs card", c.ask["nopeserta"]))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return refuse("Maaf anda tidak memiliki jadwal operasi"), nil
	}
	return ok(list{found}), nil
}

func (s *Service) planOf(ctx context.Context, whole bool, where string, args ...any) ([]operation, error) {
	var rows []struct {
		PlaceID, Code, Date, Action, Poli, PoliName string
		Done                                        bool
		Card                                        []byte
		ChangedAt                                   time.Time
	}
	err := s.db.NewRaw(`SELECT place_id, code, date::text AS date, action, poli, poli_name, done, card, changed_at FROM bpjs_operations WHERE place_id = ?0 AND `+where+` ORDER BY date, code LIMIT 5000`, args...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read operations: %w", err)
	}
	found := make([]operation, len(rows))
	for i, r := range rows {
		found[i] = operation{Code: r.Code, Date: r.Date, Action: r.Action, Poli: r.Poli, Name: r.PoliName, Done: one(r.Done)}
		if !whole {
			continue
		}
		card := ""
		if err := s.open(r.PlaceID+"/"+r.Code, r.Card, &card); err != nil {
			return nil, err
		}
		found[i].Card, found[i].Changed = &card, r.ChangedAt.UnixMilli()
	}
	return found, nil
}
