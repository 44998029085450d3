package meeting

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the page asks of the window.
type Deps struct {
	Words   func() *locale.Words
	Planner *planner.Planner
	Load    func(id core.ID, done func(*planner.Room))
	Step    func(title planner.Title, do func(context.Context) error, then func(error)) // offers to take it back; then may be nil
	Try     func(do func(context.Context) error, done func(error))                      // an error is shown where it was typed
	// Write keeps typed words as Step does; where the meeting is gone, it offers them for another place.
	Write      func(words string, do func(context.Context) error, then func(error))
	Draft      func(field, text string) // keeps what is being typed
	GivenUp    func(field, text string) // offers again what was typed into a line in its place, and given up
	Header     func()                   // the header has changed
	Presenting func() bool
	After      kit.After
	Now        func() time.Time
	Timer      *Timer
	Closed     *Closed
	KeepTimer  func(meeting core.ID, kept string) // beside the drafts; "" forgets it
	Buttons    func(m *Model) []fyne.CanvasObject // of the header, before the timer's
	Unsaved    func(field, what string)           // a text is not kept and still open, as the window says beside the file's name; what is "" once it is
	Menu       func(m *Model) []kit.MenuEntry     // what else can be done with the meeting
	Places     func(done func(*planner.Places))   // reads everybody there is, and the circles; nil for nobody
	Closing    bool                               // the page begins where the meeting is closed
	Toast      func(text string)
	Open       func(meeting core.ID)
	// Plan opens the dialog for the next meeting, at a time on the owner's clock; the zero time leaves that open.
	Plan func(relationship core.ID, start core.Civil)
}

// Page is the page of a meeting. Its widgets stay while data change, so that nothing that is typed is lost.
type Page struct {
	shell.ScrollPage

	id      core.ID
	deps    Deps
	model   *Model
	places  *planner.Places // everybody there is, once they are read
	left    bool            // somebody has gone to another page
	agenda  *agendaView
	notes   *notesView
	actions *actionsView
	closing *closingView
	foot    *foot
	timer   *kit.Button
	ticking bool
	drafts  map[string]*draft
	gone    fyne.Focusable // what had the focus when the meeting was closed
	was     saved          // what somebody left the page with
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Leaver    = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Beginner  = (*Page)(nil)

	_ shell.PlaceKeeper = (*Page)(nil)
)

// New makes the page; what it shows comes by Refresh.
func New(id core.ID, deps Deps) *Page {
	p := &Page{ScrollPage: shell.NewScrollPage(kit.Stack(0)), id: id, deps: deps, drafts: map[string]*draft{}}
	p.foot = newFoot(p, p.ScrollPage.Object())
	p.timer = kit.NewButton("", kit.Plain, p.toggleTimer).Writes()
	p.Refresh()
	if deps.Places != nil {
		deps.Places(func(all *planner.Places) {
			if p.places = all; p.model != nil {
				p.model.Know(all)
			}
		})
	}
	return p
}

// Read tells whether there was anything to show yet.
func (p *Page) Read() bool { return p.model != nil }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	if p.model == nil {
		return shell.Header{}
	}
	h := shell.Header{Title: p.model.Title, Subtitle: p.model.Subtitle, Brief: p.model.Brief, Actions: p.deps.Buttons(p.model), More: func() []kit.MenuEntry { return p.deps.Menu(p.model) }}
	if p.model.Planned {
		p.timer.SetText(p.t(p.timerKey()))
		p.timer.SetTip(kit.Tip{Keys: "Ctrl+T"})
		if before := len(h.Actions); before > 0 && (len(p.model.Proposals) > 0 || p.model.ToInvite) {
			h.Stays = h.Actions[before-1] // to decide about another time comes first, and so it does to tell who knows nothing yet
		}
		if len(p.model.Proposals) > 0 {
			h.Yields = p.timer
		}
		h.Actions = append(h.Actions, p.timer)
	}
	return h
}

// First implements shell.Beginner: the field that adds to the agenda, for a letter typed at once must change no item; the
// agenda itself where nothing can be added.
func (p *Page) First() fyne.Focusable {
	if p.agenda == nil {
		return nil
	}
	if f := p.broughtBack(); f != nil { // that is what somebody came for
		return f
	}
	if p.deps.Closing {
		return kit.FirstFocusable(p.closing.card)
	}
	if p.model.Planned {
		return p.agenda.field.Focusable()
	}
	return kit.FirstFocusable(p.agenda.card)
}

// Relationship gives whose meeting it is; zero before it was read.
func (p *Page) Relationship() core.ID {
	if p.model == nil {
		return core.ID{}
	}
	return p.model.Relationship
}

// Asked tells whether somebody else invites to the meeting; false before it was read.
func (p *Page) Asked() bool { return p.model != nil && p.model.Guest }

// Invited tells whether guests were invited; false before the meeting was read.
func (p *Page) Invited() bool { return p.model != nil && p.model.Invited }

// Over tells whether the meeting was held or missed; false before it was read.
func (p *Page) Over() bool { return p.model != nil && p.model.Over }

