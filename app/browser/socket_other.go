//go:build !js

package browser

// Socket is one that never opens.
type Socket struct{}

// Dial opens nothing.
func Dial(string, SocketEvents) *Socket { return &Socket{} }

// Send does nothing.
func (*Socket) Send(string) {}

// Close does nothing.
func (*Socket) Close() {}

// Visible is true.
func Visible() bool { return true }
