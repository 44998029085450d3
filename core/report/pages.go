package report

import (
	"strconv"
	"strings"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/core/locale"
)

// Pages lays the content out in a language. It is the document that the PDF is written from, and the one that
// a window shows before.
func Pages(c *Content, f *core.ReportFacts, w *locale.Words) *draw.Document {
	p := &pages{c: c, w: w, flow: draw.NewFlow(draw.A4())}
	title := w.T("report.title")
	p.flow.Title(title, p.subtitle())
	p.flow.Tiles(p.tiles())
	p.parties()
	for _, part := range []struct {
		part core.ReportPart
		lay  func()
	}{{core.PartGoals, p.goals}, {core.PartSkills, p.skills}, {core.PartMeetings, p.meetings}, {core.PartActions, p.actions}} {
		if c.Has(part.part) {
			part.lay()
		}
	}
	p.nextSteps()
	p.formulas()
	p.releases()
	meta := draw.Meta{Title: title + " · " + p.subject(), Lang: string(f.Request.Language), Created: f.Now}
	return p.flow.Document(meta, func(n, of int) string {
		return w.T("report.footer", "made", w.Date(c.Made), "audience", w.T("audience."+string(c.Audience)), "n", n, "of", of)
	})
}

type pages struct {
	c    *Content
	w    *locale.Words
	flow *draw.Flow
}

func (p *pages) subject() string {
	if len(p.c.Mentees) == 0 {
		return p.w.List(p.c.Mentors)
	}
	return p.w.List(p.c.Mentees)
}

func (p *pages) period() string {
	return p.w.DateRange(p.c.Period.From, p.c.Period.To.AddDays(-1))
}

func (p *pages) subtitle() string {
	return p.w.T("report.subtitle", "count", len(p.c.Mentors), "mentees", p.subject(), "mentors", p.w.List(p.c.Mentors), "period", p.period())
}

func (p *pages) tiles() []draw.Tile {
	m, a := p.c.Meetings, p.c.Actions
	mean := p.w.T("report.none")
	if p.c.HasMean {
		mean = p.w.Percent(int(p.c.Mean*100 + 1e-9))
	}
	var out []draw.Tile
	if p.c.Has(core.PartMeetings) {
		out = append(out, draw.Tile{Figure: p.w.T("report.of", "n", m.Held, "of", m.Planned), Label: p.w.T("report.tile.meetings")},
			draw.Tile{Figure: p.w.Hours(m.Minutes), Label: p.w.T("report.tile.hours")})
	}
	if p.c.Has(core.PartGoals) {
		out = append(out, draw.Tile{Figure: mean, Label: p.w.T("report.tile.goals")})
	}
	if p.c.Has(core.PartActions) {
		out = append(out, draw.Tile{Figure: p.w.T("report.of", "n", a.Kept, "of", a.All), Label: p.w.T("report.tile.actions")})
	}
	return out
}

func (p *pages) parties() {
	p.flow.Heading(p.w.T("report.about"))
	kind := p.w.T("format."+string(p.c.Format)) + ", " + p.w.T("specialisation."+string(p.c.Spec))
	p.flow.Facts([]draw.Fact{ // names stand as they are written, words as in a list of facts
		{Label: p.w.T("report.mentors", "count", len(p.c.Mentors)), Value: p.w.List(p.c.Mentors)},
		{Label: p.w.T("report.mentees", "count", max(len(p.c.Mentees), 1)), Value: p.subject()},
		{Label: p.w.T("report.kind"), Value: locale.Capital(kind)},
		{Label: p.w.T("report.period"), Value: p.period()},
		{Label: p.w.T("report.for"), Value: locale.Capital(p.w.T("audience." + string(p.c.Audience)))},
	})
}

