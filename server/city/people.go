package city

import (
	"regexp"
	"slices"

	"rumah/shared/access"
)

var (
	mobile = regexp.MustCompile(`^08\d{8,11}$`)
	email  = regexp.MustCompile(`^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$`)
)

// wide are the staff roles that may hold for the whole regency.
var wide = []access.Role{access.Command, access.Regency, access.Auditor}

func (r *reader) accounts() {
	phones, emails := map[string]int{}, map[string]int{}
	for _, row := range r.table("accounts.csv", "name", "phone", "email", "role", "agency", "place") {
		a := Account{
			Name: row.text("name"), Phone: row.cell["phone"], Email: row.cell["email"],
			Agency: row.cell["agency"], Place: row.cell["place"],
			Role: access.Role(row.one("role", names(append([]access.Role{access.Citizen}, access.StaffRoles...))...)),
		}
		switch a.Role {
		case "":
		case access.Citizen:
			row.unique(phones, "phone")
			row.citizen(a)
		default:
			row.unique(emails, "email")
			row.staff(a)
		}
		r.pack.Accounts = append(r.pack.Accounts, a)
	}
}

func (r row) citizen(a Account) {
	if !mobile.MatchString(a.Phone) {
		r.wrong("phone", "%q must be a mobile number such as 081200000001; a citizen signs in with it", a.Phone)
	}
	for _, field := range []string{"email", "agency", "place"} {
		if r.cell[field] != "" {
			r.wrong(field, "must be empty for a citizen")
		}
	}
}

func (r row) staff(a Account) {
	if !email.MatchString(a.Email) {
		r.wrong("email", "%q must be an email address; staff sign in with it", a.Email)
	}
	if a.Phone != "" {
		r.wrong("phone", "must be empty for staff")
	}
	if a.Agency != "" || !slices.Contains(wide, a.Role) {
		r.ofAgency()
	}
	at := r.reader.place[a.Place]
	switch {
	case a.Place == "":
	case at == nil:
		r.missing("place", a.Place, "places.csv")
	case at.Agency != a.Agency:
		r.wrong("place", "%q belongs to the agency %q", a.Place, at.Agency)
	}
}
