package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the screen asks of the window.
type Deps struct {
	Words    func() *locale.Words
	Load     func(done func(*Facts))
	Profile  func(owner *core.Person) // edits it
	Work     func(owner *core.Person) // edits their working hours
	SetSide  func(side core.Role)
	Feed     func()                                           // asks where the calendar is published to
	Unfeed   func()                                           // ends that
	Rules    func(r Rules, drop forms.Drop, done func(error)) // drop is to be done with it
	Typing   func(show func(forms.Draft))                     // gives what was being typed into the rules, and where to keep it
	Wrong    func(on bool)                                    // something that is typed into the rules can't be kept as it stands, or can again
	After    kit.After
	Unkept   func(err error) // says that what was typed into the rules could not be kept and waits
	Look     func() Look
	Fits     func(scale float32) bool // the window has room for that size
	SetLook  func(Look)
	Speak    func(core.Language)
	BackUp   func()
	Unbacked func() string // why the backup that was asked for last could not be made; "" where it was
	Deleted  func()        // lists what can be brought back
	Restore  func(Backup)
	Check    func()
	Compact  func()
	Export   func() // the whole workspace as JSON
	Reveal   func() // the file in its folder; nil where the system can't
	About    func()
	Tray     func() bool   // whether the program stays in the tray
	SetTray  func(on bool) // shows the screen again where that can't be
	HasTray  bool          // the system has a tray that is known to work
}

// Page is the screen.
type Page struct {
	shell.ScrollPage

	deps  Deps
	facts *Facts
	rules *rules

	cards   map[string]fyne.CanvasObject
	section string     // what of the screen is to be shown first; "" for its head, and once it has been
	look    []*kit.Row // of the card about how everything is to be seen
	at      float32    // where on the screen that is
	pressed int        // the row of it in which something was chosen that is not shown yet, counted from 1; 0 for none
}

var (
	_ shell.Page   = (*Page)(nil)
	_ shell.Leaver = (*Page)(nil)
)

// Sections of the screen to which a route may lead.
const (
	SectionProfile = "profile"
	SectionRules   = "rules"
	SectionLook    = "look"
	SectionBackups = "backups"
	SectionFeed    = "feed"
	SectionFile    = "file"
)

// Sections lists them in the order of the screen.
func Sections() []string {
	return []string{SectionProfile, SectionRules, SectionLook, SectionBackups, SectionFeed, SectionFile}
}

// New makes the screen and shows a section first; "" is its head. What it shows comes by Refresh.
func New(deps Deps, section string) *Page {
	p := &Page{ScrollPage: shell.NewScrollPage(kit.Stack(0)), deps: deps, section: section}
	p.rules = &rules{page: p}
	p.Refresh()
	return p
}

// Show brings a section into view, with the focus on the first thing in it.
func (p *Page) Show(section string) {
	card := p.cards[section]
	if p.section = section; card == nil {
		return // it is shown once it is read
	}
	p.section = ""
	kit.FocusIn(card)
	p.PutAt(card, 0)
}

// saved is what the screen wants back.
type saved struct {
	place   shell.State
	pressed int
	at      float32
}

// Save implements shell.Page: somebody may have pressed what makes the whole screen anew, as another language does.
func (p *Page) Save() shell.State { return saved{p.ScrollPage.Save(), p.pressed, p.at} }

// Restore implements shell.Page.
func (p *Page) Restore(s shell.State) {
	if was, ok := s.(saved); ok {
		p.ScrollPage.Restore(was.place)
		p.pressed, p.at = was.pressed, was.at
	}
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header { return shell.Header{Title: p.t("settings.title")} }

// Refresh reads everything again. Figures that were typed and not saved stay.
func (p *Page) Refresh() {
	p.deps.Load(func(f *Facts) {
		p.facts = f
		p.SetContent(p.draw())
		if p.pressed > 0 { // everything has another size now: what was pressed stays where it is
			p.PutAt(p.look[p.pressed-1], p.at)
			p.RevealNew(p.look[p.pressed-1])
			p.pressed = 0
		}
		if p.section != "" {
			p.Show(p.section)
		}
	})
}

// Sides lists what the owner can be, in the order of the screen.
func Sides() []core.Role { return []core.Role{core.RoleMentor, core.RoleMentee, core.RoleBoth} }

// sideRow is the choice of what the owner mostly is, by which Today is a mentor's or a mentee's.
func (p *Page) sideRow() fyne.CanvasObject {
	names := make([]string, len(Sides()))
	for i, side := range Sides() {
		names[i] = p.t("settings.side." + string(side))
	}
	return kit.Stack(6, kit.NewText(p.t("settings.side"), kit.Muted()),
		left(kit.NewSegments(names, slices.Index(Sides(), p.facts.Workspace.Side), func(i int) { p.deps.SetSide(Sides()[i]) })))
}

// Leave keeps what was typed into the rules.
func (p *Page) Leave() { p.rules.leave() }

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func (p *Page) draw() fyne.CanvasObject {
	p.cards = map[string]fyne.CanvasObject{
		SectionProfile: p.profileCard(), SectionRules: p.rules.show(p.facts.Workspace), SectionLook: p.lookCard(),
		SectionBackups: p.backupsCard(), SectionFeed: p.feedCard(), SectionFile: p.fileCard(),
	}
	return kit.Columns(700, nil,
		kit.Stack(14, p.cards[SectionProfile], p.cards[SectionRules], p.cards[SectionLook]),
		kit.Stack(14, p.cards[SectionBackups], p.cards[SectionFeed], p.cards[SectionFile], p.aboutCard()),
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
	return kit.NewCard(p.t("settings.profile"), "", kit.Stack(8, lines(Profile(p.facts.Owner, p.deps.Words())), p.sideRow(), left(edit, kit.NewButton(p.t("settings.working_edit"), kit.Plain, func() { p.deps.Work(p.facts.Owner) }).Writes())))
}

// press notes in which row of the look something was chosen. The focus comes there too: what has it is brought back into view
// once all is made anew, and would lead away from here.
func (p *Page) press(row int) {
	kit.FocusIn(p.look[row])
	p.pressed, p.at = row+1, p.Where(p.look[row])
}

func (p *Page) lookCard() fyne.CanvasObject {
	look := p.deps.Look()
	set := func(row int, change func(*Look)) {
		look := p.deps.Look()
		change(&look)
		p.press(row)
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
	scale := kit.NewSegments(sizes, scaleOf(look.Scale), func(i int) { set(3, func(l *Look) { l.Scale = Scales()[i] }) })
	for i, s := range Scales() {
		scale.Because(i, func() string {
			if p.deps.Fits(s) {
				return ""
			}
			return p.t("settings.scale_room")
		})
	}
	rows := []*kit.Row{
		row(p.t("settings.language"), kit.NewSegments([]string{p.t("welcome.english"), p.t("welcome.russian")}, at, func(i int) {
			p.press(0)
			p.deps.Speak(languages[i])
		})),
		row(p.t("settings.theme"), kit.NewSegments([]string{p.t("settings.theme_system"), p.t("settings.theme_light"), p.t("settings.theme_dark")}, theme, func(i int) {
			set(1, func(l *Look) { l.Theme = Themes()[i] })
		})),
		row(p.t("settings.density"), kit.NewSegments([]string{p.t("settings.comfortable"), p.t("settings.compact")}, density, func(i int) {
			set(2, func(l *Look) { l.Compact = i == 1 })
		})),
		row(p.t("settings.scale"), scale),
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
