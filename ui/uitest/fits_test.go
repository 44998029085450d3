package uitest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

// routes gives every place of the window over the sample, by a name for messages. A screen without a line
// here fails the test below.
func routes(h *uitest.House) map[string]shell.Route {
	out := map[string]shell.Route{}
	rels, err := h.Planner.Relationships.All(h.T.Context())
	if err != nil {
		h.T.Fatal(err)
	}
	first, last := rels[0], rels[len(rels)-1]
	next, err := h.Planner.Today(h.T.Context())
	if err != nil || next.Next == nil {
		h.T.Fatal(err, next)
	}
	for _, screen := range h.UI.Screens() {
		switch screen {
		case "relationship":
			for _, tab := range []string{"", "meetings", "plan", "checklists", "notes", "agreement", "log"} {
				out[screen+"/"+tab] = shell.Route{Screen: screen, ID: first.ID, Tab: tab}
			}
			out[screen+"/other"] = shell.Route{Screen: screen, ID: last.ID}
		case "meeting":
			out[screen] = shell.Route{Screen: screen, ID: next.Next.Meeting.ID}
		case "people":
			out[screen] = shell.Route{Screen: screen}
			out[screen+"/one"] = shell.Route{Screen: screen, ID: first.Participants[0].Person}
		case "checklists":
			for _, tab := range []string{"", "templates", "new"} {
				out[screen+"/"+tab] = shell.Route{Screen: screen, Tab: tab}
			}
		case "plans":
			for _, tab := range []string{"", "time", "skills"} {
				out[screen+"/"+tab] = shell.Route{Screen: screen, Tab: tab}
			}
		case "reports":
			for _, tab := range []string{"", "log", "written"} {
				out[screen+"/"+tab] = shell.Route{Screen: screen, Tab: tab}
			}
			out[screen+"/first"] = shell.Route{Screen: screen, ID: first.ID}
		case "calendar":
			for _, tab := range []string{"", "day", "week", "month", "agenda", "year"} {
				out[screen+"/"+tab] = shell.Route{Screen: screen, Tab: tab}
			}
		default:
			out[screen] = shell.Route{Screen: screen}
		}
	}
	return out
}

