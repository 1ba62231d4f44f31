package browser

// Vibrate shakes the phone so many milliseconds, rests, shakes again. Phones
// that cannot, and people who do not want it, are left in peace.
func Vibrate(pattern ...int) {
	navigator := window.Get("navigator")
	touched := navigator.Get("userActivation")
	if !navigator.Get("vibrate").Truthy() || touched.Truthy() && !touched.Get("hasBeenActive").Bool() {
		return // it cannot, or not before somebody has touched the page
	}
	times := make([]any, len(pattern))
	for i, ms := range pattern {
		times[i] = ms
	}
	navigator.Call("vibrate", times)
}
