// Package assets is the data that travels inside the server: looks, fonts,
// icons, scripts, city packs, and the program for the phone once it is built.
package assets

import "embed"

// FS holds everything. dist is empty until the program for the phone is
// built; the server then serves plain pages.
//
//go:embed css font icon js all:city all:dist
var FS embed.FS
