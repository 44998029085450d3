package planning

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// repeating is the part of the dialog that makes a series of a meeting.
type repeating struct {
	form  *form
	value Repeat
	goes  *core.Rule // by which a series goes on; nil for a meeting that is new
	rules []core.Rule
	first core.Date // that the rules are offered for
	ends  core.Date // the last day by which the series goes on by itself
	rule  *kit.Select
	end   *kit.Select
	times *kit.TextField
	until *kit.DateField
	line  *fyne.Container
}

// newRepeating makes it for a new meeting, or for how the series of one goes on.
func newRepeating(f *form) *repeating {
	r := &repeating{form: f, value: Repeat{Times: "10", Until: f.plan.Date.AddMonths(6)}}
	if f.model.Meeting != nil {
		r.value = f.model.Repeating()
		now := r.value.Rule
		r.goes, r.ends = &now, r.value.Until
	}
	r.rule = forms.Put(f.fields, kit.NewSelect(f.t("plan.repeat"), nil, 0, func(i int) {
		r.value.Rule = r.rules[i]
		r.show()
	}), "rule")
	r.end = kit.NewSelect(f.t("plan.repeat_end"), []string{f.t("plan.repeat_never"), f.t("plan.repeat_after"), f.t("plan.repeat_until")}, int(r.value.End), func(i int) {
		r.value.End = RepeatEnd(i)
		r.show()
	})
	f.fields.Keep("repeat_end", r.end)
	r.times = forms.Put(f.fields, kit.NewTextField(f.t("plan.repeat_times"), "", func(s string) { r.value.Times = s }).Whole(), "count")
	r.times.SetText(r.value.Times)
	r.until = forms.Put(f.fields, kit.NewDateField(f.t("plan.repeat_last"), r.value.Until, f.model.Today, words.DueDates(f.deps.Words), func(d core.Date) {
		r.value.Until = d
	}), "until")
	r.line = kit.Columns(420, []float32{5, 3, 3}, r.rule, r.end, kit.Stack(0, r.times, r.until))
	r.offer()
	r.show()
	return r
}

// offer lists the rhythms that suit the first day. The one that was chosen stays where it is still among them, and that of the series
// goes along with its meeting.
func (r *repeating) offer() {
	first := r.form.plan.Date
	if !first.Valid() || first == r.first {
		return
	}
	r.first = first
	chosen := max(r.rule.Chosen(), 0)
	if r.rules = Rules(first); r.goes != nil {
		going := r.form.model.Going(first)
		r.goOn(going.Until)
		now := going.Rule
		if r.value.Rule.String() == r.goes.String() { // it goes along with the day
			r.value.Rule = now
		}
		r.goes = &now
		r.rules = Offered(first, now)
		if at := placeOf(r.rules, r.value.Rule); at >= 0 {
			chosen = at
		}
	}
	options := make([]string, len(r.rules))
	for i, rule := range r.rules {
		if options[i] = r.form.deps.Words.Rule(rule, first); rule.IsZero() {
			options[i] = r.form.t("plan.repeat_none")
		}
	}
	r.rule.SetOptions(options)
	if chosen >= len(r.rules) {
		chosen = slices.IndexFunc(r.rules, func(x core.Rule) bool { return x.Freq == core.FreqMonthly })
	}
	r.rule.SetChosen(chosen)
	r.value.Rule = r.rules[chosen]
}

// goOn lets the last day that nobody has changed go along with the day of the meeting.
func (r *repeating) goOn(last core.Date) {
	if r.value.Until == r.ends && last != r.ends {
		r.value.Until = last
		r.until.SetValue(last)
	}
	r.ends = last
}

// show shows the fields that count.
func (r *repeating) show() {
	on := r.value.Ends()
	visible(r.end, on)
	visible(r.times, on && r.value.End == AfterTimes)
	visible(r.until, on && r.value.End == OnDate)
	kit.Relayout(r.line)
	r.form.changed()
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
