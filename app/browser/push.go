package browser

// Pushing is what a browser says about being told something while nobody
// looks at it.
type Pushing struct {
	Can bool       // it knows how
	May Permission // and whether it may
}

// Permission is what somebody said to their browser about it.
type Permission string

// The permissions, as browsers call them.
const (
	PushUnasked Permission = "default" // or they closed the question
	PushGranted Permission = "granted"
	PushDenied  Permission = "denied"
)

// Subscription is where a browser can be told, with its keys.
type Subscription struct{ Endpoint, P256DH, Auth string }
