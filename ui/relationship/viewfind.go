package relationship

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// newFind makes the field that finds among the meetings.
func (p *Page) newFind() *kit.SearchField {
	f := kit.NewSearchField(p.t("rel.find_hint"), kit.FindKeys, p.seek)
	f.OnKey(func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyEscape || f.Text() == "" {
			return false
		}
		f.SetText("")
		return true
	})
	return f
}

// seek lists the meetings that have the words that were typed.
func (p *Page) seek(text string) {
	was := p.sought
	if p.sought = text; text == was || p.tab != TabMeetings || p.model == nil {
		return
	}
	same := func(a, b Meeting) bool { return a.ID == b.ID }
	if was == "" || text == "" || !slices.EqualFunc(Found(p.model.Meetings, was), Found(p.model.Meetings, text), same) {
		p.fill() // many rows are not drawn anew for each letter that changes nothing
	}
}

// findCommand leads to the field, from any tab: the meetings alone are searched. What was looked for there before is selected, as
// whoever comes from another tab no longer has it in mind.
func (p *Page) findCommand() shell.Command {
	return shell.Command{ID: "relationship.find", Title: "rel.find_meeting", Reads: true, Group: "rel.group", Keys: "Ctrl+F", Run: func() {
		p.tabs.Choose(slices.Index(tabs(), TabMeetings))
		p.find.Find()
	}}
}

// noneFound says that no meeting has the words, and leads back to all.
func (p *Page) noneFound() fyne.CanvasObject {
	clear := kit.NewButton(p.t("find.clear"), kit.Plain, func() {
		p.find.SetText("")
		p.find.Find()
	})
	if p.deps.Hidden() { // one may be found by those who do not look
		return kit.NewEmpty(p.t("find.none_shown"), "", clear)
	}
	return kit.NewEmpty(p.t("plans.none_found"), p.t("rel.none_found_hint"), clear)
}

// saved is what the page wants back.
type saved struct {
	scroll shell.State
	sought string
}

// Save implements shell.Page.
func (p *Page) Save() shell.State { return saved{p.ScrollPage.Save(), p.sought} }

// Restore implements shell.Page.
func (p *Page) Restore(s shell.State) {
	if was, ok := s.(saved); ok {
		p.find.SetText(was.sought)
		p.ScrollPage.Restore(was.scroll)
	}
}