// longNames gives most people a name as long as names get, and some of them a word without a break.
func longNames(t *testing.T) func(*planner.Planner) {
	return func(p *planner.Planner) {
		people, err := p.People.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i, person := range people {
			if i%3 == 2 {
				continue
			}
			longer := " von Hohenstein-Schwarzenberg und Wolkenstein-Trostburg"
			if i%3 == 1 {
				longer = " Константинопольскопреображенскаяживописцева"
			}
			err := p.People.Change(t.Context(), person.ID, func(x *core.Person) error {
				x.Name += longer
				x.GivenName, x.Address = "", "" // as of who is added here: they are called by all of their name
				x.Organisation += " Gesellschaft für angewandte Zusammenarbeit mit beschränkter Haftung"
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// house is a window that is opened to be walked through.
type house struct {
	lang core.Language
	role core.Role
	long bool // long names
}

func houses() []house {
	var out []house
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
			for _, long := range []bool{false, true} {
				out = append(out, house{lang, role, long})
			}
		}
	}
	return out
}

// view is a size of the window and a scale of the screen.
type view struct{ width, height, scale float32 }

// viewsOf gives how house number i is looked at: each where there is least room, and the larger sizes shared among
// houses that have nothing in common, so that any two of languages, roles, names, sizes and scales meet.
func viewsOf(i int) []view {
	larger := []view{{1280, 800, 1}, {1280, 800, 2}, {1920, 1080, 1}, {1920, 1080, 2}}
	opposite := 7 - i
	out := []view{{900, 600, 1}, larger[min(i, opposite)]}
	if min(i, opposite) == 0 {
		out = append(out, view{900, 600, 2})
	}
	return out
}

// Every place of the window fits its room: in both languages, at three sizes of the window and two scales of
// the screen, with short names and with long ones.
func TestEveryPlaceFits(t *testing.T) {
	for i, o := range houses() {
		t.Run(fmt.Sprintf("%s-%s-long-%v", o.lang, o.role, o.long), func(t *testing.T) {
			opt := uitest.Options{Language: o.lang, Role: o.role, Large: sample.Options{Written: o.lang}}
			if o.long {
				opt.Before = longNames(t)
			}
			walkAll(t, uitest.Open(t, opt), viewsOf(i), !o.long)
		})
	}
}

// Whatever goes wrong where two things meet is met.
func TestTheWalksMeetEveryPair(t *testing.T) {
	met := map[[2]string]bool{}
	values := map[string]map[string]bool{}
	for i, o := range houses() {
		for _, v := range viewsOf(i) {
			is := []string{"language " + string(o.lang), "role " + string(o.role), fmt.Sprint("long ", o.long), fmt.Sprint("width ", v.width), fmt.Sprint("scale ", v.scale)}
			for n, one := range is {
				what, _, _ := strings.Cut(one, " ")
				if values[what] == nil {
					values[what] = map[string]bool{}
				}
				values[what][one] = true
				for _, other := range is[n+1:] {
					met[[2]string{one, other}] = true
				}
			}
		}
	}
	order := []string{"language", "role", "long", "width", "scale"}
	for n, what := range order {
		if want := map[bool]int{true: 3, false: 2}[what == "width"]; len(values[what]) != want {
			t.Errorf("%d of %s, not %d", len(values[what]), what, want)
		}
		for _, other := range order[n+1:] {
			for one := range values[what] {
				for two := range values[other] {
					if !met[[2]string{one, two}] {
						t.Errorf("%s and %s never meet", one, two)
					}
				}
			}
		}
	}
}

// walkAll goes everywhere at each size. Where names are short, nothing may be cut that stands nowhere else.
func walkAll(t *testing.T, h *uitest.House, views []view, whole bool) {
	theirs := h.Theirs()
	for name, to := range routes(h) {
		for _, v := range views {
			size := fyne.NewSize(v.width, v.height)
			h.Window.Canvas().(test.WindowlessCanvas).SetScale(v.scale)
			h.Window.Resize(size)
			h.Go(to)
			faults, texts := uitest.Faults(h.Canvas().Content())
			if true {
				for _, c := range uitest.Cuts(h.Canvas().Content(), theirs) {
					faults = append(faults, fmt.Sprintf("%q is cut", c))
				}
			}
			if texts < 12 {
				t.Errorf("%s at %v: only %d texts are to be seen", name, size, texts)
			}
			for _, f := range faults[:min(len(faults), 3)] {
				t.Errorf("%s at %v x%v: %s", name, size, v.scale, f)
			}
			if len(faults) > 0 {
				h.Shot(strings.NewReplacer("/", "-").Replace(fmt.Sprintf("fault-%s-%s-%.0f-%.0f", t.Name(), name, v.width, v.scale)))
			}
		}
	}
}

// Dialogs fit the smallest window, too, after what is done in them: nothing in them is cut or lies on something else.
func TestDialogsFit(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		look := func(where string) {
			t.Helper()
			top := h.Canvas().Overlays().Top()
			if top == nil {
				t.Errorf("%s: %s opens no dialog", lang, where)
				return
			}
			faults, texts := uitest.Faults(top)
			for _, c := range uitest.Cuts(top, h.Theirs()) {
				faults = append(faults, fmt.Sprintf("%q is cut", c))
			}
			for _, f := range faults[:min(len(faults), 3)] {
				t.Errorf("%s: %s: %s", lang, where, f)
			}
			if texts < 3 {
				t.Errorf("%s: %s shows %d texts", lang, where, texts)
			}
		}
		h.Go(shell.Route{Screen: "checklists", Tab: "templates"})
		h.Tap(h.Words.T("checklists.give"))
		look("giving a template")
		h.Tap(h.Words.T("checklists.choose_all"))
		look("giving a template to all")
		h.Wants(h.Words.T("checklists.give_to", "count", 12)) // all but the owner, who is one of them only where they are chosen
		h.Keys("Escape")
	}
}

// What a large scale of the texts does to the window: nothing is lost, on a large screen as on a small one.
func TestEveryPlaceFitsLargeTexts(t *testing.T) {
	shelltest.Theme(kit.Look{Mode: kit.Light, Scale: 2})
	defer shelltest.Theme(kit.Look{Mode: kit.Light})
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(1920, 1080), Large: sample.Options{Written: lang}})
		walkAll(t, h, []view{{1920, 1080, 1}, {1280, 800, 1}}, true)
	}
	shelltest.Theme(kit.Look{Mode: kit.Light, Scale: 1.5}) // the largest for which the smallest usual window has room
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
			walkAll(t, uitest.Open(t, uitest.Options{Language: lang, Role: role, Large: sample.Options{Written: lang}}), []view{{900, 600, 1}}, true)
		}
	}
}

// The smallest windows: those of a screen of 1280 x 800 at scale 2, be it the screen's or that of the texts. The sidebar
// leaves the page its room, so that even the least of what a place shows is to be seen.
func TestEveryPlaceFitsSmallScreens(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		t.Run(string(lang), func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(640, 400), Large: sample.Options{Written: lang}})
			walkAll(t, h, []view{{640, 400, 2}, {720, 480, 1}}, true)
		})
	}
}

