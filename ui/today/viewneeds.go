package today

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// NeedDeps is what can be done about what needs the owner.
type NeedDeps struct {
	Words   func() *locale.Words
	Open    func(relationship core.ID)
	Meeting func(id core.ID)
	Close   func(meeting core.ID) // shows where it is closed
	Tick    func(action core.ID)
	Action  func(action core.ID)       // opens a promise
	Plan    func(relationship core.ID) // zero: of one to be chosen
	Move    func(meeting core.ID)
	Invite  func(meeting core.ID)
	Answer  func(meeting core.ID) // another's invitation
	Day     func(core.Date)       // shows a day in the calendar
	Dismiss func(reply core.ID)   // takes note of a guest's refusal
	Run     func(run core.ID)     // opens a checklist in use
	Menu    func(Need) []kit.MenuEntry
}

// needsCard lists what needs the owner, on a mentor's day and on a mentee's; nil where nothing does.
func needsCard(needs []Need, more string, deps NeedDeps) fyne.CanvasObject {
	if len(needs) == 0 && more == "" {
		return nil
	}
	rows := make([]*kit.Row, len(needs))
	for i, n := range needs {
		spec := deps.need(n)
		if entries := deps.Menu(n); len(entries) > 0 {
			spec.Menu = func(at fyne.Position) {
				if c := kit.CanvasOf(rows[i]); c != nil {
					kit.ShowMenu(c, at, entries)
				}
			}
		}
		rows[i] = kit.NewRow(spec)
	}
	content := []fyne.CanvasObject{kit.Rows(rows...)}
	if more != "" {
		content = append(content, muted(more, kit.SizeCaption))
	}
	return kit.NewCard(deps.Words().T("today.needs"), "", kit.Stack(4, content...))
}

// need is a line with what can be done about it: a box to tick, or a button.
func (d NeedDeps) need(n Need) kit.RowSpec {
	t := d.Words().T
	spec := kit.RowSpec{Leading: kit.NewChip(n.Chip, kit.ToneKind(n.Tone)), Content: kit.NewText(n.Text, kit.Body())}
	if !n.Relationship.IsZero() {
		spec.Tap = func() { d.Open(n.Relationship) }
	}
	switch {
	case !n.Action.IsZero():
		spec.Trailing = kit.NewCheckBox("", false, func(bool) { d.Tick(n.Action) }).Writes()
		if n.Relationship.IsZero() {
			spec.Tap = func() { d.Action(n.Action) }
		}
	case !n.Run.IsZero():
		spec.Tap = func() { d.Run(n.Run) }
	case n.Answer:
		spec.Tap = func() { d.Meeting(n.Meeting) }
		spec.Trailing = kit.NewChipButton(t("button.answer"), kit.Neutral, false, func() { d.Answer(n.Meeting) }).Writes()
	case !n.Decline.IsZero():
		if !n.Meeting.IsZero() {
			spec.Tap = func() { d.Meeting(n.Meeting) }
		}
		spec.Trailing = kit.NewChipButton(t("button.answer"), kit.Neutral, false, func() { d.Answer(n.Decline) }).Writes()
	case !n.Invite.IsZero():
		if !n.Meeting.IsZero() {
			spec.Tap = func() { d.Meeting(n.Meeting) }
		}
		spec.Trailing = kit.NewChipButton(n.Tell, kit.Neutral, false, func() { d.Invite(n.Invite) }).Writes()
	case n.Proposal:
		spec.Tap = func() { d.Meeting(n.Meeting) }
		spec.Trailing = kit.NewChipButton(t("today.decide"), kit.Neutral, false, func() { d.Meeting(n.Meeting) })
		if !n.Dismiss.IsZero() {
			noted := kit.NewChipButton(t("today.dismiss"), kit.Neutral, false, func() { d.Dismiss(n.Dismiss) }).Writes()
			spec.Trailing = kit.Line(6, noted, spec.Trailing)
		}
	case n.Clash:
		spec.Tap = func() { d.Meeting(n.Meeting) }
		spec.Trailing = kit.NewChipButton(t("button.reschedule"), kit.Neutral, false, func() { d.Move(n.Meeting) }).Writes()
	case !n.Day.IsZero():
		spec.Tap = func() { d.Day(n.Day) }
		spec.Trailing = kit.NewChipButton(t("today.in_calendar"), kit.Neutral, false, spec.Tap)
	case !n.Meeting.IsZero():
		spec.Tap = func() { d.Meeting(n.Meeting) }
		spec.Trailing = kit.NewChipButton(t("today.close"), kit.Neutral, false, func() { d.Close(n.Meeting) })
	case len(n.Parts) > 0:
		var show *kit.ChipButton
		spec.Tap = func() { kit.ShowMenuUnder(show, d.parts(n)) }
		show = kit.NewChipButton(t("today.shift_show"), kit.Neutral, false, spec.Tap)
		spec.Trailing = show
	case n.Quiet:
		spec.Trailing = kit.NewChipButton(t("today.plan"), kit.Neutral, false, func() { d.Plan(n.Relationship) }).Writes()
	}
	return spec
}

// parts lists what a line tells of in one; each leads to where it belongs.
func (d NeedDeps) parts(n Need) []kit.MenuEntry {
	out := make([]kit.MenuEntry, len(n.Parts))
	for i, part := range n.Parts {
		out[i] = kit.MenuEntry{Text: part.Text, Run: func() { d.Open(part.Relationship) }}
	}
	return out
}
