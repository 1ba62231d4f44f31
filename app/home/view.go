package home

import "rumah/app/flow"

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]
