package live

// Verdict is what a frame is to a copy.
type Verdict int

// The verdicts.
const (
	Stale  Verdict = iota // the copy is past it
	Whole                 // takes the place of the copy
	Next                  // its events are applied to the copy, in order
	Gap                   // something before it is missing: follow again
	Failed                // the topic cannot be followed
)

// Tracker decides for the copy of one topic what each frame means. Its zero
// value knows nothing. It never tells a copy to skip an event or to apply one
// twice, whatever order frames come in.
type Tracker struct {
	known   bool
	version int64
	epoch   string
}

// Known is the version and epoch of the copy, to follow from; without an
// epoch there is nothing to follow from.
func (t *Tracker) Known() (version int64, epoch string) { return t.version, t.epoch }

// Lose says that the copy is not to be trusted.
func (t *Tracker) Lose() { *t = Tracker{} }

// Take judges a frame and moves on with it. skip is how many of its events
// the copy has already.
func (t *Tracker) Take(f *Frame) (verdict Verdict, skip int) {
	switch {
	case f.Fault != nil:
		return Failed, 0
	case f.Snapshot != nil:
		return t.whole(f), 0
	case !t.known:
		return Gap, 0
	case f.Epoch == "" && t.epoch == "":
		return Next, 0
	case f.Epoch != t.epoch:
		t.Lose()
		return Gap, 0
	}
	return t.next(f)
}

// whole takes a snapshot, except one that is older than the copy: newer
// events overtook it on its way.
func (t *Tracker) whole(f *Frame) Verdict {
	if t.known && f.Epoch == t.epoch && f.Version < t.version {
		return Stale
	}
	*t = Tracker{known: true, version: f.Version, epoch: f.Epoch}
	return Whole
}

// next takes events. Each leads one version on, so a frame that begins
// before the copy can be taken from its middle.
func (t *Tracker) next(f *Frame) (Verdict, int) {
	switch {
	case f.From > t.version, f.Version-f.From != int64(len(f.Events)):
		return Gap, 0
	case f.Version < t.version:
		return Stale, 0
	case f.Version == t.version && len(f.Events) > 0:
		return Stale, 0
	}
	skip := int(t.version - f.From)
	t.version = f.Version
	return Next, skip
}