// Copy tells whether the meeting is somebody else's as a calendar had it, which asks for no answer.
func (p *Page) Copy() bool { return p.model != nil && p.model.Copy }

// Guest tells whether somebody else invites to the meeting on show, so that it is theirs to decline.
func (p *Page) Guest() bool { return p.model != nil && p.model.Guest && !p.model.Copy }

// Tell is what the button that tells the guests is called; "" before the meeting was read.
func (p *Page) Tell() string {
	if p.model == nil {
		return ""
	}
	return p.model.Tell
}

// Object gives the page with the foot below it.
func (p *Page) Object() fyne.CanvasObject { return p.foot.all }

// Relayout gives everything the height it needs now, and the button that ends the meeting its place.
func (p *Page) Relayout() {
	p.foot.all.Layout.Layout(p.foot.all.Objects, p.foot.all.Size())
	p.ScrollPage.Relayout()
}

// Refresh reads the meeting again.
func (p *Page) Refresh() { p.deps.Load(p.id, p.show) }

func (p *Page) show(r *planner.Room) {
	open, had, first := p.model != nil && p.model.Planned, p.focused(), p.agenda == nil
	p.model = NewModel(r, p.deps.Words(), p.deps.Presenting())
	p.model.Know(p.places)
	if first {
		p.build()
	}
	p.agenda.show()
	p.notes.show()
	p.actions.show()
	p.closing.show()
	if first {
		p.notes.shared.choose(p.chosen())
		p.restoreEdits()
	}
	p.Relayout()
	switch {
	case open && !p.model.Planned:
		p.closed(had)
	case !open && p.model.Planned:
		p.reopened()
	}
	p.deps.Header()
	p.tick()
}

// saved is what the page wants back.
type saved struct {
	place   shell.State
	readers []core.ID // who were chosen to read shared notes that are not written yet: the draft of it may still be on its way
	asked   bool      // they were asked for
}

// Save implements shell.Page.
func (p *Page) Save() shell.State {
	was := saved{place: p.ScrollPage.Save()}
	if was.asked = p.notes != nil && p.model.Shared.ID.IsZero() && p.notes.shared.asks != nil; was.asked {
		was.readers = p.notes.shared.readers().Readers
	}
	return was
}

// Restore implements shell.Page.
func (p *Page) Restore(s shell.State) {
	was, ok := s.(saved)
	if !ok {
		return
	}
	p.ScrollPage.Restore(was.place)
	if p.was = was; p.notes != nil {
		p.notes.shared.choose(p.chosen())
	}
}

// chosen gives who were chosen to read shared notes that are not written yet: when somebody left the page, or, after the end of
// the program, by the draft of it.
func (p *Page) chosen() []core.ID {
	if p.was.asked {
		return p.was.readers
	}
	var out []core.ID
	for _, word := range strings.Fields(p.model.room.Drafts[planner.FieldReaders].Text) {
		if id, err := core.ParseID(word); err == nil {
			out = append(out, id)
		}
	}
	return out
}

// focused gives what has the focus on the page; nil for nothing.
func (p *Page) focused() fyne.Focusable {
	c := kit.CanvasOf(p.Object())
	if c == nil || !slices.Contains(kit.Focusables(p.Object()), c.Focused()) {
		return nil
	}
	return c.Focused()
}

// closed notes what had the focus as the meeting was closed, and goes on from there.
func (p *Page) closed(had fyne.Focusable) {
	p.gone = had
	if had != nil {
		p.goOn()
	}
}

// goOn gives the focus to what comes after a meeting that is closed: there is nothing left to be done where it was. A note that is
// still typed keeps it.
func (p *Page) goOn() {
	next, had, c := kit.FirstFocusable(p.closing.body), p.focused(), kit.CanvasOf(p.Object())
	if p.model.Planned || next == nil || c == nil || c.Overlays().Top() != nil {
		return
	}
	for _, n := range []*noteView{p.notes.shared, p.notes.private} {
		if n.field.Editing() && had == n.field.Focusable() {
			return
		}
	}
	if had != nil && had != next {
		p.gone = had
	}
	kit.FocusOn(c, next)
}

// reopened goes on where somebody was who closed the meeting and took that back: the timer runs again, and what had the
// focus has it.
func (p *Page) reopened() {
	if p.deps.Timer.Reopen(p.id, p.deps.Now()) {
		p.deps.KeepTimer(p.id, p.deps.Timer.Kept())
	}
	if c := kit.CanvasOf(p.Object()); c != nil && p.gone != nil && slices.Contains(kit.Focusables(p.Object()), p.gone) {
		c.Focus(p.gone)
	}
	p.gone = nil
}

