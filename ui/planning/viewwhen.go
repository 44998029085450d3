package planning

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// checkAfter is how long a dialog waits for more letters before it looks for clashes.
const checkAfter = 250 * time.Millisecond

// when is the part of a dialog that says when: the fields of a plan's time, what others' clocks show then, and what the
// meeting would clash with.
type when struct {
	model   *Model
	plan    *Plan
	date    *kit.DateField
	start   *kit.TimeField
	minutes *kit.TextField
	clocks  *kit.Text
	night   *kit.Text
	past    *kit.Text // that the time has passed, or that the clocks do not show it once
	clash   *kit.Text
	waiting bool
	refuses bool // a time that has passed is refused, and said to be: there is no word of warning beside it
}

// make makes the fields; changed is told each change of the plan that they make.
func (t *when) make(w *locale.Words, fields *forms.Form, changed func()) {
	t.date = forms.Put(fields, kit.NewDateField(w.T("plan.date"), t.plan.Date, t.model.Today, words.DueDates(w), func(d core.Date) {
		t.plan.Date = d
		changed()
	}).Need(), "date")
	t.start = forms.Put(fields, kit.NewTimeField(w.T("plan.start"), t.plan.Start, words.Times(w), func(at int) {
		t.plan.Start = at
		changed()
	}), "start", "zone")
	t.minutes = kit.NewTextField(w.T("plan.minutes"), "", func(text string) {
		t.plan.Minutes = text
		changed()
	}).Whole()
	t.minutes.SetText(t.plan.Minutes)
	t.minutes.OnLeave(func() {
		if _, err := t.plan.minutes(); err != nil {
			t.minutes.SetError(w.FieldError(core.Problems(err)[0]))
		}
	})
	forms.Put(fields, t.minutes, "length", "end")
	t.night = kit.NewText("", kit.CaptionIn(kit.ColorWarn))
	t.clocks, t.clash, t.past = kit.NewText("", kit.Caption()), kit.NewText("", kit.CaptionIn(kit.ColorWarn)), kit.NewText("", kit.CaptionIn(kit.ColorWarn))
}

func (t *when) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{kit.Columns(380, []float32{5, 3, 2}, t.date, t.start, t.minutes), t.clocks, t.night, t.past, t.clash}
}

// follow says what follows at once from the fields, and what comes later of what repeats: other hours, and quiet ones.
func (t *when) follow(shifts, quiet []string) {
	say(t.clocks, strings.Join(append(t.model.Clocks(*t.plan), shifts...), "\n"))
	if night := t.model.Night(*t.plan); night != "" {
		quiet = append([]string{night}, quiet...)
	}
	say(t.night, strings.Join(quiet, "\n"))
	var about []string
	if !t.refuses && t.model.Past(*t.plan) {
		about = append(about, t.model.words.T("plan.past"))
	}
	if change := t.model.ClockChange(*t.plan); change != "" {
		about = append(about, change)
	}
	say(t.past, strings.Join(about, "\n"))
	if _, _, ok := t.plan.Span(); !ok { // there is no time to clash at
		say(t.clash, "")
	}
	kit.Relayout(t.clocks)
}

// rest looks for clashes when typing rests.
func (t *when) rest(after kit.After, look func()) {
	if t.waiting {
		return
	}
	t.waiting = true
	after(checkAfter, func() {
		t.waiting = false
		look()
	})
}

// clashes says what was found, unless the time can't be read any more by then.
func (t *when) clashes(found Looked) {
	if _, _, ok := t.plan.Span(); !ok {
		found = Looked{}
	}
	say(t.clash, t.model.Clash(found))
	kit.Relayout(t.clash)
}

func say(t *kit.Text, text string) {
	t.SetText(text)
	t.Hidden = text == ""
}
