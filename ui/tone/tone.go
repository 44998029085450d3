// Package tone is what a word on the screen means to whoever reads it. Models say it, and the kit gives it a colour: so
// the same meaning looks the same on every screen.
package tone

// Tone is a meaning.
type Tone int

// The tones.
const (
	Plain    Tone = iota // says what is so
	Good                 // all is well
	Care                 // wants somebody's care
	Pressing             // wants it now, or must not be missed
	Told                 // news
)
