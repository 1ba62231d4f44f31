package browser

// own marks what is kept for the person who is signed in.
const own = "milik:"

// KeepOwn remembers something of whoever is signed in; it goes with them. kept
// is false where it cannot, as of Keep.
func KeepOwn(name, value string) (kept bool) { return Keep(own+name, value) }

// KeptOwn is what KeepOwn remembered; "" for nothing.
func KeptOwn(name string) string { return Kept(own + name) }

// DropOwn forgets one thing.
func DropOwn(name string) {
	if store := storage(); store.Truthy() {
		store.Call("removeItem", own+name)
	}
}

// ForgetOwn forgets all that was kept for whoever was signed in, with the
// photos of their papers.
func ForgetOwn() {
	dropPapers()
	store := storage()
	if !store.Truthy() {
		return
	}
	for i := store.Length() - 1; i >= 0; i-- {
		if name := store.Call("key", i).String(); len(name) > len(own) && name[:len(own)] == own {
			store.Call("removeItem", name)
		}
	}
}
