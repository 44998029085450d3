package people

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// drawFile shows the person on show.
func (p *Page) drawFile() fyne.CanvasObject {
	f := p.file
	cards := []fyne.CanvasObject{p.topCard(f), p.partsCard(f), p.promisesCard(f), p.factsCard(f)}
	cards = append(cards, p.noteCards(f)...)
	if p.list.All() == 1 {
		cards = append([]fyne.CanvasObject{kit.NewCard("", "", kit.NewEmpty(p.t("people.empty"), p.t("people.empty_hint"),
			kit.NewButton(p.t("people.new"), kit.Primary, func() { p.deps.Form(nil) }).Writes()))}, cards...)
	}
	return kit.Cards(cards...)
}

func (p *Page) topCard(f *File) fyne.CanvasObject {
	lines := []fyne.CanvasObject{kit.NewText(f.Name, kit.Style{Size: kit.SizeSubtitle, Bold: true})}
	if f.Caption != "" {
		lines = append(lines, kit.NewText(f.Caption, kit.Caption()))
	}
	if f.Clock != "" {
		style := kit.Caption()
		text := f.Clock
		if f.Quiet {
			style, text = kit.CaptionIn(kit.ColorWarn), join(" · ", f.Clock, p.t("people.quiet_now"))
		}
		lines = append(lines, kit.NewText(text, style))
	}
	more := kit.NewIconButton("more", kit.Tip{Text: p.t("shell.more")}, nil)
	more.OnTap(func() { kit.ShowMenuUnder(more, p.fileMenu()) })
	head := kit.LineTop(12, kit.NewAvatar(f.Initials, f.Key), kit.Grow(kit.Stack(2, lines...)))
	note := kit.NewButton(p.t("people.note_new"), kit.Plain, func() { p.deps.Note(f.Person, nil) }).Writes()
	note.SetTip(kit.Tip{Text: p.t("people.add_note")})
	buttons := kit.Line(8, kit.NewButton(p.t("people.edit"), kit.Plain, p.edit).Writes(), note, more, kit.Spring())
	return kit.NewCard("", "", kit.Stack(12, head, buttons))
}

func (p *Page) partsCard(f *File) fyne.CanvasObject {
	var rows []*kit.Row
	for _, part := range f.Parts {
		style := kit.Body()
		if part.Over {
			style = kit.Muted()
		}
		spec := kit.RowSpec{Content: kit.TwoLines(kit.NewText(part.Name, style), kit.NewText(part.Caption, kit.Caption()))}
		if p.deps.Open != nil {
			spec.Tap = func() { p.deps.Open(part.Relationship) }
			spec.Trailing = kit.NewIcon("chevron-right", kit.ColorMuted)
		}
		rows = append(rows, kit.NewRow(spec))
	}
	if len(rows) > 0 {
		return kit.NewCard(p.t("people.relationships"), "", kit.Rows(rows...))
	}
	if f.Owner {
		return hidden()
	}
	content := []fyne.CanvasObject{kit.NewText(p.t("people.no_relationship"), kit.Muted())}
	if p.deps.Relate != nil {
		content = append(content, kit.Line(0, kit.NewButton(p.t("people.relate"), kit.Plain, func() { p.deps.Relate(f.Person) }).Writes(), kit.Spring()))
	}
	return kit.NewCard(p.t("people.relationships"), "", kit.Stack(10, content...))
}

// promisesCard shows what somebody promised outside of relationships.
func (p *Page) promisesCard(f *File) fyne.CanvasObject {
	var rows []*kit.Row
	for _, a := range f.Promises {
		if a.Private && p.deps.Hidden() {
			continue
		}
		text := kit.Stack(0, kit.NewText(a.Text, kit.Body()))
		if a.When != "" {
			style := kit.Caption()
			if a.Late {
				style = kit.CaptionIn(kit.ColorDanger)
			}
			text.Add(kit.NewText(a.When, style))
		}
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Content: text, Open: p.t("rel.edit"), Tap: func() { p.deps.Action(a.ID) },
			Trailing: kit.NewCheckBox("", false, func(bool) { p.deps.Tick(a.ID) }).Writes(),
		}))
	}
	if len(rows) == 0 {
		return hidden()
	}
	return kit.NewCard(p.t("people.promises"), "", kit.Rows(rows...))
}

// hidden takes no room in a column of cards.
func hidden() fyne.CanvasObject {
	o := kit.Stack(0)
	o.Hide()
	return o
}

func (p *Page) factsCard(f *File) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	cells := []kit.Cell{{Weight: 1}, {Weight: 2}}
	for _, fact := range f.Facts {
		rows = append(rows, kit.Cells(12, cells, kit.NewText(fact.Label, kit.Caption()), kit.NewText(fact.Text, kit.Body())))
	}
	if f.Consent != "" {
		style := kit.Body()
		if !f.Consented {
			style = kit.Style{Color: kit.ColorWarn}
		}
		rows = append(rows, kit.Cells(12, cells, kit.NewText(p.deps.Words().Label("consent"), kit.Caption()), p.consentCell(f, kit.NewText(f.Consent, style))))
	}
	if len(rows) == 0 {
		return hidden()
	}
	return kit.NewCard(p.t("people.facts"), "", kit.Stack(8, rows...))
}

// consentCell says what is known of somebody's consent, and leads from where nothing is to where it is noted.
func (p *Page) consentCell(f *File, said fyne.CanvasObject) fyne.CanvasObject {
	if f.Consented {
		return said
	}
	note := kit.NewButton(p.t("people.note_consent"), kit.Plain, func() { p.deps.Consent(f.Person) }).Writes()
	return kit.Stack(6, said, kit.Line(0, note, kit.Spring()))
}

// noteLot is how many notes are drawn at once: each is a box of its own, and takes a millisecond.
const noteLot = 20

// noteCards shows each note in a box of its own: one that only the owner may read can't be taken for another. Of many
// the newest are drawn, and more when somebody asks for them.
func (p *Page) noteCards(f *File) []fyne.CanvasObject {
	var notes []Note
	for _, n := range f.Notes {
		if !n.Private || !p.deps.Hidden() {
			notes = append(notes, n)
		}
	}
	shown := min(noteLot*(1+p.notes), len(notes))
	var out []fyne.CanvasObject
	for _, n := range notes[:shown] {
		edit := kit.NewButton(p.t("people.edit_note"), kit.Quiet, func() { p.deps.Note(f.Person, n.Record) }).Writes()
		drop := kit.NewIconButton("trash", kit.Tip{Text: p.t("rel.drop_note")}, func() { p.deps.DropNote(n.Record.ID) }).Writes()
		content := kit.Stack(8, kit.NewNote(n.Text, p.t("people.more_text")), kit.Line(8, kit.Grow(kit.NewText(n.Caption, kit.Caption())), edit, drop))
		if n.Private {
			out = append(out, kit.NewPrivateBox(p.t("people.note"), p.t("chip.private"), content))
		} else {
			out = append(out, kit.NewCard(p.t("people.note"), "", content))
		}
	}
	if left := len(notes) - shown; left > 0 {
		out = append(out, kit.Line(0, kit.NewButton(p.t("rel.more_rows", "count", left), kit.Plain, func() {
			p.notes++
			p.detail.SetContent(p.drawFile())
		}), kit.Spring()))
	}
	return out
}
