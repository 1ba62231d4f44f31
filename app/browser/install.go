package browser

// Installing is what the phone says about putting the app on its home screen.
type Installing struct {
	Installed bool // this is the installed app
	Prompt    bool // the browser is ready to ask
	Apple     bool // only by hand, through the share menu
}