func (p *pages) goals() {
	p.flow.Heading(p.w.T("report.goals"))
	if len(p.c.Goals) == 0 {
		p.flow.Note(p.w.T("report.no_goals"))
		return
	}
	table := draw.Table{Columns: []draw.Column{
		{Head: p.w.T("report.goal"), Weight: 4},
		{Head: p.w.T("report.baseline"), Weight: 1.2, Align: draw.Right},
		{Head: p.w.T("report.now"), Weight: 1.2, Align: draw.Right},
		{Head: p.w.T("report.target"), Weight: 1.2, Align: draw.Right},
		{Head: p.w.T("report.progress"), Weight: 2.4},
	}}
	for _, g := range p.c.Goals {
		table.Rows = append(table.Rows, p.goalRow(g))
	}
	p.flow.Table(table)
	for _, g := range p.c.Goals {
		p.milestones(g)
	}
}

func (p *pages) goalRow(g Goal) []draw.Cell {
	title := g.Title
	if g.Measure != "" {
		title += " — " + g.Measure
	}
	if g.Draft {
		title += " · " + p.w.T("report.goal_draft")
	}
	if !g.Due.IsZero() {
		title += " · " + p.w.T("report.goal_due", "date", p.w.Date(g.Due))
	}
	if !g.HasFigures {
		return []draw.Cell{{Text: title}, {Text: "–", Muted: true}, {Text: "–", Muted: true}, {Text: "–", Muted: true}, {}}
	}
	q := g.Progress
	bar := &draw.Bar{Min: 0, Max: 1, Now: q.Ratio()}
	return []draw.Cell{
		{Text: title},
		{Text: p.figure(q.Baseline, g.Unit)},
		{Text: p.figure(q.Now, g.Unit), Bold: true},
		{Text: p.figure(q.Target, g.Unit)},
		{Text: p.w.Percent(q.Percent()), Bar: bar},
	}
}

func (p *pages) figure(v float64, unit string) string {
	if unit == "" {
		return p.w.Number(v)
	}
	return p.w.Number(v) + " " + unit
}

// milestones names the steps of a goal, and its evidence.
func (p *pages) milestones(g Goal) {
	if len(g.Milestones) == 0 && len(g.Evidence) == 0 {
		return
	}
	p.flow.Subheading(g.Title)
	var items []string
	for _, m := range g.Milestones {
		if m.Done.IsZero() {
			items = append(items, p.w.T("report.milestone_open", "title", m.Title))
		} else {
			items = append(items, p.w.T("report.milestone_done", "title", m.Title, "date", p.w.Date(m.Done)))
		}
	}
	for _, e := range g.Evidence {
		if p.c.Period.To.After(p.c.Made) { // evidence bears no date: of a period that is over it may say what came later
			items = append(items, p.w.T("report.evidence", "text", e))
		} else {
			items = append(items, p.w.T("report.evidence_by", "text", e, "date", p.w.Date(p.c.Made)))
		}
	}
	p.flow.List(items)
}

func (p *pages) skills() {
	p.flow.Heading(p.w.T("report.skills"))
	if len(p.c.Skills) == 0 {
		p.flow.Note(p.w.T("report.no_skills"))
		return
	}
	var bars []draw.Bar
	for _, k := range p.c.Skills {
		bar := draw.Bar{Label: k.Name, Max: float64(k.Levels), Now: float64(k.Now), Value: p.w.T("report.not_assessed")}
		if k.Answers > 0 {
			base := float64(k.Baseline)
			bar.Baseline = &base
			bar.Value = p.w.T("report.skill_rated", "levels", p.w.Levels(k.Baseline, k.Now, k.Levels), "count", k.Answers)
		}
		if k.Target > 0 {
			target := float64(k.Target)
			bar.Target = &target
		}
		bars = append(bars, bar)
	}
	p.flow.Bars(bars, draw.BarLegend{Baseline: p.w.T("report.baseline"), Now: p.w.T("report.now"), Target: p.w.T("report.target")})
}

func (p *pages) meetings() {
	p.flow.Keep(p.meetingFacts) // they are read as one count, and its lines say little on a page without its heading
}

