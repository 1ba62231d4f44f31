package browser

// SocketEvents are what a socket tells, each on a goroutine that must not
// wait.
type SocketEvents struct {
	Opened func()
	Said   func(text string)
	Ended  func(code int) // once, also when it never opened; not after Close
}