// The judge of the tests above finds what it is there to find.
func TestFaultsAreFound(t *testing.T) {
	show := func(o fyne.CanvasObject, w, h float32) []string {
		win := test.NewTempWindow(t, o)
		win.SetPadded(false)
		win.Resize(fyne.NewSize(w, h))
		faults, _ := uitest.Faults(win.Canvas().Content())
		return faults
	}
	text := func(s string) fyne.CanvasObject { return kit.NewText(s, kit.Body()) }
	if got := show(kit.Stack(4, text("one"), text("two")), 300, 200); len(got) != 0 {
		t.Errorf("finds faults in a sound page: %v", got)
	}
	on := container.NewWithoutLayout(text("one"), text("two"))
	on.Objects[0].Resize(fyne.NewSize(100, 20))
	on.Objects[1].Resize(fyne.NewSize(100, 20))
	if got := show(on, 300, 200); len(got) != 1 || !strings.Contains(got[0], "lies on") {
		t.Errorf("two texts in one place: %v", got)
	}
	wide := container.NewWithoutLayout(kit.NewButton("a button with a long name", kit.Plain, nil))
	wide.Objects[0].Resize(fyne.NewSize(60, 32))
	if got := show(wide, 300, 200); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "cut") }) {
		t.Errorf("a button too narrow: %v", got)
	}
	beyond := container.NewWithoutLayout(container.NewWithoutLayout(kit.NewButton("below", kit.Plain, nil)))
	beyond.Objects[0].Resize(fyne.NewSize(200, 30))
	button := beyond.Objects[0].(*fyne.Container).Objects[0]
	button.Resize(fyne.NewSize(90, 32))
	button.Move(fyne.NewPos(0, 36))
	if got := show(beyond, 300, 200); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "beyond") }) {
		t.Errorf("a button below its container: %v", got)
	}
	short := container.NewWithoutLayout(kit.NewLine("a line that is longer than its place", kit.Body()))
	short.Objects[0].Resize(fyne.NewSize(90, 20))
	show(short, 300, 200)
	if got := uitest.Cuts(short, nil); len(got) != 1 {
		t.Errorf("a line that is cut: %v", got)
	}
	chip := container.NewWithoutLayout(kit.NewChip("a chip that is longer than its place", kit.Info))
	chip.Objects[0].Resize(fyne.NewSize(90, 20))
	show(chip, 300, 200)
	if got := uitest.Cuts(chip, nil); len(got) != 1 {
		t.Errorf("a chip that is cut: %v", got)
	}
	list := kit.NewList(kit.ListSpec{
		Length: func() int { return 1 },
		Create: func() fyne.CanvasObject { return kit.NewLine("", kit.Body()) },
		Update: func(_ int, row fyne.CanvasObject) { row.(*kit.Text).SetText("a title that is longer than its row") },
	})
	show(list, 120, 200)
	if got := uitest.Cuts(list, func(string) bool { return true }); len(got) != 0 {
		t.Errorf("the row of a list tells all of a title in its tooltip: %v", got)
	}
	if got := uitest.Cuts(list, func(string) bool { return false }); len(got) != 1 {
		t.Errorf("words of the program in the row of a list are cut: %v", got)
	}
	asks := container.NewWithoutLayout(kit.NewSearchField("a question that is longer than its field", "", nil))
	asks.Objects[0].Resize(fyne.NewSize(120, 36))
	if got := show(asks, 300, 200); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "empty field") }) {
		t.Errorf("what stands in an empty field is cut: %v", got)
	}
	search := kit.NewSearchField("", "", nil)
	search.SetText("what was typed is longer than its field")
	over := container.NewWithoutLayout(search)
	search.Resize(fyne.NewSize(120, 36))
	if got := show(over, 300, 200); len(got) != 0 {
		t.Errorf("what is typed may scroll: %v", got)
	}
	icon := kit.NewIcon("trash", kit.ColorMuted)
	icon.Resize(fyne.NewSize(20, 20))
	icon.Move(fyne.NewPos(60, 8))
	over.Objects = append(over.Objects, icon)
	if got := show(over, 300, 200); len(got) != 1 || !strings.Contains(got[0], "picture") {
		t.Errorf("an icon over what is typed: %v", got)
	}
	out := container.NewWithoutLayout(text("one two three"))
	out.Objects[0].Resize(fyne.NewSize(200, 20))
	out.Objects[0].Move(fyne.NewPos(280, 0))
	if got := show(out, 300, 200); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "sideways") }) {
		t.Errorf("a text beyond the window: %v", got)
	}
}

// A field for finding has the height of its text in every density and size, wherever it stands: with less it shows a scroll
// bar.
func TestFieldsForFindingAreTallEnough(t *testing.T) {
	t.Cleanup(func() { shelltest.Theme(kit.Look{Mode: kit.Light}) })
	for _, density := range []kit.Density{kit.Comfortable, kit.Compact} {
		shelltest.Theme(kit.Look{Mode: kit.Light, Density: density, Scale: 1.5})
		h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(1280, 800)})
		met := 0
		look := func(where string) {
			kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
				if s, ok := o.(*kit.SearchField); ok {
					met++
					if entry := s.Focusable().(fyne.CanvasObject); entry.Size().Height < entry.MinSize().Height {
						t.Errorf("%s, density %v: %v tall, needs %v", where, density, entry.Size().Height, entry.MinSize().Height)
					}
				}
				return true
			})
		}
		for _, id := range []string{"people", "plans", "shell.palette"} {
			h.Run(id)
			look(id)
		}
		if met < 3 {
			t.Errorf("only %d fields were met", met)
		}
	}
}
