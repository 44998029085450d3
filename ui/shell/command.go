package shell

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// Command is something a person can do, with one home for its name, its keys and the reason it is off.
type Command struct {
	ID    string        // "meeting.plan"; never shown
	Title string        // key of its name
	Name  func() string // its name with what it is about now, in menus, the palette and tooltips; nil: Title says it all
	Group string        // key of the heading it stands under in the key sheet
	Keys  string        // "Ctrl+N", "F1"; "" for none. Several are parted by a space
	Why   func() string // key of the reason it is off now, "" for on; nil for always on
	Run   func()
	// Elsewhere gives the key of the reason its keys do nothing where the focus is now, "" where they are meant for it; nil for
	// always. By its name it can be had wherever the focus is.
	Elsewhere func() string
	// Of gives the name of what it is about now, which the palette adds to its own; "" where that goes without saying. It may be nil.
	Of func() string
	// Icon is its picture, for a button where there is no room for its words.
	Icon string
	// Reads tells that it changes nothing in the workspace, or leads to where that is said: it is on also where the
	// workspace can only be read.
	Reads bool
	// About tells that Name adds a record's words to Title: the palette then finds the command by Title alone.
	About bool
	// Steers tells that it only moves about in the window: the palette lists it behind what does something where nothing is typed.
	Steers bool
	// Leaves tells that it ends the program: the palette lists it behind everything else where only other words, or a slip, find it.
	Leaves bool
	// Quiet commands stand neither in the palette nor in the key sheet.
	Quiet bool
	// InDialogs commands work while a dialog is open too.
	InDialogs bool
}

func (c Command) reason() string {
	if c.Why == nil {
		return ""
	}
	return c.Why()
}

// Registry holds all commands, those of the window and those of the page on show. It is the one gate that
// decides whether a key, a button, a menu or the palette may run one.
type Registry struct {
	words  Words
	own    []Command
	page   []Command
	chords map[Chord]string // of own commands
	canvas fyne.Canvas
	off    func(command, reason string) // tells why a command did not run
	bound  []fyne.Shortcut
	recent []string // ids of the commands used last, the last one first

	gate     func(c Command) string // key of the reason that goes before a command's own; nil for none
	pressing bool                   // a command runs because its keys were pressed
	around   func(func())           // what such a command runs in
}

// NewRegistry makes an empty registry. off is told the name of a command that somebody wanted and the reason
// it is off, both as text.
func NewRegistry(words Words, off func(command, reason string)) *Registry {
	return &Registry{words: words, off: off, chords: map[Chord]string{}, around: func(do func()) { do() }}
}

// Add registers commands. Two with one id or one key are a mistake in the program, and panic.
func (r *Registry) Add(commands ...Command) {
	for _, c := range commands {
		r.check(c, r.own)
		r.own = append(r.own, c)
	}
	r.bind()
}

// SetPage registers the commands of the page on show in place of those of the one before.
func (r *Registry) SetPage(commands []Command) {
	r.page = nil
	for _, c := range commands {
		r.check(c, append(slices.Clone(r.own), r.page...))
		r.page = append(r.page, c)
	}
	r.bind()
}

func (r *Registry) check(c Command, have []Command) {
	if c.ID == "" || c.Title == "" || c.Run == nil {
		panic(fmt.Sprintf("command %q has no id, no title or nothing to do", c.ID))
	}
	keys := chordsOf(c)
	for _, other := range have {
		if other.ID == c.ID {
			panic(fmt.Sprintf("two commands are called %q", c.ID))
		}
		for _, k := range chordsOf(other) {
			if slices.Contains(keys, k) {
				panic(fmt.Sprintf("commands %q and %q have the same keys %v", other.ID, c.ID, k))
			}
		}
	}
}

// chordsOf gives the chords of a command; a key that cannot be read is a mistake in the program.
func chordsOf(c Command) []Chord {
	var out []Chord
	for _, text := range splitKeys(c.Keys) {
		chord, err := ParseChord(text)
		if err != nil {
			panic(fmt.Sprintf("command %q: %v", c.ID, err))
		}
		out = append(out, chord)
	}
	return out
}

