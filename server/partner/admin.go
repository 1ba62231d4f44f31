package partner

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/partner"
)

// usualDays is how far ahead can be booked where nobody said otherwise.
const usualDays = 7

// own are the places whose connection a reader may see: those of their
// agencies, and of those below, that have clinics or a connection already.
const own = `
FROM places p LEFT JOIN bpjs_hospitals h ON h.place_id = p.id
WHERE p.retired_at IS NULL AND (?0 OR p.agency_id IN (SELECT agencies_below(?1::text[])))
  AND (h.place_id IS NOT NULL OR EXISTS (SELECT FROM queues q WHERE q.place_id = p.id AND q.poli <> ''))`

func scope(ctx context.Context) (all bool, over any) {
	s := api.ScopeOf(ctx, access.Agency)
	return s.All, pgdialect.Array(s.Over)
}

func unknown() error { return fault.New(fault.Unknown, "unknown") }

// Hospitals implements partner.API.
func (s *Service) Hospitals(ctx context.Context) (partner.Hospitals, error) {
	all, over := scope(ctx)
	list := partner.Hospitals{Items: []partner.HospitalLine{}}
	err := s.db.NewRaw(`
SELECT p.id AS place, p.name, coalesce(h.username <> '', false) AS "in", coalesce(h.base_url <> '', false) AS out,
  (SELECT count(*) FROM bpjs_outbox o WHERE o.place_id = p.id AND o.status = 'waiting') AS waiting,
  (SELECT count(*) FROM bpjs_outbox o WHERE o.place_id = p.id AND o.status = 'dead') AS dead,
  coalesce(h.contact_at, '0001-01-01T00:00:00Z'::timestamptz) AS contact`+own+`
ORDER BY dead DESC, coalesce(h.username || h.base_url, '') <> '' DESC, p.kind <> 'hospital', p.name, p.id`, all, over).Scan(ctx, &list.Items)
	if err != nil {
		return list, fmt.Errorf("list connections: %w", err)
	}
	return list, nil
}

// Hospital implements partner.API.
func (s *Service) Hospital(ctx context.Context, id partner.PlaceID) (partner.Hospital, error) {
	return s.connection(ctx, s.db, id.Place)
}

func (s *Service) connection(ctx context.Context, db bun.IDB, at string) (partner.Hospital, error) {
	if !database.Storable(at) {
		return partner.Hospital{}, unknown()
	}
	var row struct {
		Place, Name, Username, BaseURL string
		Sealed                         []byte
		Registers                      bool
		Days, Dead, Bookings           int
		Patients, Operations           int
		Save                           int64
		Contact                        time.Time
	}
	all, over := scope(ctx)
	err := db.NewRaw(`
SELECT p.id AS place, p.name, coalesce(h.username, '') AS username, coalesce(h.base_url, '') AS base_url, h.sealed,
  coalesce(h.registers, true) AS registers, coalesce(h.days, ?3) AS days, coalesce(h.save, 0) AS save,
  (SELECT count(*) FROM bpjs_outbox o WHERE o.place_id = p.id AND o.status = 'dead') AS dead,
  (SELECT count(*) FROM bpjs_bookings b WHERE b.place_id = p.id AND b.status = 'live' AND b.date >= ?4) AS bookings,
  (SELECT count(*) FROM bpjs_patients a WHERE a.place_id = p.id) AS patients,
  (SELECT count(*) FROM bpjs_operations a WHERE a.place_id = p.id AND a.date >= ?4) AS operations,
  coalesce(h.contact_at, '0001-01-01T00:00:00Z'::timestamptz) AS contact`+own+` AND p.id = ?2`,
		all, over, at, usualDays, s.today()).Scan(ctx, &row)
	if errors.Is(err, sql.ErrNoRows) {
		return partner.Hospital{}, unknown()
	}
	if err != nil {
		return partner.Hospital{}, fmt.Errorf("read a connection: %w", err)
	}
	var k keys
	if err := s.open("bpjs "+at, row.Sealed, &k); err != nil {
		return partner.Hospital{}, err
	}
	return partner.Hospital{
		Place: row.Place, Name: row.Name, Address: s.Origin + "/bpjs/" + row.Place, Username: row.Username, BaseURL: row.BaseURL,
		ConsID: k.ConsID, Secret: k.Secret != "", UserKey: k.UserKey != "", Registers: row.Registers, Days: row.Days, Save: row.Save, Dead: row.Dead, Bookings: row.Bookings,
		Patients: row.Patients, Operations: row.Operations, Contact: row.Contact,
	}, nil
}

