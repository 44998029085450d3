package reports

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// Problem says why there is no report of a span; "" for no error. Of a span that is named it tells when there is something to
// report: the days of it are in no field.
func Problem(err error, span Span, w *locale.Words) string {
	if problems := core.Problems(err); span != OwnDates && len(problems) > 0 && problems[0].Code == core.CodeTooEarly {
		if since, ok := problems[0].Args["value"].(core.Date); ok {
			return w.T("reports.before_it", "date", w.Date(since))
		}
	}
	return w.Error(err)
}

// Line is a row of the release log or of the written reports.
type Line struct {
	Ref    core.Ref // the item that was let out; of a report, the report
	Title  string
	Detail string
	Chip   string
	Tone   tone.Tone
	Mark   string // of what was typed for somebody
}

// Log puts everything that was ever let out into words.
func Log(list []planner.LogEntry, today core.Date, hide Hide, w *locale.Words) []Line {
	var out []Line
	for _, e := range list {
		if bool(hide) && e.Private {
			continue
		}
		line := Line{Ref: e.Item, Title: e.Title, Tone: tone.Good}
		if line.Title == "" {
			line.Title = w.T("reports.gone")
		}
		line.Chip = w.T("audience_for." + string(e.Audience))
		line.Detail = e.Whose + " · " + w.T("reports.said_on", "date", w.Date(e.On))
		if e.Said.Words != "" && !bool(hide) {
			line.Detail += " · " + e.Said.Words
		}
		if e.Period != (core.Period{}) {
			line.Detail += " · " + w.T("reports.for_reports", "period", w.OpenPeriod(e.Period))
		}
		if !e.Withdrawn.IsZero() {
			line.Tone = tone.Plain
			line.Detail += " · " + w.T("reports.chip.withdrawn", "date", w.DateShort(e.Withdrawn, today))
		}
		if !e.Said.Own() {
			line.Mark = w.T("plans.typed_for")
		}
		out = append(out, line)
	}
	return out
}

// Written puts the reports that were written into words; zone is the owner's.
func Written(list []planner.WrittenReport, zone core.Zone, w *locale.Words) []Line {
	out := make([]Line, len(list))
	for i, r := range list {
		line := Line{Ref: core.RefOf(r.Report), Title: r.Name, Chip: w.T("audience_for." + string(r.Audience)), Tone: tone.Good}
		if line.Title == "" {
			line.Title = w.T("reports.gone")
		}
		at := core.CivilOf(r.At)
		if loc, err := zone.Location(); zone != "" && err == nil {
			at = core.CivilOf(r.At.In(loc))
		}
		line.Title += " · " + w.Period(r.Period)
		line.Detail = w.Date(at.Date) + " " + w.Clock(at) + " · " + r.File + " · " + w.Bytes(int64(r.Size)) + " · " +
			w.Count(core.KindGoal, itemsOf(r.Items, core.KindGoal)) + ", " + w.Count(core.KindSkill, itemsOf(r.Items, core.KindSkill)) +
			" · SHA-256 " + r.Hash[:8] + "…" + r.Hash[len(r.Hash)-4:]
		out[i] = line
	}
	return out
}

func itemsOf(items []core.Ref, kind core.Kind) int {
	n := 0
	for _, ref := range items {
		if ref.Kind == kind {
			n++
		}
	}
	return n
}
