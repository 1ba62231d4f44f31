package fault

// statuses is the one table between codes and HTTP statuses, used in both
// directions: by the server to answer, by the client when an answer that is
// not ours (a proxy's error page) arrives.
var statuses = []struct {
	code   Code
	status int
}{
	{Invalid, 422},
	{Signin, 401},
	{Denied, 403},
	{Unknown, 404},
	{Conflict, 409},
	{Large, 413},
	{Busy, 429},
	{Offline, 503},
	{Broken, 500},
}

// Status is the HTTP status of a code.
func Status(code Code) int {
	for _, s := range statuses {
		if s.code == code {
			return s.status
		}
	}
	return 500
}

// OfStatus is the fault for an HTTP status that came without a body of ours.
func OfStatus(status int) *Fault {
	for _, s := range statuses {
		if s.status == status {
			return New(s.code, string(s.code))
		}
	}
	if status == 502 || status == 504 {
		return New(Offline, string(Offline))
	}
	return New(Broken, string(Broken))
}
