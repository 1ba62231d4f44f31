package identity

import (
	"strconv"
	"strings"
	"time"

	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	who "rumah/shared/identity"
	"rumah/shared/words"
)

var roles = map[access.Role]words.T{
	access.Counter:  words.RoleCounter,
	access.Verifier: words.RoleVerifier,
	access.Signer:   words.RoleSigner,
	access.Agency:   words.RoleAgency,
	access.Command:  words.RoleCommand,
	access.Regency:  words.RoleRegency,
	access.Auditor:  words.RoleAuditor,
}

// roleName is what a role is called.
func roleName(lang words.Lang, role access.Role) string {
	if t, ok := roles[role]; ok {
		return t.In(lang)
	}
	return words.RoleOther.In(lang)
}

// grantName is a role and where it holds.
func grantName(lang words.Lang, g who.GrantLine) string {
	where := words.WholeRegion.In(lang)
	switch {
	case g.PlaceName != "":
		where = g.PlaceName
	case g.AgencyName != "":
		where = g.AgencyName
	}
	return roleName(lang, g.Role) + ", " + where
}

func grantTags(lang words.Lang, grants []who.GrantLine) ui.UI {
	tags := make([]ui.UI, len(grants))
	for i, g := range grants {
		tags[i] = ui.Tag("brand", "", grantName(lang, g))
	}
	return ui.Div("bar wrap", tags...)
}

var relations = map[who.Relation]words.T{
	who.Child:  words.RelationChild,
	who.Parent: words.RelationParent,
	who.Spouse: words.RelationSpouse,
	who.Other:  words.RelationOther,
}

// relationOrder is how the relations are offered.
var relationOrder = []who.Relation{who.Child, who.Parent, who.Spouse, who.Other}

var relationIcons = map[who.Relation]string{who.Child: "anak", who.Parent: "keluarga", who.Spouse: "akun", who.Other: "bantuan"}

// levelTag says how well the house knows a citizen.
func levelLine(lang words.Lang, level who.Level) ui.UI {
	if level == who.ByNIK {
		return ui.Span("bar", ui.IconS("perisai"), ui.Label("small", words.LevelNIK.In(lang)))
	}
	return ui.Span("bar", ui.IconS("telepon"), ui.Label("small", words.LevelPhone.In(lang)))
}

// levelTag is the same as a status.
func levelTag(lang words.Lang, level who.Level) ui.UI {
	if level == who.ByNIK {
		return ui.Tag("good", "perisai", words.LevelNIK.In(lang))
	}
	return ui.Tag("info", "telepon", words.LevelPhone.In(lang))
}

// age is how old somebody is, in months for the smallest.
func age(lang words.Lang, born calendar.Date, now time.Time) string {
	if !born.Valid() || born > calendar.DateOf(now) {
		return ""
	}
	b := born.Time(time.UTC)
	months := (now.Year()-b.Year())*12 + int(now.Month()) - int(b.Month())
	if now.Day() < b.Day() {
		months--
	}
	if months < 24 {
		return words.AgeMonths.In(lang, strconv.Itoa(months))
	}
	return words.AgeYears.In(lang, strconv.Itoa(months/12))
}

// moment is a point in time as it is read: "23 November 2026, 09.40".
func moment(lang words.Lang, t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return words.FullDay(lang, calendar.DateOf(t)) + ", " + words.Clock(t)
}

// list joins what is there with commas.
func list(parts ...string) string {
	var have []string
	for _, p := range parts {
		if p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, ", ")
}
