package shell

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/kit"
)

// Hit is something that was found: a person, a meeting, a note.
type Hit struct {
	Title   string
	Snippet string // the words around what was found; "" where the title says it
	Caption string // what it is, where it is
	Near    bool   // it fits what was typed only with a slip
	Exact   bool   // it is called just as was typed: it stands before commands that are only called nearly so
	Mark    string // a warning such as that only the owner may read it; such hits are left out while Hide tells so
	Open    func()
}

// Hits is what a finder found.
type Hits struct {
	List []Hit
	Note string // what was not looked in; "" for nothing
}

// Finder looks for records: what it gives, on the window's goroutine, then runs beside the window.
type Finder func(query string) func(ctx context.Context) (Hits, error)

// paletteJob is the runner's key for looking: the next letter cancels the search for the one before.
const paletteJob = "shell.palette"

// paletteID is the command that opens the palette: the one that it does not list.
const paletteID = "shell.palette"

// paletteReady is the key of getting ready to look, which no letter cancels.
const paletteReady = "shell.palette.ready"

// choice is a line of the palette: a command or a hit.
type choice struct {
	title, caption string
	of             string // what it is done with; "" for a command
	snippet, mark  string
	off            bool
	stays          bool    // it can be done over a dialog
	leaves         bool    // it ends the program
	exact          bool    // it is called just as was typed
	stead          bool    // it stands for a command that is off here
	place          int     // where it stands among all commands
	fit            float64 // how well it fits what is typed
	run            func()
}

// is tells whether a line is another one that was made anew.
func (c *choice) is(other *choice) bool {
	return c.title == other.title && c.of == other.of && c.caption == other.caption && c.snippet == other.snippet
}

// palette is the box where one types what one wants: commands by name, and whatever the finder knows.
type palette struct {
	widget.BaseWidget

	shell    *Shell
	back     fyne.Focusable
	field    *kit.SearchField
	list     *kit.List
	hint     *kit.Text
	ground   *kit.Panel
	scrim    *kit.Panel
	chosen   []choice // what can be done with what had the focus
	commands []choice
	near     []choice // commands that fit only with a slip: they stand behind the hits that fit
	last     []choice // commands that end the program, where another word than their names found them
	hits     []choice
	nearHits []choice
	lines    []choice // all of them, in the order in which they stand
	failed   string
	note     string // what was not looked in
	slow     bool   // the search has gone on for a while
	stop     func() // ends the wait for that
	moved    bool   // somebody has gone through the list since the last letter
	wanted   bool   // Enter was pressed before anything was found: the first that is will be opened
	all      *fyne.Container
	closed   bool
}

var (
	_ fyne.Widget   = (*palette)(nil)
	_ fyne.Tappable = (*palette)(nil)
	_ kit.Escaper   = (*palette)(nil)
)

// OpenPalette opens the palette, over a dialog too, or closes it where it is open. A menu or a picker gives way to it.
func (s *Shell) OpenPalette() {
	if p, ok := s.canvas.Overlays().Top().(*palette); ok {
		p.close()
		return
	}
	if !s.MakeRoom() {
		return
	}
	p := &palette{shell: s, back: s.canvas.Focused(), chosen: s.chosen(), stop: func() {}}
	p.build()
	p.ExtendBaseWidget(p)
	kit.HideTips(s.canvas)
	s.canvas.Overlays().Add(p)
	p.Resize(s.canvas.Size())
	p.look("")
	s.canvas.Focus(p.field.Focusable())
	if ready := s.cfg.Ready; ready != nil && !s.Runner.Running(paletteReady) {
		work := func(ctx context.Context, _ Report) (struct{}, error) { ready(ctx); return struct{}{}, nil }
		Start(s.Runner, paletteReady, s.words(wordSearching), work, func(struct{}, error) {})
	}
}

// MakeRoom closes what lies over the page or over a dialog, such as a menu, a picker or the palette: something else is opened
// there. It tells whether nothing is left.
func (s *Shell) MakeRoom() bool {
	if e, ok := s.canvas.Overlays().Top().(kit.Escaper); ok && !s.overDialog() {
		e.Escape()
	}
	return s.canvas.Overlays().Top() == nil || s.overDialog()
}

