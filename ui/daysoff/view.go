package daysoff

import (
	"context"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// Deps is what the dialog asks of the window.
type Deps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Today   core.Date
	Home    core.Zone          // by whose clock times are told
	Names   map[core.ID]string // of relationships
	Hidden  func() bool        // others look at the screen
	Look    func(off planner.TimeOff, done func([]planner.TimeOffStep))
	Do      func(ctx context.Context, off planner.TimeOff) ([]planner.Message, error)
	Save    forms.Saver
	Draft   forms.Draft
	Tell    func([]planner.Message) // lists what guests are to be told
}

type dialog struct {
	deps    Deps
	form    Form
	fields  *forms.Form
	from    *kit.DateField
	to      *kit.DateField
	found   *kit.Text
	more    *kit.Button // names all of them; hidden where they are named
	all     bool
	reason  *kit.TextField
	changes bool // a meeting would be called off, or moved
	open    *shell.Open
}

// Show opens the dialog, about the week after today's.
func Show(deps Deps) {
	from := deps.Today.Monday().AddDays(7)
	d := &dialog{deps: deps, form: Form{From: from, To: from.AddDays(6), Block: true}, fields: forms.NewForm(deps.Words)}
	d.from = d.date("daysoff.from", d.form.From, &d.form.From, "from")
	d.to = d.date("daysoff.to", d.form.To, &d.form.To, "to").Rule(d.turned)
	fates := kit.NewSegments([]string{d.t("daysoff.call_off"), d.t("daysoff.later"), d.t("daysoff.leave")}, 0, func(i int) {
		d.form.Fate = Fate(i)
		d.look()
	})
	d.reason = forms.Put(d.fields, kit.NewTextField(d.t("daysoff.reason"), d.t("daysoff.reason_hint"), func(s string) { d.form.Reason = s }), "reason")
	block := kit.NewCheckBox(d.t("daysoff.block"), true, func(on bool) {
		d.form.Block = on
		d.ask()
	})
	d.fields.Keep("fate", fates)
	d.fields.Keep("block", block)
	d.found, d.more = kit.NewText("", kit.Caption()), kit.NewButton("", kit.Quiet, func() {
		d.all = true
		d.look()
		kit.FocusIn(d.reason)
	})
	d.more.Hide()
	d.open = forms.Show(deps.Dialogs, d.fields, deps.Draft, shell.Dialog{
		Title: d.t("daysoff.heading"), Confirm: d.t("daysoff.confirm"), Cancel: d.t("window.cancel"), OK: d.save, Weighty: true, First: d.from.Focusable(), Width: 560,
		Content: kit.Stack(12, kit.Columns(380, []float32{1, 1}, d.from, d.to), kit.Line(0, fates, kit.Spring()), d.found, kit.Line(0, d.more, kit.Spring()), d.reason, block, d.fields.Rest()),
	})
	for _, field := range []interface{ OnSubmit(func()) }{d.from, d.to} { // a week of meetings is not called off by an Enter too many
		field.OnSubmit(func() { kit.CanvasOf(d.to).FocusNext() })
	}
	d.look()
}

func (d *dialog) t(key string, args ...any) string { return d.deps.Words.T(key, args...) }

func (d *dialog) date(label string, value core.Date, into *core.Date, field string) *kit.DateField {
	return forms.Put(d.fields, kit.NewDateField(d.t(label), value, d.deps.Today, words.Dates(d.deps.Words), func(v core.Date) {
		*into = v
		if d.to != nil {
			d.to.Recheck() // as soon as either is typed
		}
		d.look()
	}).Need(), field)
}

// look names the meetings that would change.
func (d *dialog) look() {
	if d.open == nil {
		return
	}
	off, err := d.form.Wish()
	if err != nil {
		d.changes = false
		d.say("", 0)
		return
	}
	if d.form.Fate == Leave {
		d.changes = false
		d.say(d.t("daysoff.stay"), 0)
		return
	}
	asked := d.form
	d.deps.Look(off, func(all []planner.TimeOffStep) {
		if now := d.form; now.From != asked.From || now.To != asked.To || now.Fate != asked.Fate {
			return // other days were typed meanwhile
		}
		most := Few
		if d.all {
			most = Most
		}
		lines := Meetings(all, most, Telling{d.deps.Words, d.deps.Names, d.deps.Home, d.deps.Today, d.deps.Hidden()})
		if len(lines) == 0 {
			lines = []string{d.t("daysoff.none")}
		}
		d.changes = Changes(all)
		if len(all) > Few && !d.all {
			d.say(strings.Join(lines[:Few], "\n"), len(all))
			return
		}
		d.say(strings.Join(lines, "\n"), 0)
	})
}

// turned tells what is wrong with the last day beside the first: it lies before it.
func (d *dialog) turned(last core.Date) string {
	wish := d.form
	wish.To = last
	_, err := wish.Wish()
	for _, problem := range core.Problems(err) {
		if problem.Code == core.CodeEndNotAfter {
			return d.deps.Words.FieldError(problem)
		}
	}
	return ""
}

// ask asks for a reason where somebody reads it: guests of what is called off or moved, or the owner in the calendar.
func (d *dialog) ask() {
	hint := "daysoff.reason_hint"
	if !d.changes {
		hint = "daysoff.reason_block"
	}
	d.reason.SetPlaceholder(d.t(hint))
	if d.changes || d.form.Block {
		d.reason.Show()
	} else {
		d.reason.Hide()
	}
	kit.Relayout(d.reason)
}

// say shows what would become of meetings, and leads to all of them where they are more than it names.
func (d *dialog) say(text string, more int) {
	if !d.open.Closed() {
		d.found.SetText(text)
		if d.more.Hidden = more == 0; more > 0 {
			d.more.SetText(d.t("daysoff.all", "count", more))
		}
		d.ask()
		kit.Relayout(d.found)
	}
}

func (d *dialog) save() bool {
	d.fields.Clear()
	if !forms.Check(d.from, d.to) {
		return false
	}
	off, err := d.form.Wish()
	if err != nil {
		return d.fields.Show(err)
	}
	var messages []planner.Message
	d.deps.Save(forms.Saving{Open: d.open, Form: d.fields, Title: planner.TitleTimeOff, Also: []planner.Title{planner.TitleTimeOffCalled, planner.TitleTimeOffMoved, planner.TitleTimeBlocked}, Do: func(ctx context.Context) (err error) {
		messages, err = d.deps.Do(ctx, off)
		return err
	}, Then: func() { d.deps.Tell(messages) }})
	return false // the dialog closes when it is done
}
