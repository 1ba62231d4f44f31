//go:build !js

package browser

import "errors"

// Choose does nothing.
func Choose(string, int, []string, func(Paper), func(string)) {}

// PaperPiece finds nothing.
func PaperPiece(string, int64, int64) ([]byte, error) { return nil, errors.New("no phone") }

// DropPaper does nothing.
func DropPaper(string) {}
