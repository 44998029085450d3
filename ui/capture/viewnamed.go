package capture

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// The keys of the answers that are no person.
const (
	keyFresh = "fresh"
	keyEach  = "each"
	keyWords = "words"
)

// near is how many people are offered for a name that nobody has.
const near = 3

// mostInCircle is how many of a circle are offered.
const mostInCircle = 100

// ask lets somebody say who is meant by a name that nobody has, or whom of a circle.
func (f *form) ask(made Made) {
	f.asked, f.whom = made.asks(), made.Whom
	label := "capture.named"
	if f.whom != nil {
		label = "capture.whom"
	}
	f.named.SetLabel(f.deps.Words.T(label))
	f.named.SetValue(kit.ComboItem{})
	f.named.Show()
	f.named.Open()
	kit.Relayout(f.text) // the toolkit does not know yet where the question is, which it has not drawn
}

// unask takes the question away.
func (f *form) unask() {
	f.asked = ""
	f.named.Hide()
	kit.Relayout(f.text)
}

// findNamed offers who is called nearly so, or as is typed, to add who is named, and to leave the name in the text. Of a circle it
// offers each of them and any of them.
func (f *form) findNamed(typed string) []kit.ComboItem {
	t := f.deps.Words.T
	words := kit.ComboItem{Key: keyWords, Text: t("capture.own_words")}
	if f.whom == nil {
		return append(f.people(f.book.Meant(f.asked, core.CleanLine(typed), near), typed),
			kit.ComboItem{Key: keyFresh, Text: t("capture.add_person", "name", f.asked)}, words)
	}
	out := f.people(f.book.InCircle(f.whom, core.CleanLine(typed), mostInCircle), typed)
	if core.CleanLine(typed) != "" {
		return out
	}
	return slices.Concat([]kit.ComboItem{{Key: keyEach, Text: t("capture.each"), Caption: t("meeting.action_each")}}, out, []kit.ComboItem{words})
}

// people gives those of some people who may be listed.
func (f *form) people(all []*core.Person, typed string) []kit.ComboItem {
	var out []kit.ComboItem
	for _, p := range all {
		if !f.deps.Offer().Names(max(f.asked, typed), p.ID) {
			continue
		}
		item := kit.ComboItem{Key: p.ID.String(), Text: p.Name, Caption: apart(p)}
		if p.ID == f.book.places.Owner {
			item.Text = f.deps.Words.T("plans.me_named", "name", p.Name)
		}
		out = append(out, item)
	}
	return out
}

// apart tells somebody from others of the same name: by where they work, or by an address.
func apart(p *core.Person) string {
	if p.Organisation != "" {
		return p.Organisation
	}
	return p.Email()
}

// settle takes the answer. The line says how it reads now; Enter keeps it.
func (f *form) settle(item kit.ComboItem) {
	n := Named{Said: f.asked}
	switch item.Key {
	case "":
		return
	case keyFresh:
		n.Fresh = true
	case keyEach:
		n.Each = true
	case keyWords:
	default:
		id, err := core.ParseID(item.Key)
		if err != nil {
			return
		}
		n.Who = id
	}
	f.entry.Named = n
	f.text.SetError("")
	f.show()
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.text); c != nil {
		c.Focus(f.text.Focusable())
	}
}

// settleDay writes the one day that may have been meant, and where there is no such one says what is wrong. What was
// told of once is not told of again: who types it once more means it as words.
func (f *form) settleDay(made Made) {
	f.told.Tell(f.entry.Text, made.Day.NoDay)
	f.entry.NoDay = f.told.Day()
	if line := made.Day.OnEnter(); line != "" {
		f.text.SetText(line)
		f.typed(line)
		return
	}
	f.text.SetError(made.Hint)
}
