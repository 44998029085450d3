package uitest_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The button for what a page is there for stands in sight in the smallest usual window, and not in a menu.
func TestTheNextStepStaysInSight(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		places := routes(h)
		for place, key := range map[string]string{
			"meeting": "button.invite", "people": "people.new", "people/one": "people.edit", "relationship/": "rel.plan", "relationship/other": "rel.plan",
			"reports/first": "reports.export", "reports/log": "reports.verify", "checklists/templates": "checklists.give",
		} {
			h.Go(places[place])
			if !inSight(h, h.Words.T(key)) {
				t.Errorf("%s: %s has no %q in sight", lang, place, h.Words.T(key))
				h.Shot("out-of-sight-" + string(lang))
			}
		}
	}
}

// inSight tells whether a button that says something lies whole in the window.
func inSight(h *uitest.House, text string) (found bool) {
	room := h.Canvas().Size()
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		b, ok := o.(*kit.Button)
		if !ok || !b.Visible() || !strings.HasPrefix(b.Text(), strings.TrimSuffix(text, "…")) {
			return !found
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		found = at.X >= 0 && at.Y >= 0 && at.X+b.Size().Width <= room.Width && at.Y+b.Size().Height <= room.Height
		return !found
	})
	return found
}

// No head above a page takes more than a title and two lines, also where texts are long: the rest is the page's.
func TestHeadsAreLow(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
			h := uitest.Open(t, uitest.Options{Language: lang, Role: role, Size: fyne.NewSize(900, 600)})
			for name, to := range routes(h) {
				h.Go(to)
				page, most := h.Shell.Router.Page(), kit.Px(74)
				if page.Header().Tabs != nil {
					most += kit.Px(44)
				}
				if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(page.Object()).Y; top > most {
					t.Errorf("%s as %s: the head of %s is %.0f high", lang, role, name, top)
				}
			}
		}
	}
}

// In the usual window the list of people says whole who somebody is to the owner, also where a relationship has a long name.
func TestTheListOfPeopleSaysWithWhom(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
			h := uitest.Open(t, uitest.Options{Language: lang, Role: role})
			h.Go(shell.Route{Screen: "people"})
			h.Shot("with-whom-" + string(lang) + "-" + string(role))
			roles := []string{h.Words.Word(core.RoleMentor), h.Words.Word(core.RoleMentee)}
			named := 0
			kit.Walk(seen[*kit.List](t, h), func(o fyne.CanvasObject) bool {
				text, ok := o.(*kit.Text)
				if !ok || !slices.ContainsFunc(roles, func(r string) bool { return strings.HasPrefix(text.Text(), r+" ") }) {
					return true
				}
				if named++; text.Cut() {
					t.Errorf("%s as %s: %q is cut", lang, role, text.Text())
				}
				return true
			})
			if role == core.RoleMentor && named < 5 {
				t.Errorf("%s: only %d relationships with a name are to be seen", lang, named)
			}
		}
	}
}

// A calendar gives its room to the days: in the smallest usual window a day of the month shows two entries, and on the
// smallest of all a week three hours, and a day of the month one entry.
func TestTheDaysHaveTheRoom(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, c := range []struct {
			width, height, scale float32
			hours, entries       int
		}{{900, 600, 1, 6, 2}, {640, 400, 2, 3, 1}} {
			h := uitest.Open(t, uitest.Options{Language: lang})
			h.Window.Canvas().(test.WindowlessCanvas).SetScale(c.scale)
			h.Window.Resize(fyne.NewSize(c.width, c.height))
			h.Go(shell.Route{Screen: "calendar", Tab: "week"})
			if from, to := seen[*kit.TimeGrid](t, h).Sight(); to-from < 60*c.hours {
				t.Errorf("%s, %v x %v: a week shows %d minutes", lang, c.width, c.height, to-from)
			}
			h.Go(shell.Route{Screen: "calendar", Tab: "month"})
			full := core.NewDate(2026, 11, 27) // a day with three entries
			if n := seen[*kit.MonthGrid](t, h).Shown(full); n < c.entries {
				t.Errorf("%s, %v x %v: a day of the month shows %d entries", lang, c.width, c.height, n)
			}
		}
	}
}

// The months along the year are all named in the smallest usual window.
func TestTheYearNamesItsMonths(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		h.Go(shell.Route{Screen: "calendar", Tab: "year"})
		names := seen[*kit.StripScale](t, h).Shown()
		for m := range 12 {
			if name := h.Words.MonthShort(core.NewDate(2026, 1, 1).AddMonths(m).Month); !slices.Contains(names, name) {
				t.Errorf("%s: %s is not among %q", lang, name, names)
			}
		}
	}
}

// The list at the side ends on a whole row, however high the window is.
func TestTheSidebarEndsOnAWholeRow(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	for height := float32(400); height <= 800; height += 17 {
		for _, width := range []float32{700, 900} {
			h.Window.Resize(fyne.NewSize(width, height))
			list := seen[*kit.Scroll](t, h)
			items := list.Children()[0].(*fyne.Container).Objects
			if _, ok := items[0].(*kit.NavItem); !ok {
				t.Fatalf("the first list in the window is of %T", items[0])
			}
			end := list.Size().Height
			whole := slices.ContainsFunc(items, func(o fyne.CanvasObject) bool {
				foot := o.Position().Y + o.Size().Height
				return foot > end-1 && foot < end+1
			})
			if last := items[len(items)-1]; !whole && last.Position().Y+last.Size().Height > end {
				t.Errorf("%v x %v: the list ends at %v, within a row", width, height, end)
			}
		}
	}
}

// A reminder of several lines lies on nothing that can be pressed, on any page of the smallest windows: the page makes room.
func TestAReminderCoversNothing(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian})
	for _, v := range []view{{900, 600, 1}, {640, 400, 2}} {
		h.Window.Canvas().(test.WindowlessCanvas).SetScale(v.scale)
		h.Window.Resize(fyne.NewSize(v.width, v.height))
		for name, to := range routes(h) {
			h.Go(to)
			h.Shell.Say(kit.ToastSpec{
				Text:  strings.Repeat("Amina Yusuf \u2014 Feedback from the design review. ", 4),
				Apart: true, Action: h.Words.T("reminder.open"), Second: h.Words.T("reminder.snooze", "until", h.Words.Hours(10)),
			})
			h.Settle()
			toast, page := seen[*kit.Toast](t, h), h.Shell.Router.Page().Object()
			driver := fyne.CurrentApp().Driver()
			if foot, top := driver.AbsolutePositionForObject(page).Y+page.Size().Height, driver.AbsolutePositionForObject(toast).Y; foot > top+1 {
				t.Errorf("%s at %v: the page goes to %.0f, the reminder begins at %.0f", name, v, foot, top)
			}
			faults, _ := uitest.Faults(h.Canvas().Content())
			for _, f := range faults[:min(len(faults), 2)] {
				t.Errorf("%s at %v: %s", name, v, f)
			}
			h.Keys("Escape")
			for range 3 {
				if len(h.Canvas().Content().(kit.Floating).Floats().Toasts()) > 0 {
					h.Keys("Escape")
				}
			}
		}
	}
}

func seen[T fyne.CanvasObject](t *testing.T, h *uitest.House) (found T) {
	t.Helper()
	ok := false
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		if x, is := o.(T); is && !ok {
			found, ok = x, true
		}
		return !ok
	})
	if !ok {
		t.Fatalf("no %T is to be seen", found)
	}
	return found
}