func (p *palette) build() {
	p.field = kit.NewSearchField(p.shell.words(wordFind), "Esc", p.look)
	p.field.OnKey(p.key)
	p.field.OnSubmit(func(string) { p.submit() })
	p.list = kit.NewList(kit.ListSpec{
		Length: func() int { return len(p.lines) },
		Create: func() fyne.CanvasObject {
			return &fyne.Container{Layout: lineLayout{}, Objects: []fyne.CanvasObject{kit.NewLine("", kit.Body()), kit.NewLine("", kit.Caption())}}
		},
		Update: p.fill,
		Open:   p.open,
		Follow: true,
	})
	p.hint = kit.NewText("", kit.Muted())
	p.scrim, p.ground = kit.NewPanel(kit.ColorScrim, "", 0), kit.NewPanel(kit.ColorCard, kit.ColorHairline, 10)
	p.all = &fyne.Container{Objects: []fyne.CanvasObject{p.scrim, p.ground, p.field, p.list, p.hint}}
	p.all.Layout = &paletteLayout{p}
}

func (p *palette) fill(i int, o fyne.CanvasObject) {
	c := p.lines[i]
	parts := o.(*fyne.Container).Objects
	style := kit.Body()
	if c.off {
		style = kit.Muted()
	}
	title := []kit.Run{style.Run(c.said())}
	if c.snippet != "" {
		title = append(title, kit.Caption().Run("  "+c.snippet))
	}
	parts[0].(*kit.Text).SetRuns(title...)
	caption := []kit.Run{kit.Caption().Run(c.caption)}
	if c.mark != "" {
		caption = append([]kit.Run{{Text: c.mark + " · ", Style: kit.Style{Size: kit.SizeCaption, Color: kit.ColorDanger, Bold: true}}}, caption...)
	}
	parts[1].(*kit.Text).SetRuns(caption...)
}

// look shows what fits the query: commands at once, records when the finder has them.
func (p *palette) look(query string) {
	found := p.shell.matchingCommands(query, p.chosen)
	p.commands, p.near, p.last = found.exact, found.near, found.last
	p.hits, p.nearHits, p.failed, p.note, p.slow, p.wanted, p.moved = nil, nil, "", "", false, false, false
	defer p.show() // the search goes on by then
	find := p.shell.cfg.Find
	if find == nil || strings.TrimSpace(query) == "" {
		p.shell.Runner.drop(paletteJob)
		return
	}
	p.stop()
	p.stop = p.shell.cfg.After(busyAfter, func() {
		if p.slow = true; !p.closed {
			p.show()
		}
	})
	search := find(query)
	work := func(ctx context.Context, _ Report) (Hits, error) { return search(ctx) }
	Start(p.shell.Runner, paletteJob, p.shell.words(wordSearching), work, func(hits Hits, err error) {
		if p.closed {
			return
		}
		if err != nil {
			p.failed = p.shell.errorText(err)
		}
		hide := p.hides()
		p.note = hits.Note
		for _, h := range hits.List {
			if h.Mark != "" && hide || p.offers(h.Title) {
				continue
			}
			to := &p.hits
			if h.Near {
				to = &p.nearHits
			}
			*to = append(*to, choice{exact: h.Exact, title: h.Title, snippet: h.Snippet, caption: h.Caption, mark: h.Mark, run: h.Open})
		}
		p.show()
		if p.wanted {
			p.wanted = false
			p.open(0)
		}
	})
}

// offers tells whether a command that can be run says the same already, as one does that names whom it is for.
func (p *palette) offers(title string) bool {
	return slices.ContainsFunc(p.commands, func(c choice) bool { return !c.off && c.of != "" && c.said() == title })
}

// submit opens the line on which the list stands. Who types and presses Enter means the answer to what was typed: unless a
// command is called just so or somebody has gone down the list, it waits for the search that goes on, which may find somebody of
// that very name before every command.
func (p *palette) submit() {
	sure := len(p.commands) > 0 && p.called(p.commands[0])
	if !sure && !p.moved && p.shell.Runner.Running(paletteJob) {
		p.wanted = true
		return
	}
	p.open(p.list.Current())
}

// called tells whether a command is called just as was typed.
func (p *palette) called(c choice) bool {
	return strings.EqualFold(strings.TrimSuffix(c.title, "…"), strings.TrimSpace(p.field.Text()))
}

// partition gives those of a list that are so, and the others.
func partition(list []choice, so func(choice) bool) (are, others []choice) {
	for _, c := range list {
		if so(c) {
			are = append(are, c)
		} else {
			others = append(others, c)
		}
	}
	return are, others
}

// hides tells whether others look at the screen, so that not everything that is found is shown.
func (p *palette) hides() bool { return p.shell.cfg.Hide != nil && p.shell.cfg.Hide() }

