// Package inbox is the screens of what people are told: their messages, how
// they want to be told, and the question whether this phone may tell them.
package inbox

import "rumah/app/own"

// private is embedded under a name of this package; see own.Screen.
type private[T any] = own.Screen[T]
