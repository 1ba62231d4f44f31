package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"

	"rumah/server/city"
	"rumah/server/web"
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
