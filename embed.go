// Package rumah holds what stands at the top of the house and belongs into
// the server.
package rumah

import _ "embed"

// Manifest is the app as a phone installs it, manifest.webmanifest.
//
//go:embed manifest.webmanifest
var Manifest []byte
