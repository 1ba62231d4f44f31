package live

// Bus carries what one instance publishes to the others. It may lose what it
// carries, and say it twice; hubs find out.
type Bus interface {
	// Say gives a message to all who hear, and does not wait.
	Say(message []byte) error
	// Hear calls do for each message, our own too, and lost when messages may
	// have been missed. Neither may wait.
	Hear(do func(message []byte), lost func()) (stop func(), err error)
}

// Lonely is a Bus that knows whether anybody else hears it. While nobody
// does, what is said is not even written.
type Lonely interface {
	Alone() bool
}
