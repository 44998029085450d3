package reports

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/tone"
	"mentorbook/ui/words"
)

// form is the left side: what is wanted, what it holds, and the button that writes it.
type form struct {
	page   *Page
	scroll *kit.Scroll
	cards  *fyne.Container
	box    *fyne.Container
	what   *fyne.Container
	holds  *fyne.Container
	export *fyne.Container
	write  *kit.Button       // writes the file
	check  *kit.Button       // leads to what is to be looked at first, where there is anything
	first  fyne.CanvasObject // of that; nil for nothing

	ids       []core.ID // of the relationships, as they stand in their choice
	whom      *kit.Select
	from, to  *kit.DateField
	pseudonym *kit.TextField
	real      *kit.Text // says that the file has the real name where the pages do not
	problem   *kit.Text
}

func newForm(p *Page) *form {
	f := &form{page: p, what: kit.Stack(10), holds: kit.Stack(0), export: kit.Stack(8)}
	f.cards = kit.Cards(f.what, f.holds)
	f.scroll = kit.NewScroll(kit.Pad(0, 8, 2, 0, f.cards))
	f.box = kit.StackGrow(12, 0, f.scroll, kit.Pad(0, 8, 0, 0, f.export))
	return f
}

// build makes the fields.
func (f *form) build() {
	p := f.page
	c := &p.choices
	f.whom = kit.NewSelect("", nil, -1, func(i int) {
		c.Relationship, c.LeaveOut = f.ids[i], nil
		f.pseudonym.SetText(c.Pseudonym())
		p.deps.Moved(c.Relationship, p.tab)
		if p.deps.Presenting() { // others are named now
			p.Refresh()
			return
		}
		p.load()
	})
	f.name()
	audience := kit.NewSelect("", f.audiences(), slices.Index(core.Audiences(), c.Audience), func(i int) {
		c.Audience = core.Audiences()[i]
		p.load()
	})
	langs := []core.Language{core.English, core.Russian}
	language := kit.NewSelect("", []string{locale.Capital(p.words.Word(core.English)), locale.Capital(p.words.Word(core.Russian))},
		slices.Index(langs, c.in(p.words)), func(i int) {
			c.Language = langs[i]
			p.load()
		})
	f.what.Objects = []fyne.CanvasObject{kit.NewCard(p.t("reports.what"), "", kit.Stack(8,
		f.line("reports.relationship", f.whom), f.line("reports.for", audience), f.period(), f.line("reports.language", language), f.callMentee()))}
	f.check = kit.NewButton("", kit.Plain, func() { f.scroll.Reveal(f.first) })
	f.check.Hide()
	f.write = kit.NewButton(p.t("reports.export"), kit.Primary, p.export).Writes()
	f.write.Because(p.why)
	f.export.Objects = []fyne.CanvasObject{kit.NewCard("", "", kit.Stack(8, f.check, f.write))}
	f.scroll.Relayout()
}

// name puts the names of the relationships into their choice.
func (f *form) name() {
	var names []string
	f.ids, names = Names(f.page.places)
	f.whom.SetOptions(names)
	f.whom.SetChosen(slices.Index(f.ids, f.page.choices.Relationship))
}

// line puts a field beside what it is called, or below it where the room is small.
func (f *form) line(label string, field fyne.CanvasObject) fyne.CanvasObject {
	return kit.Named(118, 140, kit.NewLine(f.page.t(label), kit.Body()), field)
}

func (f *form) audiences() []string {
	var out []string
	for _, a := range core.Audiences() {
		out = append(out, locale.Capital(f.page.words.Word(a)))
	}
	return out
}

// period is the choice of a span, with two dates where one's own are wanted.
func (f *form) period() fyne.CanvasObject {
	p := f.page
	c := &p.choices
	var names []string
	for _, s := range Spans() {
		names = append(names, s.text(p.places.Today, p.words))
	}
	dates := words.Dates(p.words)
	last := core.Date{}
	if !c.Own.To.IsZero() {
		last = c.Own.To.AddDays(-1)
	}
	f.from = kit.NewDateField("", c.Own.From, p.places.Today, dates, func(d core.Date) {
		c.Own.From = d
		p.load()
	})
	f.to = kit.NewDateField("", last, p.places.Today, dates, func(d core.Date) {
		if c.Own.To = d; !d.IsZero() {
			c.Own.To = d.AddDays(1)
		}
		p.load()
	})
	own := kit.Stack(8, f.line("reports.from", f.from), f.line("reports.to", f.to))
	own.Hidden = c.Span != OwnDates
	span := kit.NewSelect("", names, int(c.Span), func(i int) {
		if c.Span = Span(i); c.Span == OwnDates && c.Own == (core.Period{}) {
			c.Own = ThisQuarter.Period(p.places.Today, core.Period{})
			f.from.SetValue(c.Own.From)
			f.to.SetValue(c.Own.To.AddDays(-1))
		}
		own.Hidden = c.Span != OwnDates
		f.scroll.Relayout()
		p.load()
	})
	f.problem = kit.NewText("", kit.CaptionIn(kit.ColorDanger))
	f.problem.Hide()
	return kit.Stack(8, f.line("reports.period", span), own, f.problem)
}

