package city

import (
	"os"
	"path/filepath"
	"testing"

	"rumah/shared/access"
	"rumah/shared/catalogue"
)

// inUse are the packs people use, not those of the tests.
func inUse(t *testing.T) map[string]*Pack {
	t.Helper()
	folders, err := filepath.Glob("../../assets/city/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("packs %v, %v", folders, err)
	}
	packs := map[string]*Pack{}
	for _, folder := range folders {
		pack, err := Load(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		packs[filepath.Base(folder)] = pack
	}
	return packs
}

// Every service says all fourteen components, if only that something is not
// known, and nothing counts as confirmed that an office has not said.
func TestServicesMeetTheStandard(t *testing.T) {
	t.Parallel()
	for name, pack := range inUse(t) {
		agencies := map[string]bool{}
		for _, s := range pack.Services {
			agencies[s.Agency] = true
			for component, said := range saidBy(s.Content) {
				if !said {
					t.Errorf("%s: %s does not say its %s", name, s.ID, component)
				}
			}
			if len(s.Content.Aliases) < 5 {
				t.Errorf("%s: %s has only the names %v", name, s.ID, s.Content.Aliases)
			}
			if s.Content.Confirmed && assumed(pack, s.Sources) {
				t.Errorf("%s: %s is confirmed but rests on an assumption", name, s.ID)
			}
		}
		if len(pack.Services) < 40 || len(agencies) < 15 {
			t.Errorf("%s: %d services of %d agencies", name, len(pack.Services), len(agencies))
		}
		if len(pack.Synonyms) < 150 {
			t.Errorf("%s: %d synonyms", name, len(pack.Synonyms))
		}
	}
}

// saidBy tells which of the fourteen components a content has.
func saidBy(c catalogue.Content) map[string]bool {
	return map[string]bool{
		"requirements": len(c.Requirements) > 0,
		"steps":        len(c.Steps) > 0,
		"promise":      c.Promise.Unit != catalogue.Unpromised || c.Promise.Note != "",
		"fee":          c.Fee.Kind != catalogue.FeeUnknown || c.Fee.Note != "",
		"product":      c.Product != "",
		"complaints":   c.Complaints != "",
		"legal":        len(c.Legal) > 0,
		"facilities":   c.Facilities != "",
		"competence":   c.Competence != "",
		"oversight":    c.Oversight != "",
		"staffing":     c.Staffing != "",
		"guarantee":    c.Guarantee != "",
		"safety":       c.Safety != "",
		"evaluation":   c.Evaluation != "",
	}
}

// assumed reports whether a source is nobody's word ("anggapan").
func assumed(pack *Pack, sources []string) bool {
	for _, source := range pack.Sources {
		for _, id := range sources {
			if source.ID == id && source.Licence == "anggapan" {
				return true
			}
		}
	}
	return false
}

// The made-up people can try every role, and one agency has two admins,
// because publishing takes two.
func TestAccountsCoverEveryRole(t *testing.T) {
	t.Parallel()
	for name, pack := range inUse(t) {
		roles, admins := map[access.Role]int{}, map[string]int{}
		for _, a := range pack.Accounts {
			roles[a.Role]++
			if a.Role == access.Agency {
				admins[a.Agency]++
			}
		}
		for _, role := range append([]access.Role{access.Citizen}, access.StaffRoles...) {
			if roles[role] == 0 {
				t.Errorf("%s: nobody is %s", name, role)
			}
		}
		two := false
		for _, n := range admins {
			two = two || n >= 2
		}
		if !two || len(admins) < 2 {
			t.Errorf("%s: admins %v", name, admins)
		}
	}
}

// Until an office says so itself nobody is named as its practitioner, and
// what is assumed of its queues rests on a source that says that it is.
func TestQueuesNameNobody(t *testing.T) {
	t.Parallel()
	for name, pack := range inUse(t) {
		chains := 0
		for _, q := range pack.Queues {
			if q.Content.Who != "" && assumed(pack, q.Sources) {
				t.Errorf("%s: %s names %s", name, q.ID, q.Content.Who)
			}
			if q.Content.Next != "" {
				chains++
			}
		}
		if len(pack.Queues) < 30 || chains < 10 {
			t.Errorf("%s: %d queues, %d lead on", name, len(pack.Queues), chains)
		}
	}
}