// build makes the widgets, once for each language.
func (p *Page) build() {
	p.finishTyping()
	p.leftEditors()
	old := p.closing
	p.agenda, p.notes, p.actions, p.closing = newAgendaView(p), newNotesView(p), newActionsView(p), newClosingView(p, old)
	p.SetContent(kit.Columns(760, []float32{320, 380, 300},
		p.agenda.card,
		kit.Within(p.Room, kit.Share([]float32{3, 0, 2}, p.notes.shared.card, p.notes.others, p.notes.private.card)),
		kit.Within(p.Room, kit.Cards(p.actions.card, p.closing.card)),
	))
	p.restore()
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

// Leave finishes what is being typed: the page goes.
func (p *Page) Leave() {
	p.left = true
	for _, d := range p.drafts {
		d.flush()
	}
	p.finishTyping()
	p.leftEditors()
}

// Finish keeps the notes that are being typed.
func (p *Page) Finish() { p.finishTyping() }

func (p *Page) finishTyping() {
	if p.notes != nil {
		p.notes.shared.field.Finish()
		p.notes.private.field.Finish()
	}
}

// leftEditors keeps what is edited in place.
func (p *Page) leftEditors() {
	if p.agenda != nil {
		p.agenda.editor.left()
		p.actions.editor.left()
	}
}

// Key implements shell.Keyer: Escape ends the editing in place in which the focus is.
func (p *Page) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape && p.agenda != nil && (p.agenda.editor.escaped() || p.actions.editor.escaped()) {
		return true
	}
	return p.ScrollPage.Key(ev)
}

// KeepInPlace implements shell.PlaceKeeper.
func (p *Page) KeepInPlace() bool {
	return p.agenda != nil && (p.agenda.editor.keeps() || p.actions.editor.keeps() || p.closing.keeps())
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	group := "meeting.group"
	ready := func() string {
		if p.model == nil {
			return "meeting.loading"
		}
		return ""
	}
	focus := func(of func() fyne.CanvasObject) func() {
		return func() { kit.FocusIn(of()) }
	}
	return []shell.Command{
		{ID: "meeting.agenda", Title: "meeting.go_agenda", Reads: true, Group: group, Keys: "Alt+1", Why: ready, Run: focus(func() fyne.CanvasObject { return p.agenda.card })},
		{ID: "meeting.shared", Title: "meeting.go_shared", Group: group, Keys: "Alt+2", Why: ready, Run: func() { p.notes.shared.write() }},
		{ID: "meeting.private", Title: "meeting.go_private", Group: group, Keys: "Alt+3", Why: ready, Run: func() { p.notes.private.write() }},
		{ID: "meeting.actions", Title: "meeting.go_actions", Reads: true, Group: group, Keys: "Alt+4", Why: ready, Run: focus(func() fyne.CanvasObject { return p.actions.field })},
		{ID: "meeting.closing", Title: "meeting.go_closing", Reads: true, Group: group, Keys: "Alt+5", Why: ready, Run: focus(func() fyne.CanvasObject { return p.closing.card })},
		{ID: "meeting.add_item", Title: "meeting.add_item", Group: group, Keys: "Ctrl+I", Why: ready, Run: focus(func() fyne.CanvasObject { return p.agenda.field })},
		{ID: "meeting.timer", Title: "meeting.timer_start", Group: group, Keys: "Ctrl+T", Why: ready, Run: p.toggleTimer, Name: func() string { return p.t(p.timerKey()) }},
		{ID: "meeting.close", Title: "meeting.close", Group: group, Keys: "Ctrl+Shift+Enter", Why: ready, Run: func() { p.closing.close() }},
	}
}

func (p *Page) timerKey() string {
	if p.deps.Timer.On(p.id) {
		return "meeting.timer_stop"
	}
	return "meeting.timer_start"
}

func (p *Page) toggleTimer() {
	t, now := p.deps.Timer, p.deps.Now()
	switch {
	case t.On(p.id):
		t.Stop(now)
		p.deps.KeepTimer(p.id, t.Kept())
	case p.model == nil:
		return
	default:
		item := p.model.Agenda.First() // zero where none waits: the meeting itself is timed
		if i, ok := p.model.Agenda.Item(t.Item()); ok && !i.Done {
			item = i.ID
		}
		p.startTimer(item)
		if !p.model.Closable {
			p.deps.Toast(p.t("meeting.timer_early", "time", p.model.Begins))
		}
	}
	p.agenda.show()
	p.closing.show()
	p.deps.Header()
	p.tick()
}

// startTimer begins with an item, or goes over to it, and keeps that: a crash in a meeting loses no time of it.
func (p *Page) startTimer(item core.ID) {
	t := p.deps.Timer
	if former := t.Meeting(); former != p.id && !former.IsZero() {
		p.deps.KeepTimer(former, "")
	}
	t.Start(p.id, item, p.deps.Now())
	p.deps.KeepTimer(p.id, t.Kept())
}

// tick shows each second how much time the item has. Off, it costs nothing.
func (p *Page) tick() {
	if p.ticking || p.left || !p.deps.Timer.On(p.id) {
		return
	}
	p.ticking = true
	p.deps.After(time.Second, func() {
		p.ticking = false
		if !p.left && p.deps.Timer.On(p.id) {
			p.agenda.showTime()
			if p.model.Planned && p.closing.answers.Timed != p.deps.Timer.Minutes(p.id, p.deps.Now()) {
				p.closing.time()
			}
			p.tick()
		}
	})
}
