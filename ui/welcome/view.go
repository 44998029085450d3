package welcome

import (
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the screen asks of the window.
type Deps struct {
	Words   func() *locale.Words
	Now     func() time.Time
	Recent  func(done func([]Recent))
	Start   func(path string, start planner.Start, failed func(error)) // makes a workspace and opens it
	Open    func(path string)
	Browse  func()                                    // asks for a file and opens it
	Place   func(name string, done func(path string)) // asks where the new file is to lie
	Sample  func(as core.Role)                        // makes and opens a sample, or opens the one that is there
	Samples func(as core.Role) string                 // where it lies
	Speak   func(core.Language)                       // changes the language of the window
	Forget  func(path string)                         // takes a file off the list
	Former  string                                    // path of the workspace that was open before
	Missing func(path string, done func(dir string))  // tells which folder of a path is not there; "" for none. Asked where it may take a while
	Back    func()                                    // leads back to it; nil where there is none
}

// Page is the screen.
type Page struct {
	shell.ScrollPage

	deps   Deps
	form   *Form
	recent []Recent
	fields fields

	missing string // the folder of the file that is not there yet; "" for none
}

// fields are those of the form on show.
type fields struct {
	name, email, path *kit.TextField
	zone              *kit.Combo
	start             *kit.Button
}

var (
	_ shell.Page  = (*Page)(nil)
	_ shell.Keyer = (*Page)(nil)
)

// New makes the screen with what is known for the form already.
func New(form *Form, deps Deps) *Page {
	if form.proposed == "" {
		form.proposed = form.File()
	}
	p := &Page{ScrollPage: shell.NewScrollPage(kit.Stack(0)), deps: deps, form: form}
	p.Refresh()
	return p
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header { return shell.Header{} }

// Refresh shows the screen in the language of the moment; what is typed stays.
func (p *Page) Refresh() {
	p.draw()
	p.deps.Recent(func(recent []Recent) {
		p.recent = recent
		p.draw()
	})
}

// First gives the field to begin with: the one that must be filled in.
func (p *Page) First() fyne.Focusable { return p.fields.name.Focusable() }

// Key begins by Enter from any field, as the button does, and scrolls.
func (p *Page) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		p.start()
		return true
	}
	return p.ScrollPage.Key(ev)
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func (p *Page) draw() {
	head := kit.Stack(4,
		kit.NewText(p.t("welcome.title"), kit.Style{Size: kit.SizeTitle, Bold: true}),
		kit.NewText(p.t("welcome.subtitle"), kit.Muted()),
	)
	if p.deps.Back != nil {
		name := NameOf(p.deps.Former)
		back := kit.NewButton(p.t("welcome.back", "name", name), kit.Plain, p.deps.Back)
		back.SetTip(kit.Tip{Text: p.deps.Former, Keys: "Escape"})
		head = kit.LineTop(12, kit.Grow(head), back)
	}
	right := []fyne.CanvasObject{p.openCard(), p.sampleCard()}
	p.SetContent(kit.Middle(1020, kit.Pad(8, 0, 0, 0, kit.Stack(14, head, kit.Columns(700, []float32{5, 4}, p.startCard(), kit.Cards(right...))))))
}

// startCard is the form for a workspace of one's own. Its fields keep what was typed before.
func (p *Page) startCard() fyne.CanvasObject {
	f := p.form
	if p.fields.name == nil {
		p.fields = fields{
			name:  kit.NewTextField("", "", func(s string) { f.Name = s }),
			email: kit.NewTextField("", "", func(s string) { f.Email = s }),
			path: kit.NewTextField("", "", func(s string) {
				f.Path = s
				p.look()
			}),
		}
		p.fields.name.SetText(f.Name)
		p.fields.email.SetText(f.Email)
		p.fields.path.SetText(f.Path)
	}
	p.fields.name.SetLabel(p.t("welcome.name"))
	p.fields.email.SetLabel(p.t("welcome.email"))
	p.fields.zone = forms.Zone(p.deps.Words(), core.Zone(f.Zone), func(z core.Zone) { f.Zone = string(z) })
	p.fields.path.SetLabel(p.t("welcome.file"))
	p.hint()
	sides := []core.Role{core.RoleMentor, core.RoleMentee, core.RoleBoth}
	side := kit.NewSegments([]string{p.t("welcome.as_mentor"), p.t("welcome.as_mentee"), p.t("welcome.as_both")}, indexOf(sides, f.Side), func(i int) { f.Side = sides[i] })
	languages := []core.Language{core.English, core.Russian}
	language := kit.NewSegments([]string{p.t("welcome.english"), p.t("welcome.russian")}, indexOf(languages, f.Language), func(i int) {
		f.Language = languages[i]
		p.deps.Speak(languages[i])
	})
	browse := kit.NewButton(p.t("welcome.change"), kit.Plain, func() {
		p.deps.Place(f.File(), func(path string) { p.fields.path.SetText(path) })
	})
	p.fields.start = kit.NewButton(p.t("welcome.start"), kit.Primary, p.start)
	label := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return kit.Stack(4, kit.NewLine(p.t(key), kit.Style{Size: kit.SizeCaption, Color: kit.ColorMuted, Bold: true}), kit.Line(0, o, kit.Spring()))
	}
	return kit.NewCard(p.t("welcome.own"), "", kit.Stack(12,
		kit.NewText(p.t("welcome.own_hint"), kit.Muted()),
		kit.Line(0, side, kit.Spring()), kit.Columns(380, []float32{1, 1}, p.fields.name, p.fields.email),
		kit.Columns(380, []float32{1, 1}, p.fields.zone, label("welcome.language", language)),
		kit.LineTop(8, kit.Grow(p.fields.path), kit.Pad(21, 0, 0, 0, browse)),
		kit.Pad(4, 0, 0, 0, kit.Line(8, p.fields.start, kit.Spring())),
	))
}