func (p *pages) meetingFacts() {
	m := p.c.Meetings
	p.flow.Heading(p.w.T("report.meetings"))
	p.flow.Facts([]draw.Fact{
		{Label: p.w.T("report.meetings_planned"), Value: strconv.Itoa(m.Planned)},
		{Label: p.w.T("report.meetings_held"), Value: strconv.Itoa(m.Held)},
		{Label: p.w.T("report.missed_mentor"), Value: strconv.Itoa(m.MissedMentor)},
		{Label: p.w.T("report.missed_mentee"), Value: strconv.Itoa(m.MissedMentee)},
		{Label: p.w.T("report.missed_both"), Value: strconv.Itoa(m.MissedBoth)},
		{Label: p.w.T("report.cancelled"), Value: strconv.Itoa(m.Cancelled)},
		{Label: p.w.T("report.cancelled_late"), Value: strconv.Itoa(m.CancelledLate)},
		{Label: p.w.T("report.meetings_coming"), Value: strconv.Itoa(m.Coming)},
		{Label: p.w.T("report.hours"), Value: p.w.Hours(m.Minutes)},
	})
}

func (p *pages) actions() {
	p.flow.Heading(p.w.T("report.actions"))
	p.flow.Paragraph(p.w.T("report.actions_kept", "n", p.c.Actions.Kept, "of", p.c.Actions.All))
	if len(p.c.Actions.Done) > 0 {
		p.flow.List(p.c.Actions.Done)
	}
}

func (p *pages) nextSteps() {
	var items []string
	for _, g := range p.c.Goals {
		switch {
		case g.Next == "" || g.Reached:
		case g.NextDue.IsZero():
			items = append(items, g.Next)
		default:
			items = append(items, p.w.T("report.next_by", "title", g.Next, "date", p.w.Date(g.NextDue)))
		}
	}
	if len(items) > 0 {
		p.flow.Heading(p.w.T("report.next"))
		p.flow.List(items)
	}
}

// formulas says how every figure is made, and what was not released, as a count.
func (p *pages) formulas() {
	p.flow.Heading(p.w.T("report.formulas"))
	if p.c.Has(core.PartMeetings) {
		p.flow.Note(p.w.T("report.formula.meetings"))
		p.flow.Note(p.w.T("report.formula.hours." + string(p.c.Format)))
	}
	for _, part := range []core.ReportPart{core.PartGoals, core.PartSkills, core.PartActions} {
		if p.c.Has(part) {
			p.flow.Note(p.w.T("report.formula." + string(part)))
		}
	}
	if p.c.FewGoals {
		p.flow.Note(p.w.T("report.few_goals", "n", leastForMean))
	}
	goals, skills := p.c.Withheld.Goals, p.c.Withheld.Skills
	p.withheld("report.withheld", goals.Unreleased, skills.Unreleased, true)
	p.withheld("report.left_out", goals.LeftOut, skills.LeftOut, false)
}

// withheld counts what is not here of the parts that are. Where nothing is missing, only always says so.
func (p *pages) withheld(key string, goals, skills int, always bool) {
	if goals+skills == 0 && !always {
		return
	}
	var counts []string
	if p.c.Has(core.PartGoals) {
		counts = append(counts, p.w.T("count.goal", "count", goals))
	}
	if p.c.Has(core.PartSkills) {
		counts = append(counts, p.w.T("count.skill", "count", skills))
	}
	if len(counts) > 0 {
		p.flow.Note(p.w.T(key, "list", strings.Join(counts, ", ")))
	}
}

// releases says on whose word the released items are here. What was typed for the mentee is marked.
func (p *pages) releases() {
	if len(p.c.Released) == 0 {
		return
	}
	p.flow.Heading(p.w.T("report.releases"))
	var items []string
	for _, r := range p.c.Released {
		key := "report.release_told"
		switch {
		case r.ByHand:
			key = "report.release_own"
		case r.How == "" && r.Came == core.HowImport:
			key = "report.release_imported"
		case r.How == "":
			key = "report.release_noted"
		}
		items = append(items, p.w.T(key, "subject", r.Subject, "date", p.w.Date(r.On), "how", r.How))
	}
	p.flow.List(items)
}
