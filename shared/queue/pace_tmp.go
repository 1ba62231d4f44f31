package queue

// Pace placeholder until the estimate is merged.
type Pace struct{}