func indexOf[T comparable](list []T, v T) int {
	for i, x := range list {
		if x == v {
			return i
		}
	}
	return 0
}

// hint says below the fields what they are for, where nothing is wrong with them.
func (p *Page) hint() {
	if p.fields.email.Error() == "" {
		p.fields.email.SetHint(p.t("welcome.email_hint"))
	}
	if p.fields.path.Error() == "" {
		p.fields.path.SetHint(p.pathHint())
	}
}

// pathHint says what the file is, or that a folder that was typed would be made: a mistyped path makes no folders unseen.
func (p *Page) pathHint() string {
	if p.missing != "" && p.form.File() != p.form.proposed {
		return p.t("welcome.makes_folder", "folder", Short(p.missing, p.form.Home))
	}
	return p.t("welcome.file_hint")
}

// look finds out beside the window whether the folder that is typed is there.
func (p *Page) look() {
	path := p.form.File()
	p.deps.Missing(path, func(dir string) {
		if p.form.File() == path && p.missing != dir {
			p.missing = dir
			p.hint()
		}
	})
}

// start checks the form and begins; what is wrong is said below its field.
func (p *Page) start() {
	start, wrong, ok := p.form.Check(p.deps.Words())
	p.fields.name.SetError(wrong.Name)
	p.fields.email.SetError(wrong.Email)
	p.fields.zone.SetError(wrong.Zone)
	p.fields.path.SetError(wrong.Path)
	p.hint()
	if !ok {
		p.focus(wrong)
		return
	}
	p.fields.start.Disable()
	p.deps.Start(p.form.File(), start, func(err error) {
		p.fields.start.Enable()
		p.fields.path.SetError(p.deps.Words().Error(err))
	})
}

// focus goes to the first field that is wrong.
func (p *Page) focus(wrong Errors) {
	for _, at := range []struct {
		words string
		field forms.Field
	}{{wrong.Name, p.fields.name}, {wrong.Email, p.fields.email}, {wrong.Zone, p.fields.zone}, {wrong.Path, p.fields.path}} {
		if at.words != "" {
			if c := kit.CanvasOf(at.field); c != nil {
				c.Focus(at.field.Focusable())
			}
			return
		}
	}
}

// openCard opens a file: one that was open before, or any other.
func (p *Page) openCard() fyne.CanvasObject {
	browse := kit.NewButton(p.t("welcome.browse"), kit.Plain, p.deps.Browse)
	var rows []*kit.Row
	for _, l := range Lines(p.recent, p.deps.Now(), p.deps.Words()) {
		rows = append(rows, p.recentRow(l))
	}
	if len(rows) == 0 {
		return kit.NewCard(p.t("welcome.open"), "", kit.Stack(10, kit.NewText(p.t("welcome.no_recent"), kit.Muted()), kit.Line(0, browse, kit.Spring())))
	}
	return kit.NewCard(p.t("welcome.open"), "", kit.Stack(10, kit.Rows(rows...), kit.Line(0, browse, kit.Spring())))
}

func (p *Page) recentRow(l Line) *kit.Row {
	name, tap := kit.Strong(), func() { p.deps.Open(l.Path) }
	spec := kit.RowSpec{Tap: tap, Tip: kit.Tip{Text: l.Path}}
	if l.Missing {
		name = kit.Muted()
		spec.Trailing = kit.NewButton(p.t("welcome.forget"), kit.Quiet, func() {
			p.deps.Forget(l.Path)
			p.Refresh()
		})
	}
	spec.Content = kit.TwoLines(kit.NewLine(l.Name, name), kit.NewText(l.Caption, kit.Caption()).Limit(4))
	return kit.NewRow(spec)
}

// sampleCard lets somebody try the program on invented people, in a file of its own.
func (p *Page) sampleCard() fyne.CanvasObject {
	button := func(key string, as core.Role) *kit.Button {
		b := kit.NewButton(p.t(key), kit.Plain, func() { p.deps.Sample(as) })
		b.SetTip(kit.Tip{Text: p.deps.Samples(as)})
		return b
	}
	return kit.NewCard(p.t("welcome.sample"), "", kit.Stack(10,
		kit.NewText(p.t("welcome.sample_hint"), kit.Muted()),
		kit.Line(8, button("welcome.sample_mentor", core.RoleMentor), button("welcome.sample_mentee", core.RoleMentee), kit.Spring()),
	))
}