// All gives every command, those of the page on show after the others.
func (r *Registry) All() []Command { return append(slices.Clone(r.own), r.page...) }

// Find gives a command by its id.
func (r *Registry) Find(id string) (Command, bool) {
	for _, c := range r.All() {
		if c.ID == id {
			return c, true
		}
	}
	return Command{}, false
}

// onPage tells whether the page on show has a command of a name, as its key: that does it here.
func (r *Registry) onPage(title string) bool {
	return slices.ContainsFunc(r.page, func(c Command) bool { return c.Title == title })
}

// Title gives the name of a command in the language of the moment, with what it is about where it says that.
func (r *Registry) Title(c Command) string {
	if c.Name != nil {
		return c.Name()
	}
	return r.words(c.Title)
}

// WhyNot gives the reason a command is off, as text; "" for on.
func (r *Registry) WhyNot(id string) string {
	c, ok := r.Find(id)
	if !ok {
		return ""
	}
	key := c.reason()
	if r.gate != nil {
		if before := r.gate(c); before != "" {
			key = before
		}
	}
	if key != "" {
		return r.words(key)
	}
	return ""
}

// Run runs a command if it is on, and says why otherwise. It tells whether the command ran.
func (r *Registry) Run(id string) bool {
	c, ok := r.Find(id)
	if !ok {
		return false
	}
	if reason := r.WhyNot(id); reason != "" {
		r.off(r.Title(c), reason)
		return false
	}
	r.remember(c)
	c.Run()
	return true
}

// recentCommands is how many commands are remembered as used last.
const recentCommands = 5

// remember notes a command as the one used last; what only moves about is nobody's habit.
func (r *Registry) remember(c Command) {
	if c.Steers || c.ID == paletteID {
		return
	}
	r.recent = slices.Insert(slices.DeleteFunc(r.recent, func(id string) bool { return id == c.ID }), 0, c.ID)
	r.recent = r.recent[:min(len(r.recent), recentCommands)]
}

// Button makes a button of a command, with its keys in the tooltip. One that is off can be pressed all the
// same, and says why: a grey button that says nothing is a riddle.
func (r *Registry) Button(id string, kind kit.ButtonKind) *kit.Button {
	c, ok := r.Find(id)
	if !ok {
		panic(fmt.Sprintf("no command is called %q", id))
	}
	b := kit.NewButton(r.words(c.Title), kind, func() { r.Run(id) })
	if !c.Reads {
		b.Writes()
	}
	if c.Why != nil {
		b.Because(func() string { return r.WhyNot(id) })
	}
	tip := kit.Tip{Keys: firstKeys(c.Keys)}
	if c.Name != nil {
		tip.Text = c.Name()
	}
	b.SetTip(tip)
	return b
}

// Picture makes the same button as a picture, which is called as the command is.
func (r *Registry) Picture(id string) *kit.IconButton {
	c, ok := r.Find(id)
	if !ok {
		panic(fmt.Sprintf("no command is called %q", id))
	}
	b := kit.NewIconButton(c.Icon, kit.Tip{Text: r.Title(c), Keys: firstKeys(c.Keys)}, func() { r.Run(id) })
	if !c.Reads {
		b.Writes()
	}
	if c.Why != nil {
		b.Because(func() string { return r.WhyNot(id) })
	}
	return b
}

// Menu makes the lines of a menu of commands; "" is a line between groups. Commands that are not registered,
// because their page is not on show, are left out.
func (r *Registry) Menu(ids ...string) []kit.MenuEntry {
	var out []kit.MenuEntry
	for _, id := range ids {
		if id == "" {
			if len(out) > 0 && !out[len(out)-1].Line {
				out = append(out, kit.MenuEntry{Line: true})
			}
			continue
		}
		if c, ok := r.Find(id); ok {
			out = append(out, kit.MenuEntry{
				Text: r.Title(c), Keys: firstKeys(c.Keys), Reason: r.WhyNot(id), Run: func() { r.Run(id) },
			})
		}
	}
	if n := len(out); n > 0 && out[n-1].Line {
		out = out[:n-1]
	}
	return out
}
