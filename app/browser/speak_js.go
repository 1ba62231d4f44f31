package browser

import (
	"strings"
	"syscall/js"
)

// audio is the sound of this page. A browser lets it run only after somebody
// has pressed something, unless it was told to trust us.
var audio js.Value

// Sounding reports whether sound is allowed and runs.
func Sounding() bool { return audio.Truthy() && audio.Get("state").String() == "running" }

// StartSound asks for sound and says whether it runs. Within a press it does;
// without one most browsers keep silent until there is one.
func StartSound(done func(ok bool)) {
	kind := window.Get("AudioContext")
	if !kind.Truthy() {
		kind = window.Get("webkitAudioContext")
	}
	if !kind.Truthy() {
		done(false)
		return
	}
	if !audio.Truthy() {
		audio = kind.New()
	}
	// The voice needs the same press, so it says nothing once.
	if voice := window.Get("speechSynthesis"); voice.Truthy() {
		voice.Call("getVoices")
		voice.Call("speak", window.Get("SpeechSynthesisUtterance").New(""))
	}
	// A promise that waits for a press may never be kept, so its end is only
	// listened to.
	var heard js.Func
	heard = js.FuncOf(func(js.Value, []js.Value) any {
		heard.Release()
		done(Sounding())
		return nil
	})
	audio.Call("resume").Call("then", heard, heard)
}

// Chime plays two falling tones, as before an announcement. They are made
// here: no file has to arrive first.
func Chime() {
	if !Sounding() {
		return
	}
	start := audio.Get("currentTime").Float()
	for i, pitch := range []float64{783.99, 622.25} {
		at := start + float64(i)*0.42
		for _, part := range []struct{ times, loud float64 }{{1, .5}, {2, .12}, {3, .05}} {
			tone, gain := audio.Call("createOscillator"), audio.Call("createGain")
			tone.Get("frequency").Set("value", pitch*part.times)
			level := gain.Get("gain")
			level.Call("setValueAtTime", 0.0001, at)
			level.Call("exponentialRampToValueAtTime", part.loud, at+0.02)
			level.Call("exponentialRampToValueAtTime", 0.0001, at+1.1)
			tone.Call("connect", gain)
			gain.Call("connect", audio.Get("destination"))
			tone.Call("start", at)
			tone.Call("stop", at+1.2)
		}
	}
}

// Say speaks a sentence in Indonesian and calls done at its end, or at once
// where there is no voice.
func Say(text string, done func()) {
	voice, sentence := window.Get("speechSynthesis"), window.Get("SpeechSynthesisUtterance")
	if !voice.Truthy() || !sentence.Truthy() {
		done()
		return
	}
	say := sentence.New(text)
	say.Set("lang", "id-ID")
	say.Set("rate", 0.9)
	if own := indonesian(voice); own.Truthy() {
		say.Set("voice", own)
	} else if voice.Call("getVoices").Length() > 0 {
		done() // another language would say the numbers wrong
		return
	}
	var end js.Func
	end = js.FuncOf(func(js.Value, []js.Value) any {
		say.Set("onend", js.Null())
		say.Set("onerror", js.Null())
		end.Release()
		done()
		return nil
	})
	say.Set("onend", end)
	say.Set("onerror", end)
	voice.Call("speak", say)
}

// Hush ends what is being said.
func Hush() {
	if voice := window.Get("speechSynthesis"); voice.Truthy() {
		voice.Call("cancel")
	}
}

func indonesian(voice js.Value) js.Value {
	all := voice.Call("getVoices")
	for i := range all.Length() {
		lang := strings.ReplaceAll(strings.ToLower(all.Index(i).Get("lang").String()), "_", "-")
		if lang == "id" || strings.HasPrefix(lang, "id-") || strings.HasPrefix(lang, "in-") {
			return all.Index(i)
		}
	}
	return js.Null()
}

// nothing is done with the end of a promise that nobody waits for.
var nothing = js.FuncOf(func(js.Value, []js.Value) any { return nil })

// StayAwake keeps the screen from going dark while the page is seen, until
// stop is called. The browser takes the lock back when the page is hidden, so
// it is asked for again.
func StayAwake() (stop func()) {
	lock := window.Get("navigator").Get("wakeLock")
	if !lock.Truthy() {
		return func() {}
	}
	ask := func() {
		if document.Get("visibilityState").String() == "visible" {
			lock.Call("request", "screen").Call("catch", nothing)
		}
	}
	seen := js.FuncOf(func(js.Value, []js.Value) any {
		ask()
		return nil
	})
	document.Call("addEventListener", "visibilitychange", seen)
	ask()
	return func() {
		document.Call("removeEventListener", "visibilitychange", seen)
		seen.Release()
	}
}

// Fullscreen lets the page fill the screen; only within a press.
func Fullscreen() {
	root := document.Get("documentElement")
	if document.Get("fullscreenElement").Truthy() || !root.Get("requestFullscreen").Truthy() {
		return
	}
	root.Call("requestFullscreen").Call("catch", nothing)
}
