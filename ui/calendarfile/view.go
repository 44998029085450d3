package calendarfile

import (
	"maps"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the preview asks of the window.
type Deps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Today   core.Date
	Home    core.Zone                                                       // the owner's, by whose clock times are told
	Read    func(way planner.CalendarWay, done func(*planner.CalendarPlan)) // plans the same file in another way
	Import  func(plan *planner.CalendarPlan, said string)                   // said: what the only guest said of whom it brings something; may be ""
	Send    func(id core.ID)                                                // the latest version of a meeting or a series
}

// preview is the dialog on show.
type preview struct {
	deps  Deps
	way   planner.CalendarWay
	model *Model
	about *kit.Text
	tabs  *kit.Tabs
	list  *kit.List
	open  *shell.Open
	hosts map[string]*kit.Select // who an unknown organizer is, by the key of their address
	first fyne.Focusable         // the first of these; nil where none is
}

// Show shows what taking a file in would do, and does it when that is confirmed.
func Show(deps Deps, plan *planner.CalendarPlan) {
	w := deps.Words
	p := &preview{deps: deps, hosts: map[string]*kit.Select{}, way: planner.CalendarWay{Away: plan.Away(), Zones: map[string]core.Zone{}, Hosts: map[string]planner.Host{}}, model: NewModel(plan, w, deps.Today, deps.Home), about: kit.NewText("", kit.Muted())}
	p.list = kit.NewList(kit.ListSpec{
		Length: func() int { return p.model.Len() },
		Create: func() fyne.CanvasObject {
			return kit.Cells(12, []kit.Cell{{}, {Width: 120}}, kit.TwoLines(kit.NewLine("", kit.Body()), kit.NewLine("", kit.Caption())), kit.Line(0, kit.Spring(), kit.NewChip("", kit.Neutral)))
		},
		Update: p.fill, Height: 48, Open: p.send, Key: p.key,
		Label: func(i int) string { return p.model.At(i).Title },
	})
	p.model.Only(p.model.Begin())
	p.tabs = kit.NewTabs(p.words(), int(p.model.Begin())+1, p.turn)
	title, ways := w.T("calfile.title", "name", plan.Name), kit.Line(0, kit.NewSegments([]string{w.T("calfile.as_both"), w.T("calfile.as_meetings"), w.T("calfile.as_busy")}, 0, func(i int) {
		p.way.As = Ways()[i]
		deps.Read(p.way, p.replan)
	}), kit.Spring())
	if plan.Whose != "" {
		title, ways = w.T("calfile.away", "name", plan.Whose), kit.Stack(0, kit.NewText(w.T("calfile.away_hint"), kit.Caption()))
	}
	p.tell()
	parts, height := []fyne.CanvasObject{p.about, ways}, float32(300)
	if zones := p.zones(plan.UnknownZones()); zones != nil {
		parts, height = append(parts, zones), 200
	}
	first := fyne.Focusable(p.list)
	hosts := p.askHosts(plan)
	few := len(p.hosts) <= fewHosts
	if hosts != nil && few {
		parts, height, first = append([]fyne.CanvasObject{hosts}, parts...), 200, p.first
	}
	parts = append(parts, p.tabs, kit.Over(kit.NewPanel(kit.ColorCard, kit.ColorHairline, 6), kit.Pad(2, 2, 2, 2, kit.Tall(height, p.list))))
	if hosts != nil && !few {
		parts = append(parts, hosts)
	}
	p.open = deps.Dialogs.Show(shell.Dialog{
		Title: title, Width: 720, Confirm: w.T("calfile.do"), Cancel: w.T("window.cancel"), First: first,
		Content: kit.Stack(10, parts...),
		OK: func() bool {
			if p.model.Changes() > 0 {
				deps.Import(p.model.Plan, p.model.Said())
			}
			return true
		},
		Closed: p.drop,
	})
	p.open.SetOff(p.model.Changes() == 0)
}

// drop lets go of the plan, which may hold a hundred thousand events: the toolkit keeps what it drew for a while.
func (p *preview) drop() {
	p.model = NewModel(&planner.CalendarPlan{}, p.deps.Words, p.deps.Today, p.deps.Home)
	p.list.Refresh()
}