// Configure implements partner.API.
func (s *Service) Configure(ctx context.Context, in partner.Configure) (h partner.Hospital, err error) {
	if h, err = s.connection(ctx, s.db, in.Place); err != nil {
		return h, err
	}
	if in.BaseURL = strings.TrimSuffix(in.BaseURL, "/"); in.BaseURL != "" && !s.outside(in.BaseURL) {
		return h, fault.Wrong(fault.Field{Name: "base_url", Key: "partner_url"})
	}
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var kept struct {
			Sealed  []byte
			Save    int64
			BaseURL string
		}
		err := tx.NewRaw(`SELECT sealed, save, base_url FROM bpjs_hospitals WHERE place_id = ? FOR UPDATE`, in.Place).Scan(ctx, &kept)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("lock a connection: %w", err)
		}
		if kept.Save != in.Save {
			return fault.New(fault.Conflict, "edited_meanwhile")
		}
		sealed, err := s.keysOf(in, kept.Sealed, kept.BaseURL)
		if err != nil {
			return err
		}
		done, err := tx.NewRaw(`
INSERT INTO bpjs_hospitals (place_id, username, password_hash, base_url, sealed, registers, days, changed_at) VALUES (?0, '', '', ?1, ?2, ?3, ?4, ?5)
ON CONFLICT (place_id) DO UPDATE SET base_url = ?1, sealed = ?2, registers = ?3, days = ?4, changed_at = ?5, save = bpjs_hospitals.save + 1 WHERE bpjs_hospitals.save = ?6`,
			in.Place, in.BaseURL, sealed, in.Registers, in.Days, s.now(), in.Save).Exec(ctx)
		if err != nil {
			return fmt.Errorf("change a connection: %w", err)
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return fault.New(fault.Conflict, "edited_meanwhile")
		}
		h, err = s.connection(ctx, tx, in.Place)
		return err
	})
	return h, err
}

// keysOf seals the keys of a connection; those that were left empty stay. A
// secret does not stay for another address: whoever changes the address must
// know it.
func (s *Service) keysOf(in partner.Configure, sealed []byte, base string) ([]byte, error) {
	var k keys
	if in.BaseURL == base || in.BaseURL == "" {
		if err := s.open("bpjs "+in.Place, sealed, &k); err != nil {
			return nil, err
		}
	}
	k.ConsID = in.ConsID
	if in.Secret != "" {
		k.Secret = in.Secret
	}
	if in.UserKey != "" {
		k.UserKey = in.UserKey
	}
	if in.BaseURL != "" {
		var missing []fault.Field
		for _, f := range [][2]string{{"cons_id", k.ConsID}, {"secret", k.Secret}, {"user_key", k.UserKey}} {
			if f[1] == "" {
				missing = append(missing, fault.Field{Name: f[0], Key: "required"})
			}
		}
		if err := fault.Wrong(missing...); err != nil {
			return nil, err
		}
	}
	return s.seal("bpjs "+in.Place, k)
}

// outside reports whether an address is a house outside: what we send there
// must not reach a machine beside ours.
func (s *Service) outside(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return false
	}
	if s.Inside {
		return u.Scheme == "http" || u.Scheme == "https"
	}
	_, number := netip.ParseAddr(u.Hostname())
	return u.Scheme == "https" && u.Port() == "" && number != nil && strings.Contains(strings.Trim(u.Hostname(), "."), ".") && !strings.HasSuffix(u.Hostname(), ".local")
}

// Admit implements partner.API.
func (s *Service) Admit(ctx context.Context, in partner.Admit) (partner.Admitted, error) {
	if _, err := s.connection(ctx, s.db, in.Place); err != nil {
		return partner.Admitted{}, err
	}
	password := vault.Token()
	_, err := s.db.NewRaw(`
INSERT INTO bpjs_hospitals (place_id, username, password_hash, base_url, registers, days, changed_at) VALUES (?0, ?1, ?2, '', true, ?3, ?4)
ON CONFLICT (place_id) DO UPDATE SET username = ?1, password_hash = ?2, changed_at = ?4, save = bpjs_hospitals.save + 1`,
		in.Place, in.Username, ownCost.hash(password), usualDays, s.now()).Exec(ctx)
	if err != nil {
		return partner.Admitted{}, fmt.Errorf("make a password: %w", err)
	}
	h, err := s.connection(ctx, s.db, in.Place)
	return partner.Admitted{Hospital: h, Password: password}, err
}

// Probe implements partner.API.
func (s *Service) Probe(ctx context.Context, id partner.PlaceID) (partner.Probed, error) {
	if _, err := s.connection(ctx, s.db, id.Place); err != nil {
		return partner.Probed{}, err
	}
	to, found, err := s.bpjs(ctx, id.Place)
	if err != nil {
		return partner.Probed{}, err
	}
	if !found {
		return partner.Probed{}, unknown()
	}
	var polis []struct {
		Poli string `json:"kdpoli"`
	}
	r, err := to.get(ctx, "ref/poli", &polis)
	if err != nil { // what they said is what the reader wants to know
		s.Log.InfoContext(ctx, "bpjs probed in vain", "place", id.Place, "err", err)
		return partner.Probed{Said: saidOf(err)}, nil
	}
	if r.yes() {
		if err := s.met(ctx, id.Place); err != nil {
			return partner.Probed{}, err
		}
	}
	return partner.Probed{Fine: r.yes(), Said: cut(r.message), Polis: len(polis)}, nil
}

// met notes that a hospital and BPJS have just heard each other, once a
// minute: there are many calls, and one row.
func (s *Service) met(ctx context.Context, at string) error {
	_, err := s.db.NewRaw(`UPDATE bpjs_hospitals SET contact_at = ?1 WHERE place_id = ?0 AND (contact_at IS NULL OR contact_at < ?2)`,
		at, s.now(), s.now().Add(-time.Minute)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note a contact: %w", err)
	}
	return nil
}
