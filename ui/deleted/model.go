package deleted

import (
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Line is one deletion in words.
type Line struct {
	Set     core.ID // for bringing it back
	Text    string
	Caption string // when it was, and what went along
}

// maxLines is how many deletions are shown; who looks for more finds what came before by undoing.
const maxLines = 200

// Lines puts deletions into words, the last first. hidden leaves out what each was about.
func Lines(all []planner.Deleted, loc *time.Location, today core.Date, hidden bool, w *locale.Words) []Line {
	out := make([]Line, 0, min(len(all), maxLines))
	for _, d := range all[:min(len(all), maxLines)] {
		args := d.Step.Args
		if hidden {
			args = nil
		}
		at := core.CivilOf(d.At.In(loc))
		caption := w.T("deleted.at", "day", locale.Capital(w.Day(at.Date, today)), "time", w.Clock(at))
		if along := alongWith(d, w); along != "" {
			caption = w.T("deleted.along", "when", caption, "things", along)
		}
		out = append(out, Line{Set: d.Set, Text: w.Title(string(d.Step.Title), args), Caption: caption})
	}
	return out
}

// alongWith counts what went with the thing itself.
func alongWith(d planner.Deleted, w *locale.Words) string {
	var out []string
	for _, kind := range core.Kinds() {
		n := d.Took[kind]
		if kind == d.Kind {
			n--
		}
		if n > 0 {
			out = append(out, w.Count(kind, n))
		}
	}
	return w.List(out)
}
