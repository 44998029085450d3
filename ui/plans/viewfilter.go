package plans

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// filterBar chooses what is to be seen.
type filterBar struct {
	page     *Page
	search   *kit.SearchField
	person   *kit.Select
	people   []Choice
	which    *kit.Select
	late     *kit.ChipButton
	released *kit.ChipButton
	box      *fyne.Container
}

func newFilterBar(p *Page) *filterBar { return &filterBar{page: p, box: kit.Flow(8, 8)} }

// build makes the fields as the filter stands.
func (b *filterBar) build() {
	p := b.page
	f := &p.filter
	b.search = kit.NewSearchField(p.t("plans.find"), kit.FindKeys, func(text string) {
		f.Text = text
		p.show()
	})
	if f.Text != "" {
		b.search.SetText(f.Text)
	}
	b.person = kit.NewSelect("", []string{p.t("plans.everybody")}, 0, func(i int) {
		f.Person = core.ID{}
		if i > 0 {
			f.Person = b.people[i-1].ID
		}
		p.show()
	})
	b.people = nil
	var names []string
	for _, v := range Whiches() {
		names = append(names, v.text(p.words))
	}
	b.which = kit.NewSelect("", names, int(f.Which), func(i int) {
		f.Which = Whiches()[i]
		p.show()
	})
	b.late = kit.NewToggle(p.t("plans.only_late"), f.Late, func(on bool) {
		f.Late = on
		p.show()
	})
	b.released = kit.NewToggle(p.t("plans.only_released"), f.Released, func(on bool) {
		f.Released = on
		p.show()
	})
	b.box.Objects = []fyne.CanvasObject{
		kit.Width(220, b.search), kit.Width(190, b.person), kit.Width(130, b.which), kit.Line(8, b.late, b.released),
	}
	b.box.Refresh()
}

// find goes to the field that finds.
func (b *filterBar) find() {
	if b.search != nil {
		b.search.Find()
	}
}

// offer lists who can be chosen.
func (b *filterBar) offer(people []Choice) {
	same := len(people) == len(b.people)
	for i := 0; same && i < len(people); i++ {
		same = people[i] == b.people[i]
	}
	if same {
		return
	}
	b.people = people
	b.person.SetOptions(append([]string{b.page.t("plans.everybody")}, texts(people)...))
	b.person.SetChosen(indexOf(people, b.page.filter.Person) + 1)
}

// goalsOnly shows or hides what skills do not have.
func (b *filterBar) goalsOnly(on bool) {
	if b.which.Visible() == on {
		return
	}
	b.which.Hidden, b.late.Hidden = !on, !on
	b.box.Objects[2].(*fyne.Container).Hidden = !on
	b.box.Refresh()
}

// clear lets everything through.
func (b *filterBar) clear() {
	b.page.filter = Filter{Which: AllOnes}
	b.build()
	b.page.show()
}
