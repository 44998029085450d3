package calendar

import (
	"fyne.io/fyne/v2"

	"mentorbook/core/insight"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// beatOf gives the look of a week.
func beatOf(s insight.WeekState) kit.Beat {
	switch s {
	case insight.Met:
		return kit.BeatFull
	case insight.Kept:
		return kit.BeatPale
	case insight.Broken:
		return kit.BeatAlarm
	case insight.Coming:
		return kit.BeatFrame
	case insight.Ahead:
		return kit.BeatLine
	}
	return kit.BeatNone
}

// newYearList makes the year at a glance: a line for each relationship, opened by Enter or a click.
func (p *Page) newYearList() *kit.List {
	rows := func() []YearRow {
		if p.year == nil {
			return nil
		}
		return p.year.Rows
	}
	return kit.NewList(kit.ListSpec{
		Height: 44,
		Length: func() int { return len(rows()) },
		Label:  func(i int) string { return rows()[i].Name },
		Create: func() fyne.CanvasObject {
			name := kit.Stack(0, kit.NewLine("", kit.Strong()), kit.NewLine("", kit.Caption()))
			return kit.Line(10, kit.NewAvatar("", ""), kit.Width(206, name), kit.Grow(kit.NewStrip(nil, -1)))
		},
		Update: func(i int, o fyne.CanvasObject) { fillYearRow(rows()[i], p.year.Now, o) },
		Open:   func(i int) { p.deps.OpenRelationship(rows()[i].Relationship) },
		Menu: func(i int, at fyne.Position) {
			kit.ShowMenu(kit.CanvasOf(p.years), at, []kit.MenuEntry{{Text: p.t("rel.open_it"), Run: func() { p.deps.OpenRelationship(rows()[i].Relationship) }}})
		},
	}).WhenEmpty(kit.NewEmpty(p.t("calendar.year_empty"), p.t("calendar.year_hint"), kit.NewButton(p.t("rel.new"), kit.Primary, p.deps.Begin).Writes()))
}

func fillYearRow(r YearRow, now int, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	parts[0].(*kit.Avatar).Set(r.Initials, r.Key)
	name := parts[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	name[0].(*kit.Text).SetText(r.Name)
	style := kit.Caption()
	if r.Broken {
		style = kit.CaptionIn(kit.ColorDanger)
	}
	name[1].(*kit.Text).SetRuns(kit.Run{Text: r.Text, Style: style})
	beats := make([]kit.Beat, len(r.Weeks))
	for i, s := range r.Weeks {
		beats[i] = beatOf(s)
	}
	parts[2].(*fyne.Container).Objects[0].(*kit.Strip).Set(beats, now)
}

// newYearScale makes what names the months above the weeks of all lines, which stand as far in as those of the list.
func (p *Page) newYearScale() fyne.CanvasObject {
	p.months = kit.NewStripScale()
	return kit.Pad(4, 8, 0, 8, kit.Line(10, kit.Width(avatarWidth, kit.NewLine("", kit.Caption())), kit.Width(206, kit.NewLine("", kit.Caption())), kit.Grow(p.months)))
}

// avatarWidth is that of the picture at the beginning of a line.
const avatarWidth = 30

// yearLegend says in one paragraph what the fields are, where the window has no room for the card.
func (p *Page) yearLegend() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i, line := range p.yearMeanings() {
		if i > 0 {
			parts = append(parts, kit.Width(4, kit.NewLine("", kit.Caption())))
		}
		parts = append(parts, line.example, kit.NewLine(line.text, kit.Caption()))
	}
	return kit.Flow(6, 2, parts...)
}

// meaning is an example of a field, and what it says of its week.
type meaning struct {
	example fyne.CanvasObject
	text    string
}

func (p *Page) yearMeanings() []meaning {
	var out []meaning
	for _, s := range []insight.WeekState{insight.Met, insight.Kept, insight.Broken, insight.Coming, insight.Ahead} {
		key := [...]string{"", "met", "kept", "broken", "coming", "ahead"}[s]
		out = append(out, meaning{kit.Width(12, kit.NewStrip([]kit.Beat{beatOf(s)}, -1)), p.t("calendar.week_" + key)})
	}
	return out
}

// yearCard explains the fields, beside an example of each.
func (p *Page) yearCard() fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, m := range p.yearMeanings() {
		lines = append(lines, kit.Line(10, m.example, kit.Grow(kit.NewText(m.text, kit.Muted()))))
	}
	lines = append(lines, kit.NewText(p.t("calendar.year_formula"), kit.Caption()))
	return kit.NewCard(p.t("calendar.week_means"), "", kit.Stack(6, lines...))
}

// showYear puts the year on the screen.
func (p *Page) showYear(y *planner.Year) {
	p.year = NewYearModel(y, p.deps.Words())
	p.title.SetText(p.year.Title)
	p.legends = nil
	p.years.Refresh()
	p.months.Set(p.year.Weeks, p.year.Months)
	p.setSide(kit.Cards(p.yearCard()))
	p.all.Refresh()
}