func (p *palette) show() {
	exact, hits := []choice(nil), p.hits
	if len(p.commands) == 0 || !p.called(p.commands[0]) {
		exact, hits = partition(p.hits, func(c choice) bool { return c.exact })
	}
	var on *choice // that somebody has gone to: what is found meanwhile stands before it or behind it, and takes nobody away from it
	if at := p.list.Current(); p.moved && at >= 0 && at < len(p.lines) {
		on = &p.lines[at]
	}
	p.lines = slices.Concat(exact, p.commands, hits, p.near, p.nearHits, p.last)
	n := len(p.lines)
	text := ""
	switch {
	case p.failed != "":
		text = p.failed
	case n > 0:
		text = p.note
	case p.shell.Runner.Running(paletteJob):
		if p.slow {
			text = p.shell.words(wordSearching)
		}
	default:
		none := wordNothingFound
		if p.hides() {
			none = wordNothingShown
		}
		text = p.shell.words(none, "query", p.field.Text())
		if !p.hides() {
			text += "\n" + p.shell.words(wordPaletteCan)
		}
		if p.note != "" {
			text += "\n" + p.note
		}
	}
	p.hint.SetText(text)
	p.list.Hidden = n == 0
	p.list.SetCurrent(max(slices.IndexFunc(p.lines, func(c choice) bool { return on != nil && c.is(on) }), 0))
	p.list.Refresh()
	p.all.Refresh()
}

// key moves in the list while the focus stays in the field.
func (p *palette) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		p.wanted, p.moved = false, true
		p.list.TypedKey(ev)
		return true
	}
	return false
}

func (p *palette) open(i int) {
	if i >= len(p.lines) {
		return
	}
	c := p.lines[i]
	p.close()
	if c.stays || p.shell.leaveDialogs() {
		p.shell.Commands.ByKey(c.run)
	}
}

// overDialog tells whether a dialog is on top.
func (s *Shell) overDialog() bool {
	_, dialog := s.canvas.Overlays().Top().(*Open)
	return dialog
}

// leaveDialogs gives up what is typed in dialogs, as Escape does: something else is wanted. It tells whether none is left; one that
// keeps what it was given stays.
func (s *Shell) leaveDialogs() bool {
	for s.overDialog() {
		top := s.canvas.Overlays().Top()
		if top.(*Open).Escape(); s.canvas.Overlays().Top() == top {
			return false
		}
	}
	return true
}

func (p *palette) close() {
	if p.closed {
		return
	}
	p.closed = true
	p.shell.Runner.drop(paletteJob)
	p.shell.canvas.Overlays().Remove(p)
	if p.back != nil {
		kit.FocusOn(p.shell.canvas, p.back)
	}
}

// Escape closes the palette.
func (p *palette) Escape() { p.close() }

// Tapped closes the palette: the click was beside it.
func (p *palette) Tapped(ev *fyne.PointEvent) { kit.Click(p, ev, p.close) }

// Children gives field, list and hint.
func (p *palette) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.field, p.list, p.hint}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (p *palette) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.all) }

// paletteLayout puts the box into the upper middle of the window.
type paletteLayout struct{ p *palette }

func (*paletteLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *paletteLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	p, pad := l.p, kit.Px(12)
	put(p.scrim, 0, 0, s.Width, s.Height)
	w := min(kit.Px(580), s.Width-2*pad)
	x, y := (s.Width-w)/2, min(kit.Px(70), s.Height/8)
	inner, head := w-2*pad, p.field.HeightFor(w-2*pad)
	body, foot := p.hint.HeightFor(inner)+pad, float32(0)
	if p.list.Visible() {
		if p.hint.Text() != "" {
			foot = body
		}
		rows := min(len(p.lines), 10)
		body = min(float32(rows)*kit.SizeOf(kit.SizeRow), s.Height-y-head-foot-4*pad)
	}
	put(p.ground, x, y, w, head+body+foot+3*pad)
	put(p.field, x+pad, y+pad, inner, head)
	put(p.list, x+pad, y+head+2*pad, inner, body)
	if foot > 0 {
		put(p.hint, x+pad, y+head+body+3*pad, inner, foot-pad)
	} else {
		put(p.hint, x+pad, y+head+2*pad, inner, body)
	}
}

// lineLayout gives a line's caption what it needs, up to half or what the title leaves, and the rest to what was found.
type lineLayout struct{}

func (lineLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Px(120), max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (lineLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	gap := kit.Px(12)
	right := min(kit.NaturalWidth(o[1]), max(s.Width/2, s.Width-gap-kit.NaturalWidth(o[0])))
	for i, part := range o {
		x, w := float32(0), s.Width-right-gap
		if i == 1 {
			x, w = s.Width-right, right
		}
		h := kit.HeightFor(part, w)
		put(part, x, (s.Height-h)/2, w, h)
	}
}