// callMentee is the choice between the mentee's name and a pseudonym.
func (f *form) callMentee() fyne.CanvasObject {
	p := f.page
	c := &p.choices
	f.pseudonym = kit.NewTextField("", p.t("reports.pseudonym"), func(text string) {
		c.Call(text)
		p.load()
	})
	f.pseudonym.SetText(c.Pseudonym())
	f.pseudonym.Hidden = !c.Hidden
	at := 0
	if c.Hidden {
		at = 1
	}
	name := kit.NewSelect("", []string{p.t("reports.real_name"), p.t("reports.a_pseudonym")}, at, func(i int) {
		c.Hidden = i == 1
		f.pseudonym.Hidden = !c.Hidden
		f.scroll.Relayout()
		p.load()
	})
	f.real = kit.NewText(p.t("reports.real_written"), kit.CaptionIn(kit.ColorWarn))
	f.real.Hidden = !p.masked || c.Hidden
	return kit.Stack(6, f.line("reports.name", name), f.pseudonym, f.real)
}

// mask says beside the name that the file will have another than the pages show now, or no more.
func (f *form) mask(on bool) {
	if f.real.Hidden != on {
		return
	}
	f.real.Hidden = !on
	f.scroll.Relayout()
}

// complain says below the period why there is no report; "" where there is one.
func (f *form) complain(text string) {
	if f.problem.Text() == text {
		return
	}
	f.problem.SetText(text)
	if f.problem.Hidden = text == ""; text != "" && f.page.wide {
		f.page.widen(false) // it says what to choose instead
	}
	f.scroll.Relayout()
}

// show lists what the report holds.
func (f *form) show(m *Model, remarks []Remark) {
	p := f.page
	var rows []*kit.Row
	for _, part := range m.Parts {
		rows = append(rows, f.partRow(part))
		for _, item := range part.Items {
			if part.On {
				rows = append(rows, f.itemRow(item))
			}
		}
	}
	content := []fyne.CanvasObject{kit.Rows(rows...)}
	f.first = nil
	for _, r := range remarks {
		about := []fyne.CanvasObject{kit.NewNotice(kit.Warn, r.Text)}
		for _, text := range r.About {
			about = append(about, kit.NewText(text, kit.CaptionIn(kit.ColorWarn)))
		}
		all := kit.Stack(10, about...)
		if content = append(content, all); f.first == nil {
			f.first = all
		}
	}
	content = append(content, kit.NewText(p.t("reports.never"), kit.Caption()))
	kit.KeepFocus(f.holds, func() {
		f.holds.Objects = []fyne.CanvasObject{kit.NewCard(p.t("reports.holds"), "", kit.Stack(10, content...))}
		f.scroll.Relayout()
	})
	f.say(len(remarks))
}

// say tells beside the button that writes the file how much is to be looked at before: the list of what it holds is longer than
// the page.
func (f *form) say(count int) {
	f.check.SetText(f.page.t("reports.check_first", "count", count))
	if f.check.Visible() != (count > 0) {
		f.check.Hidden = count == 0
		f.export.Refresh()
		f.box.Refresh()
	}
}

func (f *form) partRow(part Part) *kit.Row {
	p := f.page
	box := kit.NewCheckBox(part.Text, part.On, func(on bool) {
		p.choices.Without = turn(p.choices.Without, part.Part, !on)
		p.load()
	})
	return kit.NewRow(kit.RowSpec{Content: beside(box, chip(part.Chip, part.Tone))})
}

// itemRow is an item that can be ticked; one that may not go in leads to the dialog that lets it out.
func (f *form) itemRow(item Item) *kit.Row {
	p := f.page
	spec, mark := kit.RowSpec{}, chip(item.Chip, item.Tone)
	if item.Allowed {
		spec.Content = kit.Pad(0, 0, 0, 22, beside(kit.NewCheckBox(item.Text, item.On, func(on bool) {
			p.choices.LeaveOut = turn(p.choices.LeaveOut, item.Ref.ID, !on)
			p.load()
		}), mark))
	} else {
		spec.Content = kit.Pad(0, 0, 0, 47, beside(kit.NewText(item.Text, kit.Muted()), mark))
		spec.Tap = func() { p.deps.Release(item.Ref, p.choices.Audience) }
		spec.Tip, spec.Open = kit.Tip{Text: p.t("reports.release_tip")}, p.t("plans.release")
	}
	return kit.NewRow(spec)
}

// beside puts a mark behind what it is about, or below it where that would be broken into many lines.
func beside(what, mark fyne.CanvasObject) fyne.CanvasObject {
	if !mark.Visible() {
		return what
	}
	return kit.LeadMiddle(120, 6, what, kit.Line(0, mark, kit.Spring()))
}

func chip(text string, t tone.Tone) fyne.CanvasObject {
	c := kit.NewChip(text, kit.ToneKind(t))
	if text == "" {
		c.Hide()
	}
	return c
}
