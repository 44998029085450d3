package first

import (
	"cmp"
	"strconv"

	"fyne.io/fyne/v2"

	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// Deps is what the page asks of the window.
type Deps struct {
	Words  *locale.Words
	Button func(command string, kind kit.ButtonKind) *kit.Button // nil for a command that there is not
	Below  fyne.CanvasObject                                     // what has been taken down already; nil for nothing
}

// Page draws what to do first, in the place of a day on which there is nothing yet.
func Page(t *planner.Today, d Deps) fyne.CanvasObject {
	w := d.Words
	head := kit.Stack(2,
		kit.NewText(w.DateHeading(t.Date), kit.Heading()),
		kit.NewText(w.T("first.hello", "name", t.Owner.ShortName()), kit.Muted()),
	)
	var rows []*kit.Row
	for i, s := range Steps(OutsetOf(t), w) {
		rows = append(rows, row(i, s, d))
	}
	page := kit.Stack(16, head, kit.NewCard(w.T("first.title"), "", kit.Rows(rows...)))
	if d.Below != nil {
		page.Add(d.Below)
	}
	return kit.Middle(760, kit.Pad(18, 0, 0, 0, page))
}

func row(i int, s Step, d Deps) *kit.Row {
	mark, title := kit.NewChip(strconv.Itoa(i+1), kit.Neutral), kit.Body()
	switch {
	case s.Done:
		mark, title = kit.NewChip("✓", kit.Accent), kit.Muted()
	case s.Now:
		mark, title = kit.NewChip(strconv.Itoa(i+1), kit.Accent), kit.Strong()
	}
	parts := []fyne.CanvasObject{kit.NewText(s.Title, title)}
	if !s.Done {
		parts = append(parts, kit.NewText(s.Hint, kit.Caption()))
	}
	if s.Now {
		if buttons := buttons(s, d); len(buttons) > 0 {
			parts = append(parts, kit.Pad(6, 0, 4, 0, kit.Flow(8, 8, objects(buttons)...)))
		}
	}
	return kit.NewRow(kit.RowSpec{Leading: mark, Content: kit.Stack(2, parts...)})
}

// Strip says in one line above what stays in use what to do first, by hand there or by key: hint says it in more words; "" for
// the step's own.
func Strip(s Step, hint string, d Deps) fyne.CanvasObject {
	words := kit.Stack(2, kit.NewText(s.Title, kit.Strong()), kit.NewText(cmp.Or(hint, s.Hint), kit.Caption()))
	parts := append([]fyne.CanvasObject{kit.Grow(words)}, objects(buttons(s, d))...)
	return kit.Over(kit.NewPanel(kit.ColorCard, kit.ColorHairline, 8), kit.Pad(8, 14, 8, 14, kit.Line(8, parts...)))
}

// Empty says it in the place of what is not there yet.
func Empty(s Step, d Deps) fyne.CanvasObject {
	return kit.NewEmpty(s.Title, s.Hint, buttons(s, d)...)
}

func objects(buttons []*kit.Button) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range buttons {
		out = append(out, b)
	}
	return out
}

func buttons(s Step, d Deps) []*kit.Button {
	var out []*kit.Button
	for _, command := range s.Commands {
		kind := kit.Plain
		if len(out) == 0 {
			kind = kit.Primary
		}
		if b := d.Button(command, kind); b != nil {
			out = append(out, b)
		}
	}
	return out
}
