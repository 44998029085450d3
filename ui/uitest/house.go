package uitest

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

// workspace is the file's name.
const workspace = "practice.mentorbook"

// Options says what window is wanted; the zero value is a mentor's sample in English at 1280 x 800.
type Options struct {
	Language core.Language // English where it is ""
	Role     core.Role     // whose sample: RoleMentor where it is ""
	Size     fyne.Size
	Large    sample.Options           // where it has relationships: a large sample in place of the small one
	Empty    bool                     // no sample: an owner and nothing else
	Change   func(cfg *ui.Config)     // what the test wants otherwise
	Before   func(p *planner.Planner) // runs when the workspace is filled, before the window opens
	Route    shell.Route              // where to go first; the zero value stays on Today
}

// House is a window over a workspace.
type House struct {
	*shelltest.Bench

	Planner *planner.Planner
	UI      *ui.Window
	Words   *locale.Words
	Dir     string // the folder of the workspace, where file dialogs begin
	Errors  []error

	opt  Options
	gone bool
	cut  time.Time // when the window before began that was closed by nobody
}

// Now is the time of every house: a Monday, 13:20 in Berlin, where the sample's owner is.
func Now() time.Time { return time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC) }

// Open makes a workspace and opens the window over it, with the first page read.
func Open(t testing.TB, opt Options) *House {
	t.Helper()
	if opt.Language == "" {
		opt.Language = core.English
	}
	if opt.Size.IsZero() {
		opt.Size = fyne.NewSize(1280, 800)
	}
	all := languages(t)
	h := &House{Words: all.Languages[opt.Language], Dir: t.TempDir(), opt: opt}
	h.Planner = open(t, h.Dir, all, opt)
	if opt.Before != nil {
		opt.Before(h.Planner)
	}
	h.window(t, all)
	return h
}

// Again opens another window over the same workspace, as after a crash: whatever was open in this one is gone, and
// nobody has closed it.
func (h *House) Again() *House {
	h.T.Helper()
	h.Settle()
	h.gone = true
	h.Window.Close()
	next := &House{Words: h.Words, Dir: h.Dir, Planner: h.Planner, opt: h.opt, cut: Now()}
	next.window(h.T, languages(h.T))
	return next
}

// Later opens another window over the same workspace after this one was closed.
func (h *House) Later() *House {
	h.T.Helper()
	h.Settle()
	h.UI.Close()
	h.gone = true
	h.Window.Close()
	next := &House{Words: h.Words, Dir: h.Dir, Planner: h.Planner, opt: h.opt}
	next.window(h.T, languages(h.T))
	return next
}

func (h *House) window(t testing.TB, all reporter) {
	t.Helper()
	opt := h.opt
	bench := &shelltest.Bench{T: t, Clock: &shelltest.Clock{}, Queue: shelltest.NewQueue()}
	bench.Window = fyne.CurrentApp().NewWindow("")
	cfg := ui.Config{
		Planner: h.Planner, Words: h.Words, Path: filepath.Join(h.Dir, workspace), Cut: h.cut,
		Pages: all.Pages, Dispatch: bench.Queue.Do, After: bench.Clock.After, Log: func(err error) { h.Errors = append(h.Errors, err) },
		Desktop: ui.Desktop{Places: []string{h.Dir}, Link: func(string) error { return nil }},
	}
	if opt.Change != nil {
		opt.Change(&cfg)
	}
	h.UI = ui.New(bench.Window, cfg)
	bench.Shell, h.Bench = h.UI.Shell(), bench
	bench.Window.Resize(opt.Size)
	t.Cleanup(h.close)
	h.UI.Open()
	h.Settle()
	if opt.Route != (shell.Route{}) {
		h.Go(opt.Route)
	}
}

func (h *House) close() {
	h.UI.Close()
	if err := h.Shell.Runner.Wait(time.Minute); err != nil {
		h.T.Error(err)
	}
	if !h.gone {
		h.Window.Close()
	}
}

// Settle waits until all work beside the window has ended and what it brought is on show.
func (h *House) Settle() {
	h.T.Helper()
	h.Queue.Until(h.T, "the end of the work beside the window", func() bool { return h.Shell.Runner.Idle() })
}

// Go opens a route and waits until it is read.
func (h *House) Go(to shell.Route) {
	h.T.Helper()
	if !h.Shell.Go(to) {
		h.T.Fatalf("%v leads nowhere", to)
	}
	h.Settle()
}

// Run runs a command and waits for what it does.
func (h *House) Run(id string) {
	h.T.Helper()
	if _, ok := h.Shell.Commands.Find(id); !ok {
		h.T.Fatalf("there is no command %s", id)
	}
	h.Shell.Commands.Run(id)
	h.Settle()
}

// Tap is Click, and waits for what it does.
func (h *House) Tap(text string) {
	h.T.Helper()
	h.Click(text)
	h.Settle()
}

// Menu clicks with the right button on the smallest thing that says a text and takes such clicks.
func (h *House) Menu(text string) {
	h.T.Helper()
	var found fyne.CanvasObject
	least := 0
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if _, ok := o.(fyne.SecondaryTappable); ok {
			said := strings.Join(kit.Texts(o), "\n")
			if strings.Contains(said, text) && (found == nil || len(said) <= least) {
				found, least = o, len(said)
			}
		}
		return true
	})
	if found == nil {
		h.T.Fatalf("nothing with a menu says %q", text)
	}
	at := fyne.NewPos(4, 4)
	found.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{Position: at, AbsolutePosition: fyne.CurrentApp().Driver().AbsolutePositionForObject(found).Add(at)})
	h.Settle()
}

// Keys is Press, and waits for what the keys do.
func (h *House) Keys(chords ...string) {
	h.T.Helper()
	h.Press(chords...)
	h.Settle()
}

// Wants fails the test where one of the texts is not to be seen.
func (h *House) Wants(texts ...string) {
	h.T.Helper()
	for _, text := range texts {
		if !h.Sees(text) {
			h.T.Errorf("%q is not to be seen, but %q", text, kit.Texts(h.Root()))
		}
	}
}

// Lacks fails the test where one of the texts is to be seen.
func (h *House) Lacks(texts ...string) {
	h.T.Helper()
	for _, text := range texts {
		if h.Sees(text) {
			h.T.Errorf("%q is to be seen", text)
		}
	}
}

// Person gives the person whose name begins so.
func (h *House) Person(name string) *core.Person {
	h.T.Helper()
	people, err := h.Planner.People.All(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	for _, p := range people {
		if strings.HasPrefix(p.Name, name) {
			return p
		}
	}
	h.T.Fatalf("nobody is called %s", name)
	return nil
}

// Relationship gives the first one that a person so called is in.
func (h *House) Relationship(name string) *core.Relationship {
	h.T.Helper()
	person := h.Person(name)
	all, err := h.Planner.Relationships.All(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	for _, r := range all {
		for _, p := range r.Participants {
			if p.Person == person.ID {
				return r
			}
		}
	}
	h.T.Fatalf("%s is in no relationship", name)
	return nil
}