// fewHosts is how many questions about organizers stand above the events; more of them stand below, where the dialog
// scrolls to them.
const fewHosts = 3

// mostZones is how many names of zones are asked for: a file has one or two.
const mostZones = 3

// zones asks which zones are meant by names that nobody knows. What is said counts for this file.
func (p *preview) zones(names []string) fyne.CanvasObject {
	w := p.deps.Words
	var fields []fyne.CanvasObject
	for _, name := range names[:min(len(names), mostZones)] {
		fields = append(fields, forms.ZoneOf(w, w.T("calfile.zone", "name", core.CleanLine(name)), "", func(z core.Zone) {
			if p.way.Zones[name] == z {
				return
			}
			said := maps.Clone(p.way.Zones)
			if said[name] = z; z == "" {
				delete(said, name)
			}
			p.way.Zones = said
			p.deps.Read(p.way, p.replan)
		}))
	}
	if len(fields) == 0 {
		return nil
	}
	return kit.Stack(8, append([]fyne.CanvasObject{kit.NewText(w.T("calfile.zone_hint"), kit.Caption())}, fields...)...)
}

// keys are the ends of the tabs' keys, by fate.
func keys() []string { return []string{"new", "changed", "same", "refused", "noted"} }

func (p *preview) words() []string {
	w := p.deps.Words
	out := []string{w.T("calfile.all") + " " + w.Number(float64(p.model.All()))}
	for f, key := range keys() {
		out = append(out, w.T("calfile."+key)+" "+w.Number(float64(p.model.Count[f])))
	}
	return out
}

// tell says in one line what would be done.
func (p *preview) tell() {
	text := p.deps.Words.T("calfile.about", "count", p.model.Changes())
	switch {
	case p.model.Changes() > 0:
	case p.model.Asking():
		text = p.deps.Words.T("calfile.asks_send")
	default:
		text = p.model.Nothing()
	}
	p.about.SetText(text)
}

// key takes the file in on Enter, as everywhere in a dialog, where the row is one that comes in: on one that does not
// nobody means all others.
func (p *preview) key(i int, ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter || p.model.At(i).Fate > Changed {
		return false
	}
	p.open.Confirm()
	return true
}

// send opens the latest version of what a guest asks for, to be sent; of an invitation from somebody unknown, who it is.
func (p *preview) send(i int) {
	if id, asks := p.model.Asks(i); asks {
		p.open.Close()
		p.deps.Send(id)
	} else if field := p.hosts[core.EmailKey(p.model.Stranger(i))]; field != nil {
		field.Open()
	}
}

// replan shows another plan of the same file.
func (p *preview) replan(plan *planner.CalendarPlan) {
	if p.open.Closed() {
		return
	}
	p.model = NewModel(plan, p.deps.Words, p.deps.Today, p.deps.Home)
	p.tell()
	p.tabs.SetWords(p.words())
	p.model.Only(p.model.Begin())
	p.tabs.SetCurrent(int(p.model.Begin()) + 1)
	p.list.SetCurrent(0)
	p.list.Refresh()
	p.open.SetOff(p.model.Changes() == 0)
}

func (p *preview) turn(i int) {
	p.model.Only(Fate(i - 1))
	p.list.SetCurrent(0)
	p.list.Refresh()
}

func (p *preview) fill(i int, o fyne.CanvasObject) {
	row := p.model.At(i)
	cells := o.(*fyne.Container).Objects
	two := cells[0].(*fyne.Container).Objects
	two[0].(*kit.Text).SetText(row.Title)
	two[1].(*kit.Text).SetText(row.Caption)
	kinds := [...]kit.Kind{kit.Accent, kit.Info, kit.Neutral, kit.Alarm, kit.Neutral}
	if row.Asks {
		cells[1].(*fyne.Container).Objects[1].(*kit.Chip).Set(p.deps.Words.T("calfile.is_asks"), kit.Warn)
		return
	}
	cells[1].(*fyne.Container).Objects[1].(*kit.Chip).Set(p.deps.Words.T("calfile.is_"+keys()[row.Fate]), kinds[row.Fate])
}
