package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The relationships in the sidebar stay where they are while somebody works, whatever waits in them by now; one that came
// back is where it was.
func TestTheSidebarKeepsItsOrder(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	order := h.UI.SidebarNames
	was := order()
	if len(was) < 3 {
		t.Fatalf("%q", was)
	}
	byWaiting := func() []planner.SidebarRow {
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return day.Sidebar
	}
	first := byWaiting()[0]
	open, err := h.Planner.Actions.Of(t.Context(), first.Relationship)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range open {
		if a.Open() {
			if err := h.Planner.Actions.Done(t.Context(), a.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	h.Settle()
	if byWaiting()[0].Relationship == first.Relationship {
		t.Fatal("the same one waits first")
	}
	if now := order(); !slices.Equal(now, was) {
		t.Errorf("%q, was %q", now, was)
	}
	if err := h.Planner.Relationships.Delete(t.Context(), first.Relationship); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Run("undo")
	if now := order(); !slices.Equal(now, was) {
		t.Errorf("%q after the undo, was %q", now, was)
	}
}

// Whatever is opened is marked in view in the sidebar, by whole rows, also where not all relationships have room in it; whoever
// scrolls away from it stays there, and a window that becomes smaller keeps it in view.
func TestWhatIsOpenIsMarkedInView(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600), Before: func(p *planner.Planner) {
		me, err := p.Workspace.Owner(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i := range 12 {
			if _, err := p.Relationships.Begin(t.Context(), core.Relationship{
				Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
				Participants: []core.Participant{{Person: me.ID, Role: core.RoleMentor}, {Role: core.RoleMentee}},
			}, map[int]core.Person{1: {Name: fmt.Sprintf("Zed Zulu %02d", i)}}); err != nil {
				t.Fatal(err)
			}
		}
	}})
	marked := func() (scroll *kit.Scroll, at float32) {
		t.Helper()
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			s, ok := o.(*kit.Scroll)
			kit.Walk(o, func(o fyne.CanvasObject) bool {
				if n, is := o.(*kit.NavItem); ok && is && n.Selected() {
					scroll, at = s, s.Where(n)
					if at > -1 && at+n.Size().Height < s.Size().Height+1 {
						return false
					}
					at = -1000
				}
				return scroll == nil
			})
			return scroll == nil
		})
		if scroll == nil {
			t.Fatal("nothing is marked")
		}
		return scroll, at
	}
	for _, name := range []string{"Zed Zulu 11", "Amina Yusuf", "Zed Zulu 05", "Zed Zulu 11"} {
		h.Go(shell.Route{Screen: "relationship", ID: h.Relationship(name).ID})
		if _, at := marked(); at < 0 {
			t.Errorf("%s is marked out of view", name)
		}
		h.Shot("marked-" + name)
	}
	scroll, _ := marked()
	scroll.To(0)
	h.Shell.RefreshHeader()
	if h.Settle(); scroll.At() != 0 {
		t.Errorf("whoever scrolls is brought back to %v", scroll.At())
	}
	h.Go(shell.Route{Screen: "today"})
	h.Keys("Alt+Left")
	if _, at := marked(); at < 0 {
		t.Error("come back to, it is marked out of view")
	}
}

// A group without a name and the relationship of the first of its people do not read alike in the sidebar.
func TestAGroupWithoutANameSaysHowManyMore(t *testing.T) {
	const long = "Константин Константинопольский"
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		owner, err := p.Workspace.Owner(t.Context())
		ok := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		ok(err)
		first, err := p.People.Add(t.Context(), core.Person{Name: long})
		ok(err)
		second, err := p.People.Add(t.Context(), core.Person{Name: "Ann Doe"})
		ok(err)
		third, err := p.People.Add(t.Context(), core.Person{Name: "Bob Doe"})
		ok(err)
		parts := []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: first.ID, Role: core.RoleMentee}}
		_, err = p.Relationships.Add(t.Context(), core.Relationship{Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer, Participants: parts})
		ok(err)
		parts = append(parts, core.Participant{Person: second.ID, Role: core.RoleMentee}, core.Participant{Person: third.ID, Role: core.RoleMentee})
		_, err = p.Relationships.Add(t.Context(), core.Relationship{Format: core.FormatGroup, Duration: core.DurationLong, Specialisation: core.SpecCareer, Participants: parts})
		ok(err)
	}})
	var rests []string
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if n, is := o.(*kit.NavItem); is && strings.HasPrefix(n.Text(), long) {
			for _, o := range test.WidgetRenderer(n).Objects() {
				if x, is := o.(*kit.Text); is && x.Visible() && strings.HasPrefix(x.Text(), "+") {
					rests = append(rests, x.Text())
				}
			}
		}
		return true
	})
	if len(rests) != 1 || rests[0] != "+2" {
		t.Errorf("%q", rests)
	}
}
