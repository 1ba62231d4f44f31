package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"rumah/server/city"
	"rumah/server/identity"
	"rumah/server/web"
	"rumah/shared/access"
)

// stamp tells apart two builds of the same files; set by the linker.
var stamp string

// version names what a phone runs: it changes when any file it may keep does.
func version(static *web.Static) string {
	v := "dev"
	if static != nil {
		sum := sha256.Sum256([]byte(strings.Join(static.Names(), "\n")))
		v = hex.EncodeToString(sum[:4])
	}
	return v + stamp
}

// accountsText is who a house can be tried out as.
func accountsText(pack *city.Pack) string {
	if len(pack.Accounts) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\n  To try it: a citizen signs in with a phone number, the code is shown on the page.\n")
	for _, a := range pack.Accounts {
		if a.Role == access.Citizen {
			fmt.Fprintf(&b, "    %-10s %-28s %s\n", a.Role, a.Phone, a.Name)
		}
	}
	fmt.Fprintf(&b, "  Staff signs in at /masuk/petugas with the password %q; bin/rs demo prints the code.\n", identity.DemoPassword)
	for _, a := range pack.Accounts {
		if a.Role != access.Citizen {
			fmt.Fprintf(&b, "    %-10s %-28s %s\n", a.Role, a.Email, strings.Trim(a.Agency+" "+a.Place, " "))
		}
	}
	b.WriteString("\n")
	return b.String()
}

// demoAccounts is `rs demo`.
func demoAccounts(out, complaints io.Writer) int {
	pack, err := loadPack("")
	if err == nil {
		var code string
		if code, err = identity.DemoCode(time.Now().Unix()); err == nil {
			fmt.Fprintf(out, "%s  authenticator code of staff now: %s (each works once)\n", accountsText(pack), code)
			return 0
		}
	}
	fmt.Fprintln(complaints, "rs:", err)
	return 1
}

// checkCity is `rs city check FOLDER`.
func checkCity(args []string, out, complaints io.Writer) int {
	if len(args) != 2 || args[0] != "check" {
		fmt.Fprintln(complaints, "rs: usage: rs city check FOLDER")
		return 2
	}
	if info, err := os.Stat(args[1]); err != nil || !info.IsDir() {
		fmt.Fprintf(complaints, "rs: %s is not a folder\n", args[1])
		return 2
	}
	problems := city.Check(os.DirFS(args[1]))
	for _, p := range problems {
		fmt.Fprintln(out, p)
	}
	if len(problems) > 0 {
		fmt.Fprintf(complaints, "rs: %d mistakes in %s\n", len(problems), args[1])
		return 1
	}
	fmt.Fprintln(out, "This city pack is sound.")
	return 0
}
