package shelltest

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Bench is a shell in a window of the toolkit's test driver.
type Bench struct {
	T      testing.TB
	Window fyne.Window
	Shell  *shell.Shell
	Clock  *Clock
	Queue  *Queue
}

// Theme gives the test application our look. Call it before the first widget is made, in TestMain.
func Theme(look kit.Look) {
	if look.Fonts == (kit.Fonts{}) {
		look.Fonts = kit.BundledFonts()
	}
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(look))
}

// New makes a shell in a window. Clock and queue take the place of those in the configuration.
func New(t testing.TB, size fyne.Size, cfg shell.Config) *Bench {
	t.Helper()
	b := &Bench{T: t, Clock: &Clock{}, Queue: NewQueue()}
	cfg.After, cfg.Dispatch = b.Clock.After, b.Queue.Do
	if cfg.ErrorIn == nil {
		cfg.ErrorIn = func(err error) string { return err.Error() }
	}
	b.Window = fyne.CurrentApp().NewWindow("")
	b.Shell = shell.New(b.Window, cfg)
	b.Window.Resize(size)
	t.Cleanup(func() {
		b.Shell.Close()
		b.Window.Close()
	})
	return b
}

// Canvas gives the window's canvas.
func (b *Bench) Canvas() fyne.Canvas { return b.Window.Canvas() }

// Root gives what is on top: an overlay or the window's content.
func (b *Bench) Root() fyne.CanvasObject {
	if top := b.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return b.Canvas().Content()
}

// Press presses chords such as "Ctrl+K", "Escape" or "Down", the way the desktop driver passes them on:
// Tab moves the focus, keys with Ctrl or Alt go to the focused widget as shortcuts if it takes such, else to
// the canvas; other keys to the focused widget, or to the canvas where there is none.
func (b *Bench) Press(chords ...string) {
	b.T.Helper()
	for _, text := range chords {
		switch text {
		case "Tab":
			test.FocusNext(b.Canvas())
			continue
		case "Shift+Tab":
			test.FocusPrevious(b.Canvas())
			continue
		}
		c, err := shell.ParseChord(text)
		if err != nil {
			b.T.Fatal(err)
		}
		b.send(c)
	}
}

func (b *Bench) send(c shell.Chord) {
	if c.Modifier&^fyne.KeyModifierShift != 0 {
		s := c.Shortcut()
		if to, ok := b.Canvas().Focused().(fyne.Shortcutable); ok {
			to.TypedShortcut(s)
		} else if to, ok := b.Canvas().(fyne.Shortcutable); ok {
			to.TypedShortcut(s)
		}
		return
	}
	ev := &fyne.KeyEvent{Name: c.Key}
	if f := b.Canvas().Focused(); f != nil {
		f.TypedKey(ev)
	} else if handle := b.Canvas().OnTypedKey(); handle != nil {
		handle(ev)
	}
}

// Type types a text into what has the focus.
func (b *Bench) Type(text string) {
	b.T.Helper()
	for _, r := range text { // a letter may give the focus to something else
		f := b.Canvas().Focused()
		if f == nil {
			b.T.Fatalf("nothing has the focus to type %q into", text)
		}
		f.TypedRune(r)
	}
}

// Click presses the button, row, tab or entry on which a text stands, in what is on top.
func (b *Bench) Click(text string) {
	b.T.Helper()
	if o := b.find(text); o != nil {
		o.Tapped(&fyne.PointEvent{})
		return
	}
	b.T.Fatalf("nothing to press says %q; there is %q", text, kit.Texts(b.Root()))
}

// CanClick tells whether there is such a thing.
func (b *Bench) CanClick(text string) bool { return b.find(text) != nil }

func (b *Bench) find(text string) fyne.Tappable {
	var found fyne.Tappable
	kit.Walk(b.Root(), func(o fyne.CanvasObject) bool {
		t, ok := o.(fyne.Tappable)
		if ok && o != b.Root() && says(o, text) {
			found = t // the innermost one: the walk goes on into it
		}
		return true
	})
	return found
}

// says tells whether a text stands on an object or in its tooltip.
func says(o fyne.CanvasObject, text string) bool {
	if tip, ok := o.(interface{ TipText() string }); ok && text != "" && tip.TipText() == text {
		return true
	}
	return strings.Contains(strings.Join(kit.Texts(o), "\n"), text)
}

// Sees tells whether a text is to be seen in what is on top.
func (b *Bench) Sees(text string) bool {
	return strings.Contains(strings.Join(kit.Texts(b.Root()), "\n"), text)
}

// Shot writes a picture of the window into the folder that the environment names in SHOTS; nothing without it.
func (b *Bench) Shot(name string) {
	b.T.Helper()
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		b.T.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		b.T.Fatal(err)
	}
	if err := png.Encode(f, b.Canvas().Capture()); err != nil {
		b.T.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.T.Fatal(err)
	}
}
