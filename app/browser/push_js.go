package browser

import (
	"encoding/base64"
	"errors"
	"syscall/js"
)

// Push asks what is possible on this phone.
func Push() Pushing {
	worker, push, notes := window.Get("navigator").Get("serviceWorker"), window.Get("PushManager"), window.Get("Notification")
	if !worker.Truthy() || !push.Truthy() || !notes.Truthy() {
		return Pushing{}
	}
	return Pushing{Can: true, May: Permission(notes.Get("permission").String())}
}

// AskPush shows the browser's own question and tells what was answered. It
// must be called while a touch is handled: browsers ask for nothing else.
func AskPush(done func(Permission)) {
	answer := window.Get("Notification").Call("requestPermission")
	go func() {
		said, err := await(answer)
		if err != nil {
			done(Push().May)
			return
		}
		done(Permission(said.String()))
	}()
}

var errNoWorker = errors.New("no worker is there to be told")

// manager is what subscribes; it waits until the worker is there.
func manager() (js.Value, error) {
	workers := window.Get("navigator").Get("serviceWorker")
	if !workers.Truthy() {
		return js.Undefined(), errNoWorker
	}
	if there, err := await(workers.Call("getRegistration")); err != nil || !there.Truthy() {
		return js.Undefined(), errNoWorker
	}
	registration, err := await(workers.Get("ready"))
	if err != nil {
		return js.Undefined(), err
	}
	return registration.Get("pushManager"), nil
}

// Subscribed is the subscription that this browser has; ok is false for none.
// It waits for the browser, so it runs in the background.
func Subscribed() (s Subscription, ok bool) {
	push, err := manager()
	if err != nil || !push.Truthy() {
		return s, false
	}
	have, err := await(push.Call("getSubscription"))
	if err != nil || !have.Truthy() {
		return s, false
	}
	return subscriptionOf(have), true
}

// SubscribePush subscribes this browser with the key of the house; one that
// it has with the same key stays. Else as Subscribed.
func SubscribePush(key string) (Subscription, error) {
	push, err := manager()
	if err != nil {
		return Subscription{}, err
	}
	if have, err := await(push.Call("getSubscription")); err == nil && have.Truthy() {
		options := have.Get("options")
		if !options.Truthy() || !options.Get("applicationServerKey").Truthy() || text64(options.Get("applicationServerKey")) == key {
			return subscriptionOf(have), nil
		}
		_, _ = await(have.Call("unsubscribe")) // it belonged to a house with another key
	}
	data, err := base64.RawURLEncoding.DecodeString(key)
	if err != nil {
		return Subscription{}, err
	}
	bytes := window.Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	made, err := await(push.Call("subscribe", map[string]any{"userVisibleOnly": true, "applicationServerKey": bytes}))
	if err != nil {
		return Subscription{}, err
	}
	return subscriptionOf(made), nil
}

// UnsubscribePush ends the subscription, when there is one. Else as
// Subscribed.
func UnsubscribePush() {
	push, err := manager()
	if err != nil {
		return
	}
	if have, err := await(push.Call("getSubscription")); err == nil && have.Truthy() {
		_, _ = await(have.Call("unsubscribe")) // what cannot be ended here ends at its push service
	}
}

func subscriptionOf(s js.Value) Subscription {
	return Subscription{Endpoint: s.Get("endpoint").String(), P256DH: text64(s.Call("getKey", "p256dh")), Auth: text64(s.Call("getKey", "auth"))}
}

// Badge writes how much is unread on the app's icon, where that can be.
func Badge(count int) {
	navigator := window.Get("navigator")
	if !navigator.Get("setAppBadge").Truthy() {
		return
	}
	done := navigator.Call("setAppBadge", count) // 0 takes it away
	go func() { _, _ = await(done) }()           // an app that is not installed has no icon
}
