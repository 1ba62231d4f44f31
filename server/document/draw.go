package document

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rumah/server/letter"
	"rumah/server/permit"
	"rumah/shared/calendar"
	"rumah/shared/form"
	contract "rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// office is who issues a document.
type office struct {
	ID, Code, Short, Name string
	Address, Phone        string
}

// office reads who issues a document, and where it is: at the place of the
// application if that is theirs, else at a place of their own.
func (s *Service) office(ctx context.Context, d permit.Deed) (o office, err error) {
	err = s.db.NewRaw(`
SELECT g.id, g.code, g.short, g.name, coalesce(p.address, '') AS address, coalesce(p.phone, '') AS phone FROM agencies g
LEFT JOIN LATERAL (SELECT address, phone FROM places WHERE agency_id = g.id AND retired_at IS NULL ORDER BY id <> ?, address = '', id LIMIT 1) p ON true
WHERE g.id = ?`, d.Place, d.Agency).Scan(ctx, &o)
	if err != nil {
		return o, fmt.Errorf("read who issues a document: %w", err)
	}
	return o, nil
}

// series are the letters of an office in a year and a class. An office
// without a code has its short name in its numbers.
func (o office) series(class string, day calendar.Date) series {
	code := o.Code
	if code == "" {
		code = strings.ToUpper(strings.Join(strings.Fields(o.Short), "-"))
	}
	year, _ := strconv.Atoi(string(day[:4])) // a day that is one
	return series{agency: o.ID, class: class, code: code, year: year}
}

// line is where an office is found.
func (o office) line() string {
	parts := []string{}
	if o.Address != "" {
		parts = append(parts, o.Address)
	}
	if o.Phone != "" {
		parts = append(parts, "telp. "+o.Phone)
	}
	return strings.Join(parts, ", ")
}

func titleOf(d permit.Deed) string {
	if d.Product.Title != "" {
		return d.Product.Title
	}
	return d.Service.Name
}

// officeOf is the office of who signs. Of "Kepala Desa/Lurah" it is the one
// that the name of the agency speaks of.
func officeOf(p contract.Product, o office) string {
	if p.Signer == "" {
		return words.LetterOffice.In(words.ID)
	}
	agency := strings.ToLower(o.Name)
	fits := func(one string) bool {
		return strings.Contains(agency, strings.ToLower(one[strings.LastIndexByte(one, ' ')+1:]))
	}
	either := strings.Split(p.Signer, "/")
	at := slices.IndexFunc(either, fits)
	if len(either) < 2 || at < 0 || slices.ContainsFunc(either[at+1:], fits) {
		return p.Signer
	}
	return either[at]
}

// draw draws a document that is not signed yet.
func (s *Service) draw(d permit.Deed, o office, doc issued) ([]byte, error) {
	link, _ := proof.Link(s.Origin, doc.code)
	l := &letter.Letter{
		Over: words.LetterOf.In(words.ID, s.Region), Agency: o.Name, Address: o.line(), Crest: s.Crest,
		Title: doc.title, Number: words.LetterNumber.In(words.ID, doc.Number), Body: s.body(d, o, doc),
		At: s.Town + ", " + words.FullDay(words.ID, doc.Date), Office: doc.office, Signed: words.LetterSigned.In(words.ID), Signer: d.Officer.Name,
		Link: link, Made: d.At.UTC(), Maker: s.App,
	}
	check := words.LetterCheck.In(words.ID, strings.TrimRight(s.Origin, "/")+"/periksa", grouped(doc.ID.String()))
	if doc.Until != "" {
		check = words.LetterUntil.In(words.ID, words.FullDay(words.ID, doc.Until)) + " " + check
	}
	worth := words.LetterOwn.In(words.ID, s.Region)
	if s.Signer.Certified() {
		worth = words.LetterBSrE.In(words.ID)
	}
	l.Foot = []string{check, worth}
	return letter.Draw(l)
}

// grouped writes a short code as people read it out.
func grouped(id string) string {
	var parts []string
	for ; len(id) > 5; id = id[5:] {
		parts = append(parts, id[:5])
	}
	return strings.Join(append(parts, id), "-")
}

// body is what a letter says.
func (s *Service) body(d permit.Deed, o office, doc issued) []letter.Paragraph {
	values := map[string]string{
		"pemegang": d.Holder, "layanan": d.Service.Name, "instansi": o.Name, "nomor": doc.Number, "tanggal": words.FullDay(words.ID, doc.Date),
		"jabatan": doc.office, "permohonan": d.Application,
	}
	if doc.Until != "" {
		values["berlaku"] = words.FullDay(words.ID, doc.Until)
	}
	for _, r := range d.Rows {
		values[r.ID] = said(d, r)
	}
	var list []letter.Paragraph
	for _, text := range d.Product.Paragraphs() {
		if text == "{"+contract.AllAnswers+"}" {
			list = append(list, answers(d)...)
			continue
		}
		text = strings.ReplaceAll(text, "{jabatan} {instansi}", joined(doc.office, o.Name))
		list = append(list, letter.Paragraph{Text: contract.Fill(text, func(name string) string { return values[name] })})
	}
	return list
}

// joined is an office and its agency, nothing twice: neither "Kepala Dinas
// Kesehatan Dinas Kesehatan" nor "Kepala Desa Desa Kebonagung".
func joined(office, agency string) string {
	first, rest, _ := strings.Cut(agency, " ")
	switch {
	case strings.Contains(office, agency):
		return office
	case rest != "" && strings.HasSuffix(office, " "+first):
		return office + " " + rest
	}
	return office + " " + agency
}

// said is an answer in a line.
func said(d permit.Deed, r form.Row) string {
	if name := d.Names[r.Value]; r.Kind == form.Area && name != "" {
		return name
	}
	return strings.Join(strings.FieldsFunc(r.Value, func(c rune) bool { return c == '\n' || c == '\r' }), "; ")
}

// answers are all of them, as far as a letter says them: what was agreed to,
// which files came along and how the office reaches the applicant it does not.
func answers(d permit.Deed) []letter.Paragraph {
	var list []letter.Paragraph
	var pairs [][2]string
	flush := func() {
		if len(pairs) > 0 {
			list, pairs = append(list, letter.Paragraph{Pairs: pairs}), nil
		}
	}
	for _, r := range d.Rows {
		switch {
		case r.Kind == form.Files || r.Kind == form.Statement || r.Kind == form.Point || r.Kind == form.Phone || r.Kind == form.Email:
		case len(r.Columns) > 0:
			if len(r.Cells) > 0 {
				flush()
				list = append(list, letter.Paragraph{Text: r.Label + ":", Head: r.Columns, Rows: named(d, r.Cells)})
			}
		case r.Value != "":
			pairs = append(pairs, [2]string{r.Label, said(d, r)})
		}
	}
	flush()
	return list
}

// named are cells with the names of areas in the place of their codes.
func named(d permit.Deed, cells [][]string) [][]string {
	rows := make([][]string, len(cells))
	for i, line := range cells {
		for _, cell := range line {
			if name := d.Names[cell]; name != "" {
				cell = name
			}
			rows[i] = append(rows[i], cell)
		}
	}
	return rows
}
