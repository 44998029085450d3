package settings

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the screen asks of the window.
type Deps struct {
	Words   func() *locale.Words
	Load    func(done func(*Facts))
	Profile func(owner *core.Person) // edits it
	Work    func(owner *core.Person) // edits their working hours
	Feed    func()                   // asks where the calendar is published to
	Unfeed  func()                   // ends that
	Rules   func(r Rules, done func(error))
	Look    func() Look
	SetLook func(Look)
	Speak   func(core.Language)
	BackUp  func()
	Deleted func() // lists what can be brought back
	Restore func(Backup)
	Check   func()
	Compact func()
	Export  func() // the whole workspace as JSON
	Reveal  func() // the file in its folder; nil where the system can't
	About   func()
	Tray    func() bool   // whether the program stays in the tray
	SetTray func(on bool) // shows the screen again where that can't be
	HasTray bool          // the system has a tray that is known to work
}

// Page is the screen.
type Page struct {
	shell.ScrollPage

	deps  Deps
	facts *Facts
	typed *Rules // what is typed and not yet saved; nil for nothing

	look    []*kit.Row // of the card about how everything is to be seen
	pressed int        // the row of it in which something was chosen that is not shown yet, counted from 1; 0 for none
}

var _ shell.Page = (*Page)(nil)

