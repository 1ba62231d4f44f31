package browser

import (
	"strings"
	"syscall/js"
)

// Socket is a WebSocket to our own server.
type Socket struct {
	socket js.Value
	heard  []js.Func
}

// Dial opens a socket at one of our own paths.
func Dial(path string, on SocketEvents) *Socket {
	s := &Socket{}
	if !s.open("ws"+strings.TrimPrefix(Origin(), "http")+path, on) {
		go on.Ended(0)
	}
	return s
}

// open is false where a browser refuses at once, which it does by throwing.
func (s *Socket) open(url string, on SocketEvents) (ok bool) {
	defer func() { ok = recover() == nil }()
	s.socket = window.Get("WebSocket").New(url)
	s.hear("open", func(js.Value) { on.Opened() })
	s.hear("message", func(event js.Value) {
		if data := event.Get("data"); data.Type() == js.TypeString {
			on.Said(data.String())
		}
	})
	s.hear("close", func(event js.Value) {
		code := event.Get("code").Int()
		s.forget()
		on.Ended(code)
	})
	return true
}

func (s *Socket) hear(event string, do func(js.Value)) {
	f := js.FuncOf(func(_ js.Value, args []js.Value) any {
		do(args[0])
		return nil
	})
	s.heard = append(s.heard, f)
	s.socket.Set("on"+event, f)
}

// forget lets go of what listens.
func (s *Socket) forget() {
	for _, event := range []string{"onopen", "onmessage", "onclose"} {
		s.socket.Set(event, js.Null())
	}
	for _, f := range s.heard {
		f.Release()
	}
	s.heard = nil
}

// Send says something; nothing on a socket that is not open.
func (s *Socket) Send(text string) {
	if s.socket.Truthy() && s.socket.Get("readyState").Int() == 1 {
		s.socket.Call("send", text)
	}
}

// Close ends it from our side: nothing more is heard of it.
func (s *Socket) Close() {
	if s.socket.Truthy() {
		s.forget()
		s.socket.Call("close")
	}
}

// Visible reports whether somebody can see the page.
func Visible() bool { return document.Get("visibilityState").String() != "hidden" }
