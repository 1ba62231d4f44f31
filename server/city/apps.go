package city

import (
	"net/url"
	"regexp"
)

func (r *reader) apps() {
	seen := map[string]int{}
	for _, row := range r.table("apps.csv", "id", "name", "agency", "summary", "url", "aliases", "source") {
		row.unique(seen, "id")
		a := App{
			ID: row.slug("id"), Name: row.text("name"), Agency: row.ofAgency(), Summary: row.text("summary"),
			URL: row.cell["url"], Aliases: row.list("aliases"), Sources: row.from(),
		}
		if a.URL != "" && !isSafe(a.URL) {
			row.wrong("url", "%q must be an https:// address, or be empty when the app is known only by name", a.URL)
		}
		r.app[a.ID] = true
		r.pack.Apps = append(r.pack.Apps, a)
	}
}

// isSafe reports whether a citizen may be sent to an address: it is encrypted,
// and what it shows of itself is where it leads.
func isSafe(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.Hostname() != "" && u.User == nil
}

// ofAgency is the agency of a row.
func (r row) ofAgency() string {
	id := r.cell["agency"]
	if !r.agency[id] {
		r.missing("agency", id, "agencies.csv")
	}
	return id
}

// clinicCode is how BPJS names a poli or a subspecialty.
var clinicCode = regexp.MustCompile(`^[A-Z0-9]{3}$`)

func (r *reader) clinics() {
	seen := map[string]int{}
	for _, row := range r.table("clinics.csv", "code", "name", "source") {
		row.unique(seen, "code")
		c := Clinic{Code: row.cell["code"], Name: row.text("name"), Sources: row.from()}
		if !clinicCode.MatchString(c.Code) {
			row.wrong("code", "%q must be three capital letters or digits such as INT or 027", c.Code)
		}
		r.clinic[c.Code] = true
		r.pack.Clinics = append(r.pack.Clinics, c)
	}
}
