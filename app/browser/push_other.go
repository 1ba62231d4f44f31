//go:build !js

package browser

import "errors"

// Push knows of no way.
func Push() Pushing { return Pushing{} }

// AskPush is answered with no.
func AskPush(done func(Permission)) { done(PushDenied) }

// Subscribed is none.
func Subscribed() (Subscription, bool) { return Subscription{}, false }

// SubscribePush cannot be.
func SubscribePush(string) (Subscription, error) {
	return Subscription{}, errors.New("a server is told nothing")
}

// UnsubscribePush does nothing.
func UnsubscribePush() {}

// Badge does nothing.
func Badge(int) {}