// New makes the screen; what it shows comes by Refresh.
func New(deps Deps) *Page {
	p := &Page{ScrollPage: shell.NewScrollPage(kit.Stack(0)), deps: deps}
	p.Refresh()
	return p
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header { return shell.Header{Title: p.t("settings.title")} }

// Refresh reads everything again. Figures that were typed and not saved stay.
func (p *Page) Refresh() {
	p.deps.Load(func(f *Facts) {
		p.facts = f
		p.SetContent(p.draw())
		if p.pressed > 0 { // everything has another size now: what was pressed stays in view
			p.RevealNew(p.look[p.pressed-1])
			p.pressed = 0
		}
	})
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func (p *Page) draw() fyne.CanvasObject {
	return kit.Columns(700, nil,
		kit.Stack(14, p.profileCard(), p.rulesCard(), p.lookCard()),
		kit.Stack(14, p.backupsCard(), p.feedCard(), p.fileCard(), p.aboutCard()),
	)
}

func lines(all []Line) fyne.CanvasObject {
	rows := make([]*kit.Row, len(all))
	for i, l := range all {
		rows[i] = kit.NewRow(kit.RowSpec{Leading: kit.Width(150, kit.NewText(l.Name, kit.Muted())), Content: kit.NewText(l.Text, kit.Body())})
	}
	return kit.Rows(rows...)
}

func left(objects ...fyne.CanvasObject) fyne.CanvasObject { return kit.Flow(8, 8, objects...) }

func (p *Page) profileCard() fyne.CanvasObject {
	edit := kit.NewButton(p.t("settings.edit"), kit.Plain, func() { p.deps.Profile(p.facts.Owner) }).Writes()
	return kit.NewCard(p.t("settings.profile"), "", kit.Stack(8, lines(Profile(p.facts.Owner, p.deps.Words())), left(edit, kit.NewButton(p.t("settings.working_edit"), kit.Plain, func() { p.deps.Work(p.facts.Owner) }).Writes())))
}

// rulesCard is a form of its own: what is typed in it counts when it is saved.
func (p *Page) rulesCard() fyne.CanvasObject {
	r := RulesOf(p.facts.Workspace)
	if p.typed != nil {
		r = *p.typed
	}
	w := p.deps.Words()
	fields := forms.NewForm(w)
	save := kit.NewButton(p.t("settings.save"), kit.Primary, nil).Writes()
	typing := func() {
		if p.typed == nil {
			now := RulesOf(p.facts.Workspace)
			p.typed = &now
		}
		save.Enable()
	}
	add := func(path, text, hint string, set func(*Rules, string)) *kit.TextField {
		f := kit.NewTextField(w.Label(path), hint, func(s string) {
			typing()
			set(p.typed, s)
		})
		typed := p.typed
		f.SetText(text)
		p.typed = typed // filling a field is no typing
		return forms.Put(fields, f, path)
	}
	none := p.t("settings.no_limit")
	length := add("length", r.Length, "", func(r *Rules, s string) { r.Length = s })
	reminders := forms.Put(fields, forms.NewReminders(w, r.Reminders, func(times core.Reminders) {
		typing()
		p.typed.Reminders = times
	}), "reminder")
	before := add("buffer_before", r.Before, p.t("settings.no_buffer"), func(r *Rules, s string) { r.Before = s })
	after := add("buffer_after", r.After, p.t("settings.no_buffer"), func(r *Rules, s string) { r.After = s })
	weekly := add("weekly_hours", r.Weekly, none, func(r *Rules, s string) { r.Weekly = s })
	monthly := add("monthly_hours", r.Monthly, none, func(r *Rules, s string) { r.Monthly = s })
	journal := add("journal_days", r.Journal, "", func(r *Rules, s string) { r.Journal = s })
	journal.SetHint(p.t("settings.journal_hint"))
	keep := func() { p.save(fields) }
	for _, f := range []*kit.TextField{length, before, after, weekly, monthly, journal} {
		f.OnSubmit(func(string) { keep() })
	}
	save.OnTap(keep)
	if p.typed == nil {
		save.Disable()
	}
	return kit.NewCard(p.t("settings.rules"), "", kit.Stack(12,
		length, reminders, kit.Columns(340, nil, before, after), kit.Columns(340, nil, weekly, monthly),
		kit.NewText(p.t("settings.limits_hint"), kit.Caption()), journal, fields.Rest(), left(save)))
}

func (p *Page) save(fields *forms.Form) {
	if p.typed == nil {
		return
	}
	saved := *p.typed
	p.deps.Rules(saved, func(err error) {
		if fields.Show(err) {
			p.typed = nil
			p.Refresh()
		}
	})
}

func (p *Page) lookCard() fyne.CanvasObject {
	look := p.deps.Look()
	set := func(row int, change func(*Look)) {
		look := p.deps.Look()
		change(&look)
		p.pressed = row + 1
		p.deps.SetLook(look)
	}
	languages := []core.Language{core.English, core.Russian}
	at := 0
	if p.deps.Words().Language() == core.Russian {
		at = 1
	}
	theme := 0
	for i, t := range Themes() {
		if t == look.Theme {
			theme = i
		}
	}
	density := 0
	if look.Compact {
		density = 1
	}
	var sizes []string
	for _, s := range Scales() {
		sizes = append(sizes, p.deps.Words().Percent(int(s*100+0.5)))
	}
	row := func(label string, o fyne.CanvasObject) *kit.Row {
		return kit.NewRow(kit.RowSpec{Leading: kit.Width(92, kit.NewText(label, kit.Muted())), Content: left(o)})
	}
	rows := []*kit.Row{
		row(p.t("settings.language"), kit.NewSegments([]string{p.t("welcome.english"), p.t("welcome.russian")}, at, func(i int) { p.deps.Speak(languages[i]) })),
		row(p.t("settings.theme"), kit.NewSegments([]string{p.t("settings.theme_system"), p.t("settings.theme_light"), p.t("settings.theme_dark")}, theme, func(i int) {
			set(1, func(l *Look) { l.Theme = Themes()[i] })
		})),
		row(p.t("settings.density"), kit.NewSegments([]string{p.t("settings.comfortable"), p.t("settings.compact")}, density, func(i int) {
			set(2, func(l *Look) { l.Compact = i == 1 })
		})),
		row(p.t("settings.scale"), kit.NewSegments(sizes, scaleOf(look.Scale), func(i int) { set(3, func(l *Look) { l.Scale = Scales()[i] }) })),
	}
	if p.deps.HasTray {
		stay := kit.NewCheckBox(p.t("settings.tray_stay"), p.deps.Tray(), p.deps.SetTray)
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Leading: kit.Width(92, kit.NewText(p.t("settings.tray"), kit.Muted())), Content: kit.Stack(4, stay, kit.NewText(p.t("settings.tray_hint"), kit.Caption())),
		}))
	}
	p.look = rows
	return kit.NewCard(p.t("settings.look"), p.t("settings.look_caption"), kit.Rows(rows...))
}
