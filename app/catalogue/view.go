package catalogue

import (
	"rumah/app/draft"
	"rumah/app/flow"
)

// Embedded under names of this package; see flow.View.
type (
	view[T any] = flow.View[T]
	shelf       = draft.Shelf
)
