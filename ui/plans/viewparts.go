package plans

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// fewChoices is how many choices stand as chips; more are found in a list.
const fewChoices = 12

// picker chooses any number of things: by chips where they are few, by a list and chips where they are many.
type picker struct {
	label   string
	add     string
	choices []Choice
	chosen  []core.ID
	changed func()
	caption *kit.Text
	box     *fyne.Container
}

func newPicker(label, add string, changed func()) *picker {
	return &picker{label: label, add: add, changed: changed, caption: kit.NewText("", kit.Caption()), box: kit.Stack(5)}
}

// set shows other choices; what was chosen and is no choice any more is given up.
func (p *picker) set(choices []Choice, chosen []core.ID) {
	p.choices, p.chosen = choices, nil
	for _, id := range chosen {
		if indexOf(choices, id) >= 0 {
			p.chosen = append(p.chosen, id)
		}
	}
	p.draw()
}

// say shows what the choice means, in words.
func (p *picker) say(text string) {
	p.caption.SetText(text)
	p.draw()
}

func (p *picker) draw() {
	parts := []fyne.CanvasObject{kit.NewLine(p.label, kit.Style{Size: kit.SizeCaption, Color: kit.ColorMuted, Bold: true})}
	var chips, rest []Choice
	for _, c := range p.choices {
		if len(p.choices) <= fewChoices || slices.Contains(p.chosen, c.ID) {
			chips = append(chips, c)
		} else {
			rest = append(rest, c)
		}
	}
	if len(chips) > 0 {
		var row []fyne.CanvasObject
		for _, c := range chips {
			row = append(row, kit.NewToggle(c.Text, slices.Contains(p.chosen, c.ID), func(on bool) { p.turn(c.ID, on) }))
		}
		parts = append(parts, kit.Chips(row...))
	}
	if len(rest) > 0 {
		parts = append(parts, kit.NewSelect("", append([]string{p.add}, texts(rest)...), 0, func(i int) {
			if i > 0 {
				p.turn(rest[i-1].ID, true)
			}
		}))
	}
	if p.caption.Text() != "" {
		parts = append(parts, p.caption)
	}
	p.box.Objects = parts
	p.box.Refresh()
	kit.Relayout(p.box)
}

// Content gives the ids that are chosen.
func (p *picker) Content() string {
	var out []string
	for _, id := range p.chosen {
		out = append(out, id.String())
	}
	return strings.Join(out, " ")
}

// PutBack chooses again those that still can be chosen.
func (p *picker) PutBack(content string) {
	var chosen []core.ID
	for text := range strings.FieldsSeq(content) {
		if id, err := core.ParseID(text); err == nil {
			chosen = append(chosen, id)
		}
	}
	p.set(p.choices, chosen)
	if p.changed != nil {
		p.changed()
	}
}

func (p *picker) turn(id core.ID, on bool) {
	p.chosen = without(p.chosen, id)
	if on {
		p.chosen = append(p.chosen, id)
	}
	if len(p.choices) > fewChoices {
		p.draw()
	}
	if p.changed != nil {
		p.changed()
	}
}

// holdChoice makes a choice of records part of what is kept while it is typed: by its id, for the list may be another
// one the next time.
func holdChoice(f *forms.Form, name string, s *kit.Select, choices []Choice) {
	forms.Put(f, s, name)
	f.Hold(name, func() string { return pick(choices, s.Chosen()).ID.String() }, func(content string) {
		if id, err := core.ParseID(content); err == nil {
			s.Choose(indexOf(choices, id))
		}
	})
}

// words gives a list of codes and their words as a select shows them.
func wordsOf[T any](list []T, word func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = word(v)
	}
	return out
}
