package partner

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"rumah/server/queue"
)

// patient is somebody whom a hospital knows.
type patient struct {
	ID, Norm, Name, NIK, Phone string
	Fresh                      bool // was never here before
}

// record is what is told of a new patient. The codes of regions are BPJS's
// own.
type record struct {
	Card     string `json:"nomorkartu"`
	NIK      string `json:"nik"`
	KK       string `json:"nomorkk"`
	Name     string `json:"nama"`
	Sex      string `json:"jeniskelamin"`
	Born     string `json:"tanggallahir"`
	Phone    string `json:"nohp"`
	Address  string `json:"alamat"`
	PropCode string `json:"kodeprop"`
	Prop     string `json:"namaprop"`
	DatiCode string `json:"kodedati2"`
	Dati     string `json:"namadati2"`
	KecCode  string `json:"kodekec"`
	Kec      string `json:"namakec"`
	KelCode  string `json:"kodekel"`
	Kel      string `json:"namakel"`
	RW       string `json:"rw"`
	RT       string `json:"rt"`
}

// patientOf finds somebody by who they are.
func (s *Service) patientOf(ctx context.Context, at, person string) (patient, bool, error) {
	var row struct {
		ID, Norm string
		Sealed   []byte
		Fresh    bool
	}
	err := s.db.NewRaw(`
SELECT p.id, p.norm, p.sealed, p.seen_at IS NULL AS fresh
FROM bpjs_patients p WHERE p.place_id = ? AND p.person = ?`, at, person).Scan(ctx, &row)
	if errors.Is(err, sql.ErrNoRows) {
		return patient{}, false, nil
	}
	if err != nil {
		return patient{}, false, fmt.Errorf("look up a patient: %w", err)
	}
	var r record
	if err := s.open(row.ID, row.Sealed, &r); err != nil {
		return patient{}, false, err
	}
	return patient{ID: row.ID, Norm: row.Norm, Name: r.Name, NIK: r.NIK, Phone: r.Phone, Fresh: row.Fresh}, true, nil
}

// field is one of the fields of a new patient with how it is called.
type field struct {
	name, said string
	form       *regexp.Regexp // nil for any text
}

var (
	regionCode = regexp.MustCompile(`^[0-9A-Za-z]{1,10}$`)
	smallCode  = regexp.MustCompile(`^[0-9]{1,3}$`)
)

// afterBirth are the fields of a new patient after the birth date.
var afterBirth = []field{
	{"nohp", "No.HP", phone}, {"alamat", "Alamat", nil},
	{"kodeprop", "Kode Propinsi", regionCode}, {"namaprop", "Nama Propinsi", nil},
	{"kodedati2", "Kode Dati II", regionCode}, {"namadati2", "Nama Dati II", nil},
	{"kodekec", "Kode Kecamatan", regionCode}, {"namakec", "Nama Kecamatan", nil},
	{"kodekel", "Kode Kelurahan", regionCode}, {"namakel", "Nama Kelurahan", nil},
	{"rw", "RW", smallCode}, {"rt", "RT", smallCode},
}

// longestText is more than any name or address has.
const longestText = 200

func (f field) wrong(a ask) string {
	switch v := a[f.name]; {
	case v == "":
		return f.said + " tidak boleh kosong"
	case len([]rune(v)) > longestText, f.form != nil && !f.form.MatchString(v):
		return "Format " + f.said + " salah"
	}
	return ""
}

// wrongPatient says what is wrong with what is told of a new patient.
func (s *Service) wrongPatient(a ask) string {
	for _, n := range []struct {
		name, said string
		length     int
	}{{"nomorkartu", "Nomor Kartu", 13}, {"nik", "NIK", 16}, {"nomorkk", "Nomor KK", 16}} {
		if wrong := a.number(n.name, n.said, n.length); wrong != "" {
			return wrong
		}
	}
	if wrong := (field{"nama", "Nama", nil}).wrong(a); wrong != "" {
		return wrong
	}
	switch sex := a["jeniskelamin"]; sex {
	case "":
		return "Jenis Kelamin tidak boleh kosong"
	case "L", "P":
	default:
		return "Jenis Kelamin tidak ditemukan"
	}
	born, fine := day(a["tanggallahir"])
	switch {
	case a["tanggallahir"] == "":
		return "Tanggal Lahir tidak boleh kosong"
	case !fine:
		return "Format Tanggal Lahir tidak sesuai, format yang benar adalah yyyy-mm-dd"
	case born > s.today():
		return "Tanggal lahir pasien salah"
	}
	for _, f := range afterBirth {
		if wrong := f.wrong(a); wrong != "" {
			return wrong
		}
	}
	return ""
}

// newPatient answers pasienbaru: the number of a new medical record.
func (s *Service) newPatient(ctx context.Context, c call) (*answer, error) {
	if wrong := s.wrongPatient(c.ask); wrong != "" {
		return refuse("%s", wrong), nil
	}
	if !c.h.Registers {
		return refuse(toTheDesk), nil
	}
	a := c.ask
	norm, err := s.register(ctx, c.h.PlaceID, record{
		Card: a["nomorkartu"], NIK: a["nik"], KK: a["nomorkk"], Name: a["nama"], Sex: a["jeniskelamin"], Born: a["tanggallahir"], Phone: a["nohp"], Address: a["alamat"],
		PropCode: a["kodeprop"], Prop: a["namaprop"], DatiCode: a["kodedati2"], Dati: a["namadati2"],
		KecCode: a["kodekec"], Kec: a["namakec"], KelCode: a["kodekel"], Kel: a["namakel"], RW: a["rw"], RT: a["rt"],
	})
	switch {
	case err != nil:
		return nil, err
	case norm == "":
		return refuse("Pasien dengan NIK dan No.Kartu tersebut sudah terdaftar"), nil
	}
	return &answer{200, codeOK, "Harap datang ke admisi untuk melengkapi data rekam medis", map[string]string{"norm": norm}}, nil
}

// register opens a medical record and answers its number; "" for somebody
// who has one.
func (s *Service) register(ctx context.Context, at string, r record) (string, error) {
	id := rand.Text()
	sealed, err := s.seal(id, r)
	if err != nil {
		return "", err
	}
	var norms []string
	err = s.db.NewRaw(`
WITH next AS (
  UPDATE bpjs_hospitals SET last_norm = last_norm + 1 WHERE place_id = ?1
    AND NOT EXISTS (SELECT FROM bpjs_patients WHERE place_id = ?1 AND (person = ?2 OR card_hash = ?3))
  RETURNING last_norm)
INSERT INTO bpjs_patients (id, place_id, norm, person, card_hash, sealed, made_at)
SELECT ?0, ?1, lpad(last_norm::text, 6, '0'), ?2, ?3, ?4, ?5 FROM next
ON CONFLICT DO NOTHING RETURNING norm`,
		id, at, queue.Person(s.Vault, r.NIK), s.hash("bpjs card", r.Card), sealed, s.now()).Scan(ctx, &norms)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("open a medical record: %w", err)
	}
	return strings.Join(norms, ""), nil
}
