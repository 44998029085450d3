package daysoff

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// TellDeps is what the list of those who are to be told asks of the window.
type TellDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Today   core.Date
	Home    core.Zone          // by whose clock times are told
	Names   map[core.ID]string // of relationships
	// Invite opens the dialog that tells the guests of a meeting, or of a series; out is called once a message is written.
	Invite func(of core.ID, out func())
	// Answer does the same for the owner's answer to another's meeting.
	Answer func(of core.ID, out func())
	// Owed gives which of the meetings and series still owe their guests a message.
	Owed func(of []core.ID, done func(owed map[core.ID]bool))
}

// tellList is the list: a row for each message, which says so once it was written.
type tellList struct {
	deps  TellDeps
	lines []Message
	box   *fyne.Container
	open  *shell.Open
	out   map[core.ID]bool // what was told
}

// ShowTell lists what guests are to be told, each with the dialog that tells them; it opens nothing where that is nobody.
func ShowTell(deps TellDeps, all []planner.Message) {
	l := &tellList{deps: deps, lines: Messages(all, deps.Names, deps.Home, deps.Today, deps.Words), box: kit.Stack(8), out: map[core.ID]bool{}}
	if len(l.lines) == 0 {
		return
	}
	title := "daysoff.tell"
	if l.answers() {
		title = "daysoff.tell_all"
	}
	l.fill()
	l.open = deps.Dialogs.Show(shell.Dialog{Title: deps.Words.T(title), Cancel: deps.Words.T("shell.close"), Width: 620, Content: l.box})
}

// answers tells whether an organizer is among those who are to be told.
func (l *tellList) answers() bool {
	return slices.ContainsFunc(l.lines, func(m Message) bool { return m.Answers })
}

// answered marks a row whose answer is out.
func (l *tellList) answered(of core.ID) {
	if !l.open.Closed() {
		l.out[of] = true
		l.fill()
	}
}

func (l *tellList) fill() {
	var rows []*kit.Row
	for _, m := range l.lines {
		spec := kit.RowSpec{Content: kit.NewText(m.Text, kit.Body())}
		if l.out[m.Of] {
			spec.Trailing = kit.NewChip(l.deps.Words.T("daysoff.told"), kit.Accent)
		} else if m.Answers {
			spec.Trailing = kit.NewButton(m.Send, kit.Plain, func() { l.deps.Answer(m.Of, func() { l.answered(m.Of) }) }).Writes()
		} else {
			spec.Trailing = kit.NewButton(m.Send, kit.Plain, func() { l.deps.Invite(m.Of, l.look) }).Writes()
		}
		rows = append(rows, kit.NewRow(spec))
	}
	hint := "daysoff.tell_hint"
	if l.answers() {
		hint = "daysoff.tell_all_hint"
	}
	l.box.Objects = []fyne.CanvasObject{kit.NewText(l.deps.Words.T(hint), kit.Muted()), kit.Rows(rows...)}
	kit.Relayout(l.box)
}

// look finds out who is told now: what was opened in words alone is not known to have gone out.
func (l *tellList) look() {
	var ids []core.ID
	for _, m := range l.lines {
		if !m.Answers { // an answer is known to be out by its own dialog
			ids = append(ids, m.Of)
		}
	}
	l.deps.Owed(ids, func(owed map[core.ID]bool) {
		if l.open.Closed() {
			return
		}
		for _, id := range ids {
			l.out[id] = !owed[id]
		}
		l.fill()
	})
}
